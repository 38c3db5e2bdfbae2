// While a range is brushed over many lines, and before vis-network has been told of them: each pen's lines as one stroke, where
// vis-network strokes them one by one (1,000 nodes may have 13,000). Rested, it draws them itself again.
const MANY = 400;
const REST = 200; // milliseconds

class Sketch {
  constructor(view) {
    this.view = view;
    this.on = false;
  }

  begin() {
    if (!this.view.network || this.view.links.length < MANY) return;
    this.on = true;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.end(), REST);
  }

  end() {
    this.on = false;
    this.view.open();
    this.view.redraw();
  }

  close() {
    clearTimeout(this.rest);
  }

  draw(context) {
    if (!this.on && this.view.hung) return;
    const pens = new Map();
    for (const link of this.view.links) {
      if (!link.open || !link.line?.from) continue;
      link.pen ??= pen(link.line.options);
      const lines = pens.get(link.pen);
      if (lines) lines.push(link.line);
      else pens.set(link.pen, [link.line]);
    }
    context.save();
    for (const [name, lines] of pens) {
      const [colour, opacity, width, dashes] = JSON.parse(name);
      context.strokeStyle = colour;
      context.globalAlpha = opacity;
      context.lineWidth = width;
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
}

// What a line is drawn with, a little coarser than it is, so that few pens do.
function pen({ color, width, dashes }) {
  return JSON.stringify([color.color, Math.round(color.opacity * 10) / 10, Math.round(width), dashes]);
}
