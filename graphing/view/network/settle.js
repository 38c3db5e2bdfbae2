// From the server's layout to this panel: drawn out to fill it, then labels at their true size pushed off each other.
const MARGIN = { x: 58, top: 34, bottom: 46 };
const SETTLED = 80; // above, the server's places are taken as they are, and only labels that fit are shown
const CAPTION = 27; // a label of one line under its node, with a gap to what comes below

// How this panel places nodes; what it has placed once it places there again, so that nothing moves when nodes are added.
function panel(nodes, { width, height }) {
  const kept = new Map();
  if (nodes.length > SETTLED || !nodes.length) return (rows) => new Map(rows.map(({ id, x, y }) => [id, { x, y }]));
  const extent = (axis) => Math.max(...nodes.map((node) => node[axis])) - Math.min(...nodes.map((node) => node[axis])) || 1;
  const room = { x: width - 2 * MARGIN.x, y: height - MARGIN.top - MARGIN.bottom };
  // A lying picture is turned for a standing panel.
  const turned = (extent("x") > extent("y")) !== (room.x > room.y) && Math.abs(Math.log(room.x / room.y)) > 0.25;
  const fill = (axis, free) => {
    const low = Math.min(...nodes.map((node) => node[axis]));
    const factor = Math.max(0.3, Math.min(1.8, free / extent(axis)));
    return (at) => (at - low) * factor + (free - extent(axis) * factor) / 2;
  };
  const across = fill(turned ? "y" : "x", room.x);
  const down = fill(turned ? "x" : "y", room.y);
  return (rows) => {
    const fresh = rows.filter(({ id }) => !kept.has(id));
    for (const { id, x, y } of fresh) kept.set(id, { x: MARGIN.x + across(turned ? y : x), y: MARGIN.top + down(turned ? x : y) });
    push(rows, kept, new Set(fresh.map(({ id }) => id)));
    return kept;
  };
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
