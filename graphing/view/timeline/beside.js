// Of a crowd's meetings a part is here, of which those are marked that stand for all (the newest are only listed). What else who is chosen
// took part in comes with the choice (stretch.py), and stands on top of the others: nothing makes room for it.
const LENGTHS = { day: 0, month: 1, year: 12 };
const STATED = ["held", "planned", "cancelled"];
const KNOWN = ["day", "month", "year", null];

// Takes over what is told with the choice; whether that is something else than before.
function join(view) {
  const told = page.control.beside ?? null;
  if (told === view.told) return false;
  const had = view.beside?.length;
  view.told = told;
  view.beside = told ? told.ids.map((id, at) => stranger(view, told, id, at)) : [];
  const there = new Set(view.sent.map(({ id }) => id));
  view.beside = view.beside.filter(({ id }) => !there.has(id));
  if (!had && !view.beside.length) return false;
  view.names = { ...view.named, ...told?.names };
  view.homes = { ...view.housed, ...told?.homes };
  const time = ({ first }) => first ?? Number.MAX_SAFE_INTEGER;
  view.entries = view.beside.length ? [...view.sent, ...view.beside].sort((one, other) => time(one) - time(other)) : view.sent;
  view.dated = view.entries.filter((entry) => entry.first !== null);
  view.individuals = null;
  return true;
}

// A meeting of which little is known here: when it was, and that who is chosen was there.
function stranger(view, told, id, at) {
  const status = STATED[Math.floor(told.kind[at] / KNOWN.length)];
  const precision = KNOWN[told.kind[at] % KNOWN.length];
  const first = precision && told.since + told.first[at];
  const months = LENGTHS[precision];
  const day = new Date((first ?? 0) * DAY);
  const last = months ? Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1) / DAY - 1 : first;
  const parts = { year: "numeric", ...(precision !== "year" && { month: "short" }), ...(precision === "day" && { day: "numeric" }) };
  const entry = {
    id, first, last, precision, status, who: told.who, everyone: told.who, detail: "", people: told.people, sides: told.sides, strange: true,
    date: precision ? dayText(first, view.language, parts) : view.words.undated,
  };
  view.complete(entry);
  return entry;
}

// Where they stand over the marks that are there; with lanes they have their places among the others.
function above(view, places) {
  const found = [];
  const size = places.find(({ bar, entry }) => !bar && entry.first !== null)?.size ?? SIZES.at(-1);
  let undated = 0;
  const listed = view.whole ? view.sent.filter((entry) => entry.strange && view.chosen(entry)) : [];
  for (const entry of [...listed, ...view.beside]) {
    if (entry.first === null) {
      const across = Math.max(1, Math.floor((UNDATED - 20) / 8));
      found.push({ entry, size: 3, left: view.right + 22 + 8 * (undated % across), width: 6, y: view.top + 8 + 8 * Math.floor(undated / across), text: null });
      undated += 1;
      continue;
    }
    if (entry.last + 1 < view.view[0] || entry.first > view.view[1]) continue;
    const place = { entry, ...extent(view, entry, size), size, text: null };
    if (place.bar) {
      found.push({ ...place, size: 2.5, y: view.bottom - 8 });
      continue;
    }
    if (size <= COARSE) place.left = Math.round(place.left / (2 * size + 1)) * (2 * size + 1);
    const under = ({ left, width, bar, entry: other }) => !bar && other.first !== null && left < place.left + place.width && left + width > place.left;
    const top = [...places, ...found].filter(under).reduce((least, { y }) => Math.min(least, y), view.bottom - 8 + size);
    found.push({ ...place, y: Math.max(view.top + size + 2, top - 2 * size - 1) });
  }
  return found;
}
