// What is drawn over vis-network's own picture.
const widths = new Map();

// How wide a label is in pixels of the screen: measured once, a brush asks for all of them many times a second.
function width(context, label, unit) {
  if (!widths.has(label)) widths.set(label, context.measureText(label).width / unit);
  return widths.get(label) * unit;
}

// In a crowd: labels of one size, which grows less than the zoom, the largest nodes' first, those that fit. Gives their boxes.
function captions(context, nodes, { scale, named, theme }) {
  const unit = Math.max(1, Math.min(1.7, scale ** 0.4)) / scale;
  const taken = [];
  const boxes = [];
  context.save();
  context.font = `${13 * unit}px ${FONT}`;
  context.textAlign = "center";
  context.lineWidth = 4 * unit;
  context.lineJoin = "round";
  context.strokeStyle = theme.background;
  context.fillStyle = theme.text;
  for (const node of nodes.filter((one) => !one.options.hidden).sort((one, other) => other.options.size - one.options.size)) {
    const { label } = named.get(node.id);
    if (!label) continue;
    const [x, y] = [node.x, node.y + node.options.size + 15 * unit];
    const [wide, high] = [width(context, label, unit) / 2 + 4 * unit, 17 * unit];
    if (taken.some((box) => Math.abs(box[0] - x) < box[2] + wide && Math.abs(box[1] - y) < high)) continue;
    taken.push([x, y, wide]);
    boxes.push({ id: node.id, left: x - wide + 4 * unit, top: y - 12 * unit, right: x + wide - 4 * unit, bottom: y + 3 * unit });
    context.strokeText(label, x, y);
    context.fillText(label, x, y);
  }
  context.restore();
  return boxes;
}

// The chosen line, in the colour of choice under its own.
function overline(context, edge, colour) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = edge.options.width + 7;
  context.beginPath();
  context.moveTo(edge.from.x, edge.from.y);
  const via = edge.options.smooth?.enabled ? edge.edgeType.getViaNode() : null;
  if (via) context.quadraticCurveTo(via.x, via.y, edge.to.x, edge.to.y);
  else context.lineTo(edge.to.x, edge.to.y);
  context.stroke();
  context.restore();
  edge.draw(context);
}

// A cross on the middle of a line: what it stands for was called off.
function cross(context, edge, colour, size) {
  if (!edge || edge.options.hidden) return;
  const { x, y } = edge.edgeType.getPoint ? edge.edgeType.getPoint(0.5) : { x: (edge.from.x + edge.to.x) / 2, y: (edge.from.y + edge.to.y) / 2 };
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = size * 0.44;
  context.lineCap = "round";
  context.beginPath();
  for (const side of [-1, 1]) {
    context.moveTo(x - size, y - side * size);
    context.lineTo(x + size, y + side * size);
  }
  context.stroke();
  context.restore();
}

// A ring about a node: solid for what is chosen, dashed for where the keyboard is.
function ring(context, node, colour, dash = [], gap = 5) {
  if (!node || node.options.hidden) return;
  context.save();
  context.beginPath();
  context.arc(node.x, node.y, node.options.size * (node.options.shape === "square" ? 1.3 : 1) + gap, 0, 2 * Math.PI);
  context.lineWidth = 3;
  context.strokeStyle = colour;
  context.setLineDash(dash);
  context.stroke();
  context.restore();
}
