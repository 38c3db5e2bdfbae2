// The marks of a crowd as they were drawn last: a step of the brush turns few of them bright or pale, and only the columns in which these
// stand are drawn anew.
const FEW = 300; // up to so many marks are drawn each time
const AROUND = 12; // pixels that a mark reaches beyond its place: its ring, the end of a month

class Sheet {
  draw(view, bright) {
    const { context, places, theme } = view;
    const told = standing(view, bright);
    if (places.length <= FEW || places.some(({ text }) => text !== null)) {
      this.stand = null;
      return void paint(view, told);
    }
    const { a: density } = context.getTransform();
    const { width, height } = context.canvas;
    const { choice, met } = page.control;
    const stand = [places, theme, width, height, choice, met, told.ringed, told.focused];
    const same = this.stand && stand.every((one, at) => one === this.stand[at]);
    const strips = same ? this.turned(places, bright, density) : [[0, width]];
    if (!same) this.layer = this.clean(width, height);
    this.stand = stand;
    this.bright = bright;
    for (const strip of strips) this.ink(view, told, strip, density);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.layer.canvas, 0, 0);
    context.restore();
  }

  clean(width, height) {
    const { canvas } = this.layer ?? { canvas: new OffscreenCanvas(1, 1) };
    Object.assign(canvas, { width, height });
    return canvas.getContext("2d");
  }

  // From where to where, in dots of the screen, marks stand that are bright now and were not, or the other way round.
  turned(places, bright, density) {
    const ends = places
      .filter(({ entry }) => bright.has(entry) !== this.bright.has(entry))
      .map(({ left, width }) => [Math.floor((left - AROUND) * density), Math.ceil((left + width + AROUND) * density)])
      .sort((one, other) => one[0] - other[0]);
    const strips = [];
    for (const [from, to] of ends) {
      if (strips.length && from <= strips.at(-1)[1]) strips.at(-1)[1] = Math.max(strips.at(-1)[1], to);
      else strips.push([from, to]);
    }
    return strips;
  }

  // Draws anew what stands in a strip.
  ink(view, told, [from, to], density) {
    const { layer } = this;
    const touched = ({ left, width }) => (left + width + AROUND) * density > from && (left - AROUND) * density < to;
    layer.save();
    layer.beginPath();
    layer.rect(from, 0, to - from, layer.canvas.height);
    layer.clip();
    layer.clearRect(from, 0, to - from, layer.canvas.height);
    layer.setTransform(density, 0, 0, density, 0, 0);
    paint(Object.create(view, { context: { value: layer }, places: { value: view.places.filter(touched) } }), told);
    layer.restore();
  }
}
