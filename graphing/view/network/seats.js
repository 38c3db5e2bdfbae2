// Who comes into a crowd beside those of whom it is laid out: with a choice, or for a part of its time. They stand by their places, on none
// of the crowd, so that each can be seen and hit.
const ASIDE = 2; // pixels between two
const TURNED = 2.4; // radians from one place that is tried to the next: a spiral without gaps
const TRIED_SEATS = 240; // places on it

// Where one of them stands: by whom the crowd is laid out and by nobody else, so that it is the same whoever else comes, and in whichever
// order.
function seated(view, row) {
  const { stood } = view;
  if (!view.crowd) return stood.at(row);
  stood.taken ??= taken(view);
  const r = radius(view, row);
  return seats(stood.at(row), r).find(({ x, y }) => !stood.taken.hit([x - r, y - r, x + r, y + r])) ?? stood.at(row);
}

// The room that the crowd takes.
function taken(view) {
  const discs = new Cells();
  for (const row of view.ground) {
    const there = view.stood.places.get(row.id);
    const r = there && radius(view, row);
    if (there) discs.add(Object.assign([there.x - r, there.y - r, there.x + r, there.y + r], { ...there, r }));
  }
  return discs;
}

// In a square as much room as a hexagon or a square takes.
const radius = (view, row) => size(view, row) * (row.kind === "person" ? 1 : 1.2) + ASIDE / 2;

// Its own place, and others about that, ever farther out.
function seats({ x, y }, r) {
  return Array.from({ length: TRIED_SEATS }, (_, step) => {
    const far = 0.7 * r * Math.sqrt(step);
    return { x: x + far * Math.cos(step * TURNED), y: y + far * Math.sin(step * TURNED) };
  });
}
