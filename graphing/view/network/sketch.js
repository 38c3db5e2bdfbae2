// While a range is brushed over many lines, and before vis-network has been told of them: the lines of each pen as one stroke, and the
// nodes filled one by one, where vis-network works through every line and node (1,000 nodes may have 13,000). Rested, it draws them itself
// again.
const MANY = 400;
const REST = 200; // milliseconds
// Up to so many pixels a line is drawn as one of a pixel, as opaque as it is wide: that takes the browser a tenth of the time.
const THIN = 3;

// The lines lie on so many sheets, by when they first stand for a meeting: what a range leaves behind lies on few of them, which alone are
// drawn anew.
const SHEETS = 12;

class Sketch {
  constructor(view) {
    this.view = view;
    this.on = false;
    this.pens = new Map();
    this.sheets = [];
  }

  begin() {
    if (!this.view.network || this.view.links.length < MANY) return;
    this.on = true;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.end(), REST);
  }

  end() {
    Object.assign(this, { on: false, sheets: [] });
    this.view.open();
    this.view.redraw();
  }

  // Of what is drawn here vis-network does not know where it is: who asks that gets the picture back until the next step.
  aside() {
    if (this.on) this.end();
  }

  // Whether the nodes are drawn here, too: those of groups have dashed borders, which vis-network knows how to draw.
  get all() {
    return this.on && !this.view.data.nodes.kind.includes("group");
  }

  // What a step of the brush has changed, before it is dressed as that; null: anything may have changed.
  changed(links) {
    if (!links) for (const sheet of this.sheets) sheet.fresh = null;
    else if (this.sheets.length) for (const link of links) this.turned(this.sheets[link.sheet], link);
  }

  // A line that comes, or is drawn more firmly, goes over what stands there.
  turned(sheet, link) {
    const over = link.open && FIRM.indexOf(link.firmest) <= FIRM.indexOf(link.told);
    if (sheet.drawn.has(link) && !over) sheet.fresh = null;
    else if (link.open) sheet.fresh?.push(link);
  }

  draw(context) {
    if (this.on) this.layered(context);
    else if (!this.view.hung) this.lines(context, this.view.links);
    if (this.all) dots(context, this.view.bodies(this.view.visible));
  }

  layered(context) {
    const { canvas: { width, height } } = context;
    const matrix = context.getTransform();
    const stand = [matrix.a, matrix.e, matrix.f, width, height].join();
    if (!this.sheets.length || this.links !== this.view.links) this.lay(this.view.links);
    if (stand !== this.stand) this.changed(null);
    this.stand = stand;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    const still = this.still(width, height);
    if (still) context.drawImage(this.under.canvas, 0, 0);
    for (const sheet of this.sheets.slice(still)) {
      this.ink(sheet, matrix, { width, height });
      if (sheet.drawn.size) context.drawImage(sheet.canvas, 0, 0);
    }
    context.restore();
  }

  // How many sheets, from the lowest, are as they were: those lie on one, for to lay a sheet on the picture takes as long as many lines.
  still(width, height) {
    const changed = this.sheets.findIndex(({ fresh }) => !fresh || fresh.length);
    const count = changed < 0 ? this.sheets.length : changed;
    const { under } = this;
    if (count < under.count) under.count = 0;
    // To set its size empties a canvas.
    if (count && !under.count) Object.assign(under.canvas, { width, height });
    const layer = under.canvas.getContext("2d");
    for (const { canvas, drawn } of this.sheets.slice(under.count, count)) if (drawn.size) layer.drawImage(canvas, 0, 0);
    under.count = count;
    return count;
  }

  // What changes at any step has a sheet of its own: lines that are drawn otherwise when some of their meetings have gone. Posts come and go
  // with the meetings of whoever holds them. What left-out outlets tell alone has the uppermost.
  lay(links) {
    const changing = ({ kind, days }) => kind !== "post" && days.some(([, , status]) => status !== days[0][2]);
    const days = ({ kind, from, days }) => (kind === "post" ? (this.view.people.get(from)?.days ?? []) : days);
    const first = new Map(links.map((link) => [link, days(link).reduce((least, [day]) => Math.min(least, day ?? ALWAYS[1]), ALWAYS[1])]));
    const steady = links.filter((link) => !link.alone && !changing(link)).sort((one, other) => first.get(one) - first.get(other));
    const each = Math.ceil(steady.length / SHEETS);
    const heaps = Array.from({ length: SHEETS }, (_, at) => steady.slice(at * each, (at + 1) * each));
    heaps.push(links.filter((link) => !link.alone && changing(link)), links.filter(({ alone }) => alone));
    this.links = links;
    this.under = { canvas: new OffscreenCanvas(1, 1), count: 0 };
    this.sheets = heaps.map((heap, at) => {
      for (const link of heap) link.sheet = at;
      return { links: heap, canvas: new OffscreenCanvas(1, 1), drawn: new Set(), fresh: null };
    });
  }

  // Draws on a sheet what is new on it, or all.
  ink(sheet, matrix, size) {
    if (sheet.fresh && !sheet.fresh.length) return;
    const links = (sheet.fresh ?? sheet.links).filter(({ open, line }) => open && line?.from);
    const { canvas, drawn } = sheet;
    const layer = canvas.getContext("2d");
    layer.resetTransform();
    if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
    else if (!sheet.fresh && drawn.size) layer.clearRect(0, 0, size.width, size.height);
    if (!sheet.fresh) drawn.clear();
    for (const link of links) drawn.add(link);
    sheet.fresh = [];
    if (!links.length) return;
    layer.setTransform(matrix);
    this.lines(layer, links);
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
    const { alone } = this.view.theme;
    const pens = [...this.pens.values()].sort((one, other) => (one.colour === alone) - (other.colour === alone));
    for (const { colour, opacity, width, dashes, lines } of pens) {
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
  for (const { x, y, options: { shape, size, color, borderWidth } } of nodes) {
    if (color.background !== set) context.fillStyle = set = color.background;
    context.beginPath();
    OUTLINES[shape](context, x, y, size);
    if (shape !== "dot") context.closePath();
    context.fill();
    if (!borderWidth) continue;
    [context.strokeStyle, context.lineWidth] = [color.border, borderWidth];
    context.stroke();
  }
}
