// Where each mark of the timeline stands: heaped where there is room, or in a lane for each person or company.
const WORDED = 60; // more entries than this have no words beside them
const LINE = 13;
const LANE = 20;
const GUTTER = 96; // for the names of the lanes, at least
const BESIDE = 10; // from a mark to its words: the ring of a chosen one has room

// `view`: {context, entries, dated, view, right, top, bottom, width, undated, x()}. A place: {entry, left, width, y, size, words, text}.
// Marks as large as the crowd allows, with words beside them where there are few.
function heaped(view) {
  const high = view.bottom - view.top - 12;
  for (const [size, worded] of [[6, true], [6, false], [4, false], [2.5, false], [1.5, false]]) {
    const [places, most] = stacked(view, size, worded && view.dated.length <= WORDED);
    const step = Math.min(22, high / most);
    if (step < 2 * size + 2 && size > 1.5) continue;
    if (!worded && step >= LINE && view.dated.length <= WORDED) caption(view, places);
    for (const place of places) place.y = view.bottom - 8 - Math.min(6, step / 2) - step * place.lane;
    return places;
  }
}

function extent(view, entry, size) {
  const day = entry.precision === "day" && view.x(entry.last + 1) - view.x(entry.first) < 36;
  const left = view.x(entry.first) - (day ? size : 0);
  return { left, width: day ? 2 * size : Math.max(8, view.x(entry.last + 1) - left), bar: !day };
}

function visible(view) {
  return view.dated.filter((entry) => entry.last + 1 >= view.view[0] && entry.first <= view.view[1]);
}

// Each entry in the lowest lane where its mark and its label find room; undated ones in a column of their own.
function stacked(view, size, worded) {
  const ends = [];
  const undated = view.entries.filter((entry) => entry.first === null);
  const places = visible(view).map((entry) => {
    const { left, width, bar } = extent(view, entry, size);
    const [after, ahead] = [view.right + (undated.length ? 0 : 10) - left - width, left - 10];
    const full = !worded ? 0 : view.context.measureText(entry.who).width + BESIDE + 2;
    const before = full > after && ahead > after;
    const room = Math.min(full, before ? ahead : after);
    const from = before ? left - room : left;
    const to = before ? left + width : left + width + room;
    // Without labels the marks come from left to right: the last of a lane tells whether it is free.
    let lane = ends.findIndex((taken) => (worded ? taken : taken.slice(-1)).every(([low, high]) => to + size < low || from > high + size));
    if (lane < 0) lane = ends.push([]) - 1;
    ends[lane].push([from, to]);
    return { entry, left, width, bar, lane, size, words: short(view.context, entry.who, room - BESIDE - 2), text: room ? (before ? left - room + 2 : left + width + BESIDE) : null };
  });
  undated.forEach((entry, lane) => places.push({ entry, left: view.right + 22 + 16 * (lane % 2), width: 2 * size, lane: lane >> 1, size, text: null }));
  return [places, Math.max(1, ends.length, Math.ceil(undated.length / 2))];
}

// Words beside the marks that have room for them in their lane, where not all have.
function caption(view, places) {
  const taken = places.map(({ lane, left, width, size }) => [lane, left - size, left + width + size]);
  for (const place of places.filter(({ entry }) => entry.first !== null)) {
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

// Who has a lane: the chosen one on top, then those of most meetings, as many as find room. [{id, name, y}]
function laned(view, by, open, choice) {
  const count = tally(open, by);
  const first = choice && ["person", "organization"].includes(choice.kind) ? Number(choice.id) : null;
  const ranked = [...count.keys()].sort((one, other) => (other === first) - (one === first) || count.get(other) - count.get(one) || one - other);
  const most = Math.max(1, Math.floor((view.bottom - view.top - 4) / LANE));
  return ranked.slice(0, most).map((id, at) => ({ id, name: view.names[id], y: view.top + 4 + LANE * (at + 0.5) }));
}

// How many meetings each has who can have a lane.
function tally(entries, by) {
  const count = new Map();
  for (const entry of entries) for (const one of members(entry, by)) count.set(one, (count.get(one) ?? 0) + 1);
  return count;
}

// How high the timeline is with lanes, and how wide their names: by all the meetings there are, so that nothing moves while some are
// brushed or chosen.
function laneRoom(view, by) {
  if (view.room?.by === by && view.room.width === view.width && view.room.below === innerHeight) return view.room;
  const count = tally(view.dated, by);
  const most = Math.floor((tall() - OVERVIEW - AXIS - 10) / LANE);
  const busiest = [...count.keys()].sort((one, other) => count.get(other) - count.get(one) || one - other).slice(0, most);
  const widest = Math.max(0, ...busiest.map((id) => view.context.measureText(view.names[id]).width));
  const high = Math.max(height(), OVERVIEW + AXIS + 10 + LANE * busiest.length);
  return { by, width: view.width, below: innerHeight, high: Math.round(high), gutter: Math.min(view.width * 0.36, Math.max(GUTTER, Math.ceil(widest) + 24)) };
}

function members(entry, by) {
  return by === "company" ? entry.firms : [...entry.people, ...entry.sides];
}

// A mark in the lane of each who was there.
function inLanes(view, lanes, by) {
  const size = 5;
  const rows = new Map(lanes.map((lane) => [lane.id, lane.y]));
  return visible(view).flatMap((entry) =>
    members(entry, by).filter((one) => rows.has(one)).map((one) => ({ entry, ...extent(view, entry, size), y: rows.get(one), size, text: null })),
  );
}

// The lanes' names, and a thin line for each.
function rails(view, lanes, choice) {
  const { context, theme } = view;
  for (const { id, name, y } of lanes) {
    context.globalAlpha = 0.35;
    context.fillStyle = theme.post;
    context.fillRect(view.left, y + LANE / 2 - 0.5, view.right - view.left, 0.7);
    context.globalAlpha = 1;
    context.fillStyle = theme.text;
    context.font = `${String(id) === choice?.id ? 600 : 400} 12px ${FONT}`;
    context.fillText(short(context, name, view.left - 16), 8, y);
  }
  context.font = "12px " + FONT;
}

// For tests and tools: where each entry's mark is, in pixels of the window.
function marks({ canvas, places }) {
  const box = canvas.getBoundingClientRect();
  return places.map(({ entry, left, y, size }) => ({ id: entry.id, line: entry.line, x: box.left + canvas.clientLeft + left + size, y: box.top + canvas.clientTop + y }));
}
