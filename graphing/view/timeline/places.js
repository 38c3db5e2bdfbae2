// Where each mark of the timeline stands when it has no lanes (lanes.js): heaped, with words beside the marks where there is room.
const WORDED = 60; // more entries in sight than this have no words beside them
const LINE = 13;
const CLOSE = 14; // the same where few have their words in common rows: whole letters, and the ring of a chosen mark between two names
const BESIDE = 10; // from a mark to its words: the ring of a chosen one has room
const SPANS = 0.36; // of the height, at most, for months and years where days need the rest
const SIZES = [6, 4.5, 3.5, 2.5, 2]; // half of a mark, as large as the crowd allows
const PRESSED = 2.5; // half of a mark of a crowd for which there is not room enough
const PACKED = 4; // of a crowd, marks nearer to one another than this are slabs of their column
const WIDEST = [Infinity, 130, 90]; // pixels of words beside a mark
const ASIDE = [5, 4, 3.5, 3]; // the same of one without a date: a diamond, as long as it is to be seen as one
const NAMED = 46; // pixels of words that still tell somebody
const LEAD = 6; // from words to what else stands in their row
const FURTHER = 28; // pixels that a low timeline grows by, at most, so that each of few has its words
const STACKED = ["held", "planned", "cancelled"]; // in a column, from its foot
const COARSE = 3; // marks up to this size stand in columns, so that their heaps can be read

// `view`: {context, entries, dated, view, left, right, top, bottom, width, x()}. A place: {entry, left, width, bar, y, size, words, text};
// `bar` tells a month or a year (or a day, seen closely) from a day.
function heaped(view) {
  const high = view.bottom - view.top - 12;
  const seen = visible(view).filter(({ strange }) => !strange);
  view.loose = null;
  return [...((seen.length <= WORDED && spoken(view, seen, high)) || layered(view, seen, high)), ...aside(view, high)];
}

// How much higher than ``high`` the timeline is to be so that each of few has its words where all time is shown.
function growth(view, high) {
  const whole = Object.create(view, { view: { value: view.home } });
  for (const most of WIDEST) {
    const missing = stacked(whole, visible(whole), SIZES[1], true, most)[1] * CLOSE - (high - OVERVIEW - AXIS - 18);
    if (missing <= FURTHER) return Math.max(0, Math.ceil(missing));
  }
  return 0;
}

function extent(view, entry, size) {
  const day = entry.precision === "day" && view.x(entry.last + 1) - view.x(entry.first) < 36;
  const left = view.x(entry.first) - (day ? size : 0);
  return { left, width: day ? 2 * size : Math.max(view.many ? 5 : 8, view.x(entry.last + 1) - left), bar: !day };
}

function visible(view) {
  return view.dated.filter((entry) => entry.last + 1 >= view.view[0] && entry.first <= view.view[1]);
}

// Few enough that each has its words, all in common rows; where these are too many, smaller or with words cut short.
function spoken(view, seen, high) {
  for (const most of WIDEST) {
    for (const size of SIZES.slice(0, 2)) {
      const [places, rows] = stacked(view, seen, size, true, most);
      const step = Math.min(22, high / rows);
      if (step >= Math.max(CLOSE, 2 * size + 2)) return unabridged(view, raised(places, view.bottom - 8, step));
    }
  }
}

// Words that were cut so that there are fewer rows are whole again where their row has room.
function unabridged(view, places) {
  const box = ({ lane, text, words }) => ({ lane, from: text - LEAD, to: text + view.context.measureText(words).width + LEAD });
  for (const place of places.filter(({ words, over }) => words?.endsWith("…") && !over)) {
    const { text, words } = place;
    place.text = null;
    name(view, place, [...reached(places), ...places.filter((one) => one.text !== null).map(box)], [], Infinity);
    if (place.text === null) Object.assign(place, { text, words });
  }
  return places;
}

// Months and years as thin ribbons at the bottom, the days above them: neither hides the other.
function layered(view, seen, high) {
  const few = seen.filter(({ precision }) => precision === "day").length <= WORDED;
  const [days, spans] = [[], []];
  for (const entry of seen) (entry.precision === "day" && (few || !extent(view, entry, 0).bar) ? days : spans).push(entry);
  const [ribbons, rows] = stacked(view, spans, 2, false);
  const most = days.length ? high * SPANS : high;
  const thin = Math.min(rows * LINE <= most ? LINE : 8, most / rows);
  for (const place of ribbons) Object.assign(place, { size: Math.max(1, Math.min(2.5, thin * 0.5)), y: view.bottom - 5 - thin * (place.lane + 0.5), lane: -1 - place.lane });
  const base = view.bottom - (spans.length ? 9 + thin * rows : 8);
  const places = few && rowed(view, days, base, base - view.top - 4);
  if (places) view.loose = [...(places.some(({ text }) => text !== null) ? [] : places), ...(thin < LINE ? [] : ribbons)];
  return [...ribbons, ...(places || crowded(view, days, base, base - view.top - 4))];
}

// So few that there may be words beside them: all in rows of their own, else over all rows, so that some have room.
function rowed(view, days, base, free) {
  for (const size of SIZES) {
    const [places, rows] = stacked(view, days, size, true);
    const step = Math.min(22, free / rows);
    if (step >= Math.max(2 * size + 1, LINE)) return raised(places, base, step);
    const [marks, least] = stacked(view, days, size, false);
    const room = Math.floor(free / Math.max(2 * size + 1, LINE));
    if (least <= room) return raised(scattered(marks, Math.min(room, marks.length)), base, Math.min(22, free / Math.min(room, marks.length)));
  }
  return null;
}

function crowded(view, days, base, free) {
  for (const size of SIZES) {
    const [places, rows] = stacked(view, days, size, false);
    const step = Math.min(22, free / rows);
    if (step >= 2 * size + 1) return raised(places, base, step);
  }
  return columns(view, days, base, free);
}

// The marks over so many rows, each in the one that has been free for longest.
function scattered(places, rows) {
  const ends = new Array(rows).fill(-Infinity);
  for (const place of [...places].sort((one, other) => one.left - other.left)) {
    place.lane = ends.indexOf(Math.min(...ends));
    ends[place.lane] = place.left + place.width;
  }
  return places;
}

// More than find room one above the other. Each column is pressed together as the bar of a histogram, on one scale for all that it holds:
// what was held at its foot, then what is planned, then what was cancelled, each from a whole pixel on, so that one is not under another.
function columns(view, days, base, free) {
  const full = 2 * PRESSED + 1;
  const found = new Map();
  for (const entry of days) {
    const place = { entry, ...extent(view, entry, PRESSED), size: PRESSED, text: null };
    place.left = Math.round(place.left / full) * full;
    if (!found.has(place.left)) found.set(place.left, []);
    found.get(place.left).push(place);
  }
  const heaps = [...found.values()];
  const step = Math.max(0.2, Math.min(full, (free - full - 2) / Math.max(1, ...heaps.map(({ length }) => length - 1))));
  for (const places of heaps) {
    places.sort((one, other) => STACKED.indexOf(one.entry.status) - STACKED.indexOf(other.entry.status));
    let y = base - PRESSED + step;
    for (const [at, place] of places.entries()) {
      const other = at > 0 && places[at - 1].entry.status !== place.entry.status;
      const under = step < PACKED ? y : null;
      y = other ? Math.min(y - step, Math.floor(y) - 0.01) : y - step;
      Object.assign(place, { y, share: Math.min(1, step / full), under, foot: base });
    }
  }
  return heaps.flat();
}

function raised(places, base, step) {
  for (const place of places) Object.assign(place, { y: base - Math.min(6, step / 2) - step * place.lane, share: Math.min(1, step / (2 * place.size)) });
  return places;
}

// Each entry in the lowest row where its mark and its words find room. [places, rows]
function stacked(view, entries, size, worded, widest = Infinity) {
  const ends = [];
  const places = entries.map((entry) => {
    const place = { entry, ...extent(view, entry, size), size, text: null };
    if (!place.bar && size <= COARSE) place.left = Math.round(place.left / (2 * size + 1)) * (2 * size + 1);
    const { left, width } = place;
    // One that goes on beyond both borders has its words on itself.
    place.over = worded && left < view.left && left + width > view.right;
    const [after, ahead] = [view.right + (view.apart ? 0 : 10) - left - width, left - 10];
    const full = !worded ? 0 : Math.min(widest, view.context.measureText(entry.who).width) + BESIDE + 2;
    const before = full > after && ahead > after;
    const room = Math.max(0, Math.min(full, before ? ahead : after));
    const from = before ? left - room : left;
    const to = before ? left + width : left + width + room;
    // Without words the marks come from left to right: the last of a row tells whether it is free.
    let lane = ends.findIndex((taken) => (worded ? taken : taken.slice(-1)).every(([low, high]) => to + size < low || from > high + (worded ? size : 0)));
    if (lane < 0) lane = ends.push([]) - 1;
    ends[lane].push([from, to]);
    if (place.over) Object.assign(place, { words: short(view.context, entry.who, view.right - view.left - 2 * BESIDE), text: view.left + BESIDE });
    else if (room > LINE * 2) Object.assign(place, { words: short(view.context, entry.who, room - BESIDE - 2), text: before ? left - room + 2 : left + width + BESIDE });
    return { ...place, lane };
  });
  return [places, Math.max(1, ends.length)];
}

// The undated ones in a field of their own beside the time: rows from the bottom up, closer where there are many.
function aside(view, high) {
  const undated = view.entries.filter((entry) => entry.first === null && !entry.strange);
  const wide = UNDATED - 20;
  const apart = (one) => 2 * one + (one > SMALL ? 4 : 1.5);
  const size = ASIDE.find((one) => Math.floor(wide / apart(one)) * Math.floor(high / apart(one)) >= undated.length) ?? SIZES.at(-1);
  const step = Math.min(apart(size), Math.sqrt((wide * high) / Math.max(1, undated.length)));
  const across = Math.max(1, Math.floor(wide / step));
  const start = view.right + 22 + Math.max(0, (wide - Math.min(across, undated.length) * step) / 2);
  return undated.map((entry, at) => ({
    entry, size, left: start + step * (at % across), width: 2 * size, y: view.bottom - 8 - size - step * Math.floor(at / across), text: null,
  }));
}

// Words beside the marks that have room for them in their row, where not all have: first beside those that are chosen, if need be over marks
// that step back; cut short where all have had their turn.
function caption(view, places) {
  const { choice, met } = page.control;
  const own = new Set(choice && met !== null ? places.filter(({ entry }) => view.chosen(entry)) : []);
  const others = places.filter((place) => !own.has(place));
  for (const place of places) {
    place.over = place.left < view.left && place.left + place.width > view.right;
    const said = { text: view.left + BESIDE, words: short(view.context, place.entry.who, view.right - view.left - 2 * BESIDE) };
    Object.assign(place, place.over ? said : { text: null, words: null });
  }
  const [all, mine, named] = [reached(places), reached([...own]), []];
  for (const least of [Infinity, NAMED]) for (const taken of [all, mine]) for (const place of own) name(view, place, [...taken, ...named], named, least);
  for (const least of [Infinity, NAMED]) for (const place of others) name(view, place, [...all, ...named], named, least);
}

// From where to where marks go in their rows, with room for a ring.
function reached(places) {
  return places.map((place) => ({ place, lane: place.lane, from: place.left - place.size, to: place.left + place.width + place.size }));
}

// Gives a mark its words where there is room for them, or for ``least`` pixels of them, between what is ``taken``; they join ``named``.
function name(view, place, taken, named, least) {
  if (place.text !== null) return;
  const { entry, lane, left, width } = place;
  const full = view.context.measureText(entry.who).width;
  const [start, end] = [left + width + BESIDE, left - BESIDE];
  const there = taken.filter((one) => one.lane === lane && one.place !== place);
  const after = Math.min(view.right + (view.apart ? 0 : 10), ...there.filter(({ to }) => to > left + width).map(({ from }) => from - LEAD)) - start;
  const ahead = end - Math.max(4, ...there.filter(({ from }) => from < left).map(({ to }) => to + LEAD));
  const room = Math.min(full, after >= full || after >= ahead ? after : ahead);
  if (room < Math.min(full, least)) return;
  const text = after >= full || after >= ahead ? start : end - room;
  Object.assign(place, { text, words: short(view.context, entry.who, room) });
  named.push({ lane, from: text - LEAD, to: text + room + LEAD });
}
