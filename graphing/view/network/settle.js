// From the server's layout to this panel: drawn out to fill it, then labels at their true size pushed off each other.
const MARGIN = { x: 58, top: 34, bottom: 46 };
const RIM = 8; // what stays free around all that is drawn
const SETTLED = 80; // above, nothing is pushed, and only labels that fit are shown
const FULL = 0.45; // the same where nodes and labels would take more than this share of the panel
const LARGEST = 2.5; // the zoom at which a full screen shows all
const CAPTION = 27; // a label of one line under its node, with a gap to what comes below

// Whether there are more nodes than can stand side by side with their labels.
function crowded(nodes, { width, height }) {
  const taken = nodes.reduce((sum, { room, size, lines }) => sum + 2 * room * (2 * size + CAPTION + 14 * (lines.split("\n").length - 1)), 0);
  return nodes.length > SETTLED || taken > FULL * width * height;
}

// How this panel places nodes; what it has placed once it places there again, so that nothing moves when nodes are added.
function panel(nodes, { width, height }, crowd, lying) {
  const kept = new Map();
  if (!nodes.length) return (rows) => new Map(rows.map(({ id, x, y }) => [id, { x, y }]));
  const extent = (axis) => Math.max(...nodes.map((node) => node[axis])) - Math.min(...nodes.map((node) => node[axis])) || 1;
  const room = { x: width - 2 * MARGIN.x, y: height - MARGIN.top - MARGIN.bottom };
  // A lying picture is turned for a standing panel.
  const turned = lying !== (room.x > room.y) && Math.abs(Math.log(room.x / room.y)) > 0.25;
  const fill = (axis, free) => {
    if (crowd) return spread(nodes.map((node) => node[axis]), free);
    const low = Math.min(...nodes.map((node) => node[axis]));
    const factor = Math.max(0.3, Math.min(1.8, free / extent(axis)));
    return (at) => (at - low) * factor + (free - extent(axis) * factor) / 2;
  };
  const across = fill(turned ? "y" : "x", room.x);
  const down = fill(turned ? "x" : "y", room.y);
  return (rows) => {
    const fresh = rows.filter(({ id }) => !kept.has(id));
    for (const { id, x, y } of fresh) kept.set(id, { x: MARGIN.x + across(turned ? y : x), y: MARGIN.top + down(turned ? x : y) });
    if (!crowd) push(rows, kept, new Set(fresh.map(({ id }) => id)));
    return kept;
  };
}

// A crowd is drawn out where it is dense: half by where a node stands, half by how many stand before it. Their order stays.
function spread(values, free) {
  const sorted = [...values].sort((one, other) => one - other);
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  const wide = high - low || 1;
  const rank = (at) => {
    let [from, to] = [0, sorted.length - 1];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (sorted[middle] <= at) from = middle;
      else to = middle;
    }
    const gap = sorted[to] - sorted[from];
    return (from + (gap ? Math.max(0, Math.min(1, (at - sorted[from]) / gap)) : 0)) / (sorted.length - 1 || 1);
  };
  return (at) => (((at - low) / wide + rank(at)) / 2) * free;
}

// Where to look from to see every node that is shown whole, with its label.
function framed({ network, people, canvas }, most) {
  const shown = network.body.nodeIndices.map((id) => ({ ...people.get(id), ...network.getPosition(id) }));
  if (!shown.length) return {};
  const [left, right] = [Math.min(...shown.map(({ x, room }) => x - room)), Math.max(...shown.map(({ x, room }) => x + room))];
  const top = Math.min(...shown.map(({ y, size }) => y - size));
  const bottom = Math.max(...shown.map(({ y, size, lines }) => y + size + CAPTION + 14 * (lines.split("\n").length - 1)));
  const { width, height } = canvas.getBoundingClientRect();
  const scale = Math.min(most, (width - 2 * RIM) / (right - left), (height - 2 * RIM) / (bottom - top));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale };
}

// Where to look from ``factor`` as near: about ``id``, who stays where it is, if it is in sight, else about the middle.
function nearer({ network, canvas }, factor, id) {
  const middle = network.getViewPosition();
  const at = id ? network.canvasToDOM(network.getPosition(id)) : { x: -1, y: -1 };
  const seen = at.x >= 0 && at.y >= 0 && at.x <= canvas.clientWidth && at.y <= canvas.clientHeight;
  const about = seen ? network.getPosition(id) : middle;
  const along = (axis) => about[axis] + (middle[axis] - about[axis]) / factor;
  return { scale: network.getScale() * factor, position: { x: along("x"), y: along("y") } };
}

// Whom a reader looks at, of those who are still there, and how near: the chosen one, else who stands nearest to the middle.
function looked(view) {
  const { x, y } = view.network.getViewPosition();
  const { nodes, nodeIndices } = view.network.body;
  const far = (id) => Math.hypot(nodes[id].x - x, nodes[id].y - y);
  const [nearest] = nodeIndices.filter((id) => view.people.has(id)).sort((one, other) => far(one) - far(other));
  return { id: view.held() ?? nearest, scale: view.network.getScale() };
}

// Moves overlapping nodes apart, pair by pair along the shorter way; only those that are new.
function push(rows, places, free) {
  for (let round = 0, still = false; round < 120 && free.size && !still; round += 1) {
    still = true;
    for (const [at, one] of rows.entries()) {
      for (const other of rows.slice(at + 1)) {
        if (!free.has(one.id) && !free.has(other.id)) continue;
        const [a, b] = [places.get(one.id), places.get(other.id)];
        const wide = one.room + other.room - Math.abs(a.x - b.x);
        const upper = a.y <= b.y ? one : other;
        const high = one.size + other.size + CAPTION + 14 * (upper.lines.split("\n").length - 1) - Math.abs(a.y - b.y);
        if (wide <= 0.5 || high <= 0.5) continue;
        still = false;
        const [axis, much] = wide < high ? ["x", wide] : ["y", high];
        const sign = a[axis] <= b[axis] ? 1 : -1;
        const share = free.has(one.id) && free.has(other.id) ? 0.5 : 1;
        if (free.has(one.id)) a[axis] -= sign * much * share;
        if (free.has(other.id)) b[axis] += sign * much * share;
      }
    }
  }
}
