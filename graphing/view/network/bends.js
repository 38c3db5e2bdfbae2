// In a picture of few a line that would run through the node of somebody else goes round it: straight, it would read as two lines that no
// article tells.
const BENDS = Array.from({ length: 20 }, (_, at) => (at % 2 ? -1 : 1) * (0.1 + 0.05 * (at >> 1))); // how far a line is bent, the least first; below 0 to the other side
const PASSING = 4; // pixels between a line and a node that it passes
const SAMPLES = 24; // points of a line that are looked at
const ALONGSIDE = 0.2; // of two lines between the same two, how far the second is bent

// The point that a bent line is drawn towards, as vis-network has it.
function towards(from, to, bend) {
  const [way, part] = [Math.sign(bend), Math.abs(bend) / 2 + 0.5];
  const angle = Math.atan2(from.y - to.y, to.x - from.x) + (way * (Math.abs(bend) / 2) + 0.5) * Math.PI;
  const far = part * Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + far * Math.sin(angle), y: from.y + far * Math.cos(angle) };
}

// How far a line is bent: 0 where it may be straight.
function bent(view, { from, to, bent: alongside }) {
  const usual = alongside ? ALONGSIDE : 0;
  if (view.crowd) return usual;
  const [start, end] = [from, to].map((id) => view.place(view.people.get(id)));
  const others = [...view.people.values()].filter(({ id }) => id !== from && id !== to);
  const discs = others.map((row) => ({ ...view.place(row), r: size(view, row) + PASSING / view.near }));
  const through = (bend) => {
    const via = bend ? towards(start, end, bend) : { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    const points = Array.from({ length: SAMPLES - 1 }, (_, at) => {
      const [share, left] = [(at + 1) / SAMPLES, 1 - (at + 1) / SAMPLES];
      const on = (axis) => left * left * start[axis] + 2 * left * share * via[axis] + share * share * end[axis];
      return { x: on("x"), y: on("y") };
    });
    return discs.filter(({ x, y, r }) => points.some((point) => Math.hypot(point.x - x, point.y - y) < r)).length;
  };
  const wrong = through(usual);
  if (!wrong) return usual;
  // Of two between the same two the straight one has its place: the other goes farther out, on its own side or the other.
  const tried = BENDS.filter((bend) => !alongside || Math.abs(bend) > ALONGSIDE).map((bend) => [through(bend), bend]);
  const [least, bend] = tried.reduce((one, other) => (other[0] < one[0] ? other : one));
  return least < wrong ? bend : usual;
}

// The same as vis-network is told it.
function smooth(view, row) {
  const bend = bent(view, row);
  return bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false;
}

// After a node has been moved the lines go round where all stand now, and so do the crosses on them. A crowd's are straight.
function bendAnew(view) {
  view.crossings = null;
  if (view.crowd || !view.hung) return;
  // What vis-network is told of a line dresses it as it was at first.
  for (const link of view.links) link.drawn = null;
  view.hang();
  view.control();
}
