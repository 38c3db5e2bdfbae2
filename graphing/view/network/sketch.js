// While a range is brushed over many lines, and before vis-network has been told of them: the lines of each pen as one stroke, and the
// nodes filled one by one, where vis-network works through every line and node (1,000 nodes may have 13,000). Rested, it draws them itself
// again.
const MANY = 400;
const REST = 200; // milliseconds
// Up to so many pixels a line is drawn as one of a pixel, as opaque as it is wide: that takes the browser a tenth of the time.
const THIN = 3;

class Sketch {
  constructor(view) {
    this.view = view;
    this.on = false;
    this.pens = new Map();
    this.fresh = null;
  }

  begin() {
    if (!this.view.network || this.view.links.length < MANY) return;
    this.on = true;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.end(), REST);
  }

  end() {
    Object.assign(this, { on: false, layer: null, fresh: null });
    this.view.open();
    this.view.redraw();
  }

  // Whether the nodes are drawn here, too: those of groups have dashed borders, which vis-network knows how to draw.
  get all() {
    return this.on && !this.view.data.nodes.kind.includes("group");
  }

  // What a step of the brush has changed; null: anything may have changed.
  changed(links) {
    if (!links || links.some(({ open }) => !open)) this.fresh = null;
    else this.fresh?.push(...links);
  }

  draw(context) {
    if (this.on) this.layered(context);
    else if (!this.view.hung) this.lines(context, this.view.links);
    if (this.all) dots(context, this.view.bodies(this.view.visible));
  }

  // What a growing range adds is drawn over what stood there.
  layered(context) {
    const { canvas: { width, height } } = context;
    const matrix = context.getTransform();
    const stand = [matrix.a, matrix.e, matrix.f, width, height].join();
    const anew = !this.fresh || stand !== this.stand;
    // To set its size empties it.
    if (anew) this.layer = Object.assign(this.layer ?? new OffscreenCanvas(1, 1), { width, height });
    const layer = this.layer.getContext("2d");
    layer.setTransform(matrix);
    this.lines(layer, anew ? this.view.links : this.fresh);
    Object.assign(this, { stand, fresh: [] });
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.layer, 0, 0);
    context.restore();
  }

  lines(context, links) {
    for (const pen of this.pens.values()) pen.lines = [];
    for (const link of links) {
      if (!link.open || !link.line?.from) continue;
      link.pen ??= this.pen(link.line.options);
      link.pen.lines.push(link.line);
    }
    const pixel = 1 / context.getTransform().a;
    context.save();
    for (const { colour, opacity, width, dashes, lines } of this.pens.values()) {
      if (!lines.length) continue;
      const thin = width <= THIN * pixel;
      context.strokeStyle = colour;
      context.globalAlpha = thin ? Math.min(1, (opacity * width) / pixel) : opacity;
      context.lineWidth = thin ? 0.99 * pixel : width;
      context.setLineDash(dashes || []);
      context.beginPath();
      for (const { from, to } of lines) {
        context.moveTo(from.x, from.y);
        context.lineTo(to.x, to.y);
      }
      context.stroke();
    }
    context.restore();
  }

  // What a line is drawn with, a little coarser than it is, so that few pens do.
  pen({ color: { color: colour, opacity }, width, dashes }) {
    const coarse = { colour, opacity: Math.round(opacity * 20) / 20, width: Math.round(width * 2) / 2, dashes };
    const name = JSON.stringify(coarse);
    if (!this.pens.has(name)) this.pens.set(name, { ...coarse, lines: [] });
    return this.pens.get(name);
  }
}

// The nodes as vis-network draws them.
function dots(context, nodes) {
  let set = null; // a colour is read anew where it differs only
  for (const { x, y, options: { shape, size, color } } of nodes) {
    if (color.background !== set) context.fillStyle = set = color.background;
    context.beginPath();
    OUTLINES[shape](context, x, y, size);
    context.fill();
  }
}
