// Pinned nodes: what a reader has put somewhere keeps that place, whatever is filtered, found or read anew, until it is let go. Kept for
// the browser's tab, by picture.
const KEPT = "hoedong pins";

class Pins {
  constructor() {
    try {
      this.all = JSON.parse(sessionStorage.getItem(KEPT)) ?? {};
    } catch {
      this.all = {};
    }
    this.turn("");
  }

  // To another picture.
  turn(picture) {
    this.here = this.all[picture] ??= {};
  }

  get(id) {
    return this.here[id];
  }

  get ids() {
    return Object.keys(this.here);
  }

  // ``place`` {x, y} pins, null lets go.
  set(id, place) {
    if (place) this.here[id] = { x: Math.round(place.x), y: Math.round(place.y) };
    else delete this.here[id];
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(this.all));
    } catch {
      // A browser that keeps nothing: the pins hold until the page is left.
    }
  }
}

// A pinned node has a hole.
function hole(context, node, colour) {
  if (!node || node.options.hidden) return;
  context.save();
  context.beginPath();
  context.arc(node.x, node.y, Math.max(1.6, node.options.size * 0.36), 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.restore();
}
