// Where each mark of the timeline stands when it has no lanes (lanes.js): heaped, with words beside the marks where there is room.
const WORDED = 60; // more entries in sight than this have no words beside them
const LINE = 13;
const CLOSE = 12.5; // the same where few have their words in common rows
const BESIDE = 10; // from a mark to its words: the ring of a chosen one has room
const SPANS = 0.36; // of the height, at most, for months and years where days need the rest
const SIZES = [6, 4.5, 3.5, 2.5, 2]; // half of a mark, as large as the crowd allows
const PRESSED = 2.5; // half of a mark of a crowd for which there is not room enough
const OTHERS = 0.45; // of its column, at most, for what was not held
const WIDEST = [Infinity, 130, 90]; // pixels of words beside a mark
const ASIDE = [5, 4, 3.5, 3]; // the same of one without a date: a diamond, as long as it is to be seen as one
const COARSE = 3; // marks up to this size stand in columns, so that their heaps can be read

// `view`: {context, entries, dated, view, left, right, top, bottom, width, x()}. A place: {entry, left, width, bar, y, size, words, text};
// `bar` tells a month or a year (or a day, seen closely) from a day.
function heaped(view) {
  const high = view.bottom - view.top - 12;
  const seen = visible(view).filter(({ strange }) => !strange);
  return [...((seen.length <= WORDED && spoken(view, seen, high)) || layered(view, seen, high)), ...aside(view, high)];
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
      if (step >= Math.max(CLOSE, 2 * size + 2)) return raised(places, view.bottom - 8, step);
    }
  }
}

// Months and years as thin ribbons at the bottom, the days above them: neither hides the other.
function layered(view, seen, high) {
  const [days, spans] = [[], []];
  for (const entry of seen) (extent(view, entry, 0).bar ? spans : days).push(entry);
  const [ribbons, rows] = stacked(view, spans, 2, false);
  const thin = Math.min(8, (days.length ? high * SPANS : high) / rows);
  for (const place of ribbons) Object.assign(place, { size: Math.max(1, Math.min(2.5, thin * 0.5)), y: view.bottom - 5 - thin * (place.lane + 0.5) });
  const base = view.bottom - (spans.length ? 9 + thin * rows : 8);
  const free = base - view.top - 4;
  for (const size of SIZES) {
    for (const worded of days.length <= WORDED ? [true, false] : [false]) {
      const [places, most] = stacked(view, days, size, worded);
      const step = Math.min(22, free / most);
      if (step < Math.max(2 * size + 1, worded ? LINE : 0)) continue;
      if (!worded && step >= LINE && days.length <= WORDED) caption(view, places);
      return [...ribbons, ...raised(places, base, step)];
    }
  }
  return [...ribbons, ...columns(view, days, base, free)];
}

// More than find room one above the other. In each column those that were held are pressed together, as the bar of a histogram; on it stand
// the others, which are few, as large as they can be told apart.
function columns(view, days, base, free) {
  const full = 2 * PRESSED + 1;
  const found = new Map();
  for (const entry of days) {
    const place = { entry, ...extent(view, entry, PRESSED), size: PRESSED, text: null };
    place.left = Math.round(place.left / full) * full;
    if (!found.has(place.left)) found.set(place.left, []);
    found.get(place.left).push(place);
  }
  const parted = [...found.values()].map((places) => {
    const held = places.filter(({ entry }) => entry.status === "held");
    const others = places.filter(({ entry }) => entry.status !== "held").sort((one, other) => (one.entry.status < other.entry.status ? 1 : -1));
    return { held, others, apart: Math.min(full, (free * (held.length ? OTHERS : 1)) / Math.max(1, others.length)) };
  });
  const room = ({ held, others, apart }) => (free - full - apart * others.length) / Math.max(1, held.length - 1);
  const step = Math.max(0.2, Math.min(full, ...parted.map(room)));
  return parted.flatMap(({ held, others, apart }) => {
    held.forEach((place, at) => Object.assign(place, { y: base - PRESSED - step * at, share: Math.min(1, step / full) }));
    const foot = held.length ? held.at(-1).y - full : base - PRESSED;
    others.forEach((place, at) => Object.assign(place, { y: foot - apart * at, share: 1 }));
    return [...held, ...others];
  });
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

// Words beside the marks that have room for them in their row, where not all have.
function caption(view, places) {
  const taken = places.map(({ lane, left, width, size }) => [lane, left - size, left + width + size]);
  for (const place of places) {
    const room = view.context.measureText(place.entry.who).width;
    for (const text of [place.left + place.width + BESIDE, place.left - BESIDE - room]) {
      const box = [place.lane, text, text + room];
      if (text < 4 || box[2] > view.right) continue;
      const own = [place.left - place.size, place.left + place.width + place.size];
      const crossed = ([lane, low, high]) => lane === box[0] && low < box[2] && high > box[1] && !(low === own[0] && high === own[1]);
      if (taken.some(crossed)) continue;
      taken.push(box);
      Object.assign(place, { text, words: place.entry.who });
      break;
    }
  }
}
