// What is drawn over vis-network's own picture.
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

// The middle of a line.
function middle({ edgeType, from, to }) {
  return edgeType.getPoint ? edgeType.getPoint(0.5) : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

// A cross on the middle of each of these lines: what it stands for was called off. One stroke for all: a crowd has hundreds.
function cross(context, edges, colour, size) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = size * 0.44;
  context.lineCap = "round";
  context.beginPath();
  for (const edge of edges) {
    if (!edge || edge.options.hidden) continue;
    const { x, y } = middle(edge);
    for (const side of [-1, 1]) {
      context.moveTo(x - size, y - side * size);
      context.lineTo(x + size, y + side * size);
    }
  }
  context.stroke();
  context.restore();
}

const RING = 5; // between a node and its ring

function ringSize({ options }, gap = RING) {
  return options.size * (options.shape === "square" ? 1.3 : 1) + gap;
}

// A ring about a node: solid for what is chosen, dashed for where the keyboard is.
function ring(context, node, colour, dash = [], gap = RING) {
  if (!node || node.options.hidden) return;
  context.save();
  context.beginPath();
  context.arc(node.x, node.y, ringSize(node, gap), 0, 2 * Math.PI);
  context.lineWidth = 3;
  context.strokeStyle = colour;
  context.setLineDash(dash);
  context.stroke();
  context.restore();
}
