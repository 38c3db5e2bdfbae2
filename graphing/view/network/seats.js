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
  const place = stood.at(row);
  return found(seats(place, r), (at) => (stood.taken.hit([at.x - r, at.y - r, at.x + r, at.y + r]) ? null : at)) ?? place;
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

// Its own place, and others about that, ever farther out: one of the first is mostly free.
function* seats({ x, y }, r) {
  for (let step = 0; step < TRIED_SEATS; step += 1) {
    const far = 0.7 * r * Math.sqrt(step);
    yield { x: x + far * Math.cos(step * TURNED), y: y + far * Math.sin(step * TURNED) };
  }
}
