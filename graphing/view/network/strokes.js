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
function middle(line) {
  return point(line, 0.5);
}

// Where on its line a cross stands: in the middle, or as near to it as it lies on nobody's node and where no name has its room.
const CROSSED = 5; // pixels from the middle of a cross to the ends of its arms
const PLACES = Array.from({ length: 45 }, (_, at) => 0.5 + (at % 2 ? -1 : 1) * 0.02 * Math.ceil(at / 2));

function point(line, share) {
  const { edgeType, from, to } = line;
  return edgeType.getPoint ? edgeType.getPoint(share) : { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

// The share of its length, kept until there are other nodes, or one has been put elsewhere.
function crosspoint(view, line) {
  const { people, laid, pins, crossings } = view;
  const stand = pins.ids.length;
  if (crossings?.people !== people || crossings.laid !== laid || crossings.stand !== stand) {
    const discs = new Cells();
    for (const { x, y, options: { size: r } } of view.bodies(people.keys())) discs.add(Object.assign([x - r, y - r, x + r, y + r], { x, y, r }));
    // Who met most have room for their names (berths.js): with what they keep from nodes, or at least their letters.
    const names = [CLEAR, UNCROSSED].map(([aside, above]) => {
      const cells = new Cells();
      for (const [id, [left, top, right, bottom]] of view.stood.rooms) {
        const at = view.network.body.nodes[id];
        if (at) cells.add([at.x + left - aside, at.y + top - above, at.x + right + aside, at.y + bottom + above]);
      }
      return cells;
    });
    view.crossings = { people, laid, stand, discs, names, shares: new Map() };
  }
  const { discs, names, shares } = view.crossings;
  const ends = line.id ?? `${line.from.id} ${line.to.id}`;
  if (!shares.has(ends)) {
    const arm = (view.crowd ? 4 : 6) / view.near;
    const clear = (cells, { x, y }, free) => !cells.hit([x - free, y - free, x + free, y + free]);
    const off = (share) => clear(discs, point(line, share), arm);
    const beside = (cells) => PLACES.find((share) => clear(cells, point(line, share), CROSSED / view.near) && off(share));
    shares.set(ends, beside(names[0]) ?? beside(names[1]) ?? PLACES.find(off) ?? 0.5);
  }
  return point(line, shares.get(ends));
}

// A cross on each of these lines: what it stands for was called off. One stroke for all: a crowd has hundreds.
function cross(view, context, edges, colour, size) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = size * 0.44;
  context.lineCap = "round";
  context.beginPath();
  for (const edge of edges) {
    if (!edge || edge.options.hidden) continue;
    const { x, y } = crosspoint(view, edge);
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
