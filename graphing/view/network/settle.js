// From the server's layout to this panel: drawn out to fill it, then labels at their true size pushed off each other.
const MARGIN = { x: 58, top: 34, bottom: 46 };
const SETTLED = 80; // above, nothing is pushed, and only labels that fit are shown
const FULL = 0.45; // the same where nodes and labels would take more than this share of the panel
const CAPTION = 27; // a label of one line under its node, with a gap to what comes below

const DENSE = 75; // pixels from node to node: nearer to each other, nodes are drawn smaller
const RANKED = 0.88; // the share of a place in a crowd that hangs on how many stand before it
const LARGE = 13.5; // the radius of the largest node of a crowd with room enough

// Whether there are more nodes than can stand side by side with their labels.
function crowded(nodes, { width, height }) {
  if (nodes.length > SETTLED) return true;
  const taken = nodes.reduce((sum, { room, size, lines }) => sum + 2 * room * (2 * size + CAPTION + 14 * (lines.split("\n").length - 1)), 0);
  return taken > FULL * width * height;
}

// How this panel places nodes, by where all of the ``ground`` stands: what the filters leave decides nothing, nor what was shown before.
// Gives the places of the ground by id, and ``at``, which places any other point {x, y} of the server's layout; of a crowd also the
// ``rooms`` of names (berths.js); ``ringed``: who has a ring.
function panel(ground, { width, height }, crowd, lying, berths, ringed) {
  const places = new Map();
  if (!ground.length) return { places, at: ({ x, y }) => ({ x, y }), rooms: new Map() };
  const extent = (axis) => Math.max(...ground.map((node) => node[axis])) - Math.min(...ground.map((node) => node[axis])) || 1;
  const room = { x: width - 2 * MARGIN.x, y: height - MARGIN.top - MARGIN.bottom };
  // A lying picture is turned for a standing panel.
  const turned = lying !== (room.x > room.y) && Math.abs(Math.log(room.x / room.y)) > 0.25;
  const joined = ground.filter(({ share }) => share);
  const fill = (axis, free) => {
    if (crowd) return spread(ground.map((node) => node[axis]), (joined.length ? joined : ground).map(({ [axis]: at, share }) => [at, share || 1]), free);
    const low = Math.min(...ground.map((node) => node[axis]));
    const factor = Math.max(0.3, Math.min(1.8, free / extent(axis)));
    return (at) => (at - low) * factor + (free - extent(axis) * factor) / 2;
  };
  const across = fill(turned ? "y" : "x", room.x);
  const down = fill(turned ? "x" : "y", room.y);
  const at = ({ x, y }) => ({ x: MARGIN.x + across(turned ? y : x), y: MARGIN.top + down(turned ? x : y) });
  for (const node of ground) places.set(node.id, at(node));
  const large = LARGE * dense(ground.length, { width, height });
  if (crowd) part([...places.values()], 2 * large);
  else push(ground, places);
  return { places, at, rooms: crowd ? moor(places, berths, large, { width, height }, ringed) : new Map() };
}

// How much smaller nodes are drawn where so many share a panel; the radius of the largest in a crowd is LARGE times that.
function dense(count, { width, height }) {
  return Math.max(0.3, Math.min(1, Math.sqrt((width * height) / count) / DENSE));
}

// Points that are nearer to each other than ``gap`` are moved apart, each by half of what lacks.
function part(points, gap, rounds = 40) {
  for (let round = 0, still = false; round < rounds && !still; round += 1) {
    still = true;
    const sorted = [...points].sort((one, other) => one.x - other.x);
    for (let one = 0; one < sorted.length; one += 1) {
      for (let other = one + 1; other < sorted.length && sorted[other].x - sorted[one].x < gap; other += 1) {
        const a = sorted[one];
        const b = sorted[other];
        const x = b.x - a.x;
        const y = b.y - a.y;
        if (y >= gap || y <= -gap) continue;
        const far = Math.hypot(x, y);
        if (far >= gap - 0.1) continue;
        still = false;
        const lack = (gap - far) / 2;
        const [right, below] = far ? [(x / far) * lack, (y / far) * lack] : [0, lack];
        [a.x, a.y, b.x, b.y] = [a.x - right, a.y - below, b.x + right, b.y + below];
      }
    }
  }
}

// A crowd is drawn out where it is dense: a part by where a node stands, the other by how many of the ``joined`` ([place, share]) stand before
// it. Their order stays.
function spread(values, joined, free) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pairs = [...joined].sort(([one], [other]) => one - other);
  const sorted = pairs.map(([at]) => at);
  // What stands between two is as wide as half of both.
  const before = [0];
  for (let at = 1; at < pairs.length; at += 1) before.push(before[at - 1] + (pairs[at - 1][1] + pairs[at][1]) / 2);
  const wide = high - low || 1;
  const rank = (at) => {
    let [from, to] = [0, sorted.length - 1];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (sorted[middle] <= at) from = middle;
      else to = middle;
    }
    const gap = sorted[to] - sorted[from];
    const share = gap ? Math.max(0, Math.min(1, (at - sorted[from]) / gap)) : 0;
    return (before[from] + share * ((before[to] ?? 0) - before[from])) / (before.at(-1) || 1);
  };
  return (at) => ((1 - RANKED) * ((at - low) / wide) + RANKED * rank(at)) * free;
}

// Moves overlapping nodes apart, pair by pair along the shorter way.
function push(rows, places) {
  for (let round = 0, still = false; round < 120 && !still; round += 1) {
    still = true;
    for (const [at, one] of rows.entries()) {
      for (const other of rows.slice(at + 1)) {
        const [a, b] = [places.get(one.id), places.get(other.id)];
        const wide = one.room + other.room - Math.abs(a.x - b.x);
        const upper = a.y <= b.y ? one : other;
        const high = one.size + other.size + CAPTION + 14 * (upper.lines.split("\n").length - 1) - Math.abs(a.y - b.y);
        if (wide <= 0.5 || high <= 0.5) continue;
        still = false;
        const [axis, much] = wide < high ? ["x", wide] : ["y", high];
        const sign = a[axis] <= b[axis] ? 1 : -1;
        a[axis] -= (sign * much) / 2;
        b[axis] += (sign * much) / 2;
      }
    }
  }
}
