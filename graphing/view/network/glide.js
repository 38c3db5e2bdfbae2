// While the background of a crowd is dragged: what was drawn last moves as it is, lines and labels too, and only who comes in at its rim
// is drawn. vis-network would draw thousands of nodes anew for each frame. Held still for a moment, or let go, all is drawn again.
const DIMMED = 0.82; // how much what is not chosen steps back

class Glide {
  constructor(view) {
    this.view = view;
    this.on = false;
  }

  // ``many``: whether there are so many nodes that their lines are left out while one of them is dragged.
  watch(network, many) {
    network.on("dragStart", ({ nodes }) => (network.renderer.options.hideEdgesOnDrag = many && nodes.length > 0));
    network.on("dragging", ({ nodes }) => (nodes.length ? this.view.sketch.changed(null) : many && this.move()));
    network.on("dragEnd", () => this.end());
    // From where the picture was looked at when it was drawn last.
    network.on("afterDrawing", (context) => this.on || (this.seen = { canvas: context.canvas, matrix: context.getTransform() }));
  }

  move() {
    if (!this.on) this.begin();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.end(), REST);
  }

  // vis-network has moved its view already, but not yet drawn what it sees there.
  begin() {
    const { view, seen } = this;
    if (!seen || view.sketch.on) return;
    const { canvas } = seen;
    this.picture = new OffscreenCanvas(canvas.width, canvas.height);
    this.picture.getContext("2d").drawImage(canvas, 0, 0);
    this.from = seen.matrix;
    this.on = true;
    view.open();
  }

  end() {
    clearTimeout(this.rest);
    if (!this.on) return;
    this.on = false;
    this.picture = null;
    this.view.open();
    this.view.redraw();
  }

  draw(context) {
    const { from, picture } = this;
    const { a: scale, e, f } = context.getTransform();
    if (scale !== from.a) return this.end(); // zoomed meanwhile
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(picture, Math.round(e - from.e), Math.round(f - from.f));
    context.restore();
    const inside = (at, r, length) => at - r > 0 && at + r < length;
    const fresh = this.view.bodies(this.view.visible).filter(({ x, y, options: { size } }) => {
      const r = size * scale;
      return !inside(x * scale + from.e, r, picture.width) || !inside(y * scale + from.f, r, picture.height);
    });
    context.save();
    if (page.control.choice) context.globalAlpha = 1 - DIMMED;
    dots(context, fresh);
    context.restore();
  }
}
