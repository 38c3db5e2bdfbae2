// Who comes into a crowd beside those of whom it is laid out: with a choice, or for a part of its time. They stand by their places, on none
// of the crowd, so that each can be seen and hit.
const ASIDE = 2; // pixels between two
const TURNED = 2.4; // radians from one place that is tried to the next: a spiral without gaps
const TRIED_SEATS = 240; // places on it

// Where one of them stands: by whom the crowd is laid out and by nobody else, so that it is the same whoever else comes, and in whichever
// order. Guests (guests.js) come in one order for each choice: they lie on nobody of those who came before either.
function seated(view, row) {
  const { stood, guests } = view;
  if (!view.crowd) return stood.at(row);
  stood.taken ??= taken(view);
  if (!guests.ids.has(row.id)) return seat(view, row, [stood.taken]) ?? stood.at(row);
  stood.seats ??= seats(view);
  return stood.seats.get(row.id);
}

// The first of its places where none of these stand; null where all are taken.
function seat(view, row, taken) {
  const r = radius(view, row);
  const clear = ({ x, y }) => !taken.some((discs) => discs.hit([x - r, y - r, x + r, y + r]));
  return found(tried(view.stood.at(row), r), (at) => (clear(at) ? at : null));
}

// Where all guests stand. Of so many that there is no room left they lie on each other, not on the crowd.
function seats(view) {
  const { stood, guests } = view;
  const [places, others] = [new Map(), new Cells()];
  for (const row of view.people.values()) {
    if (stood.places.has(row.id)) continue;
    const place = (guests.ids.has(row.id) && seat(view, row, [stood.taken, others])) || seat(view, row, [stood.taken]) || stood.at(row);
    places.set(row.id, place);
    others.add(disc(place, radius(view, row)));
  }
  return places;
}

// The room that the crowd takes.
function taken(view) {
  const discs = new Cells();
  for (const row of view.ground) {
    const there = view.stood.places.get(row.id);
    if (there) discs.add(disc(there, radius(view, row)));
  }
  return discs;
}

const disc = ({ x, y }, r) => Object.assign([x - r, y - r, x + r, y + r], { x, y, r });

// In a square as much room as a hexagon or a square takes.
const radius = (view, row) => size(view, row) * (row.kind === "person" ? 1 : 1.2) + ASIDE / 2;

// Its own place, and others about that, ever farther out: one of the first is mostly free.
function* tried({ x, y }, r) {
  for (let step = 0; step < TRIED_SEATS; step += 1) {
    const far = 0.7 * r * Math.sqrt(step);
    yield { x: x + far * Math.cos(step * TURNED), y: y + far * Math.sin(step * TURNED) };
  }
}
