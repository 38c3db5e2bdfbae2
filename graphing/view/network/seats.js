// Who comes into a crowd beside those of whom it is laid out: with a choice, or for a part of its time. They stand by their places, on nobody
// else, so that each can be seen and hit.
const ASIDE = 2; // pixels between two
const TURNED = 2.4; // radians from one place that is tried to the next: a spiral without gaps
const TRIED_SEATS = 240; // places on it

// Where one of them stands. Whoever has a seat keeps it while the panel does, whoever comes after.
function seated(view, row) {
  const { stood } = view;
  if (!view.crowd) return stood.at(row);
  stood.seats ??= new Map();
  if (!stood.seats.has(row.id)) seatAll(view);
  return stood.seats.get(row.id) ?? stood.at(row);
}

function seatAll(view) {
  const { stood, people } = view;
  const discs = new Cells();
  const add = ({ x, y }, r) => discs.add(Object.assign([x - r, y - r, x + r, y + r], { x, y, r }));
  // In a square as much room as a hexagon or a square takes.
  const radius = (row) => size(view, row) * (row.kind === "person" ? 1 : 1.2) + ASIDE / 2;
  const coming = [];
  for (const row of people.values()) {
    const there = stood.places.get(row.id) ?? stood.seats.get(row.id);
    if (there) add(there, radius(row));
    else coming.push(row);
  }
  for (const row of coming.sort((one, other) => other.size - one.size || Number(one.id) - Number(other.id))) {
    const r = radius(row);
    const seat = seats(stood.at(row), r).find(({ x, y }) => !discs.hit([x - r, y - r, x + r, y + r])) ?? stood.at(row);
    stood.seats.set(row.id, seat);
    add(seat, r);
  }
}

// Its own place, and others about that, ever farther out.
function seats({ x, y }, r) {
  return Array.from({ length: TRIED_SEATS }, (_, step) => {
    const far = 0.7 * r * Math.sqrt(step);
    return { x: x + far * Math.cos(step * TURNED), y: y + far * Math.sin(step * TURNED) };
  });
}
