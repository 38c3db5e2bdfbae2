// The timeline divided: a lane for each person or company, as many as find room; the wheel over their names shows the others.
const LANE = 20;
const GUTTER = 96; // for the names of the lanes, at least

// Who has a lane: those of the choice on top, then those of most meetings in sight. [{id, name, entries}]
function ranked(view, by, open, choice) {
  const [from, to] = view.view;
  // All that there are count where the whole is shown.
  const whole = !view.zoomed();
  const met = tally(view, open.filter(({ first, last }) => (first === null ? whole : last + 1 >= from && first <= to)), by);
  const mine = own(view, by, choice);
  // Of a group's companies those that met, the busiest first; one that is called as the group is has its lane in the group's.
  const inside = mine[0] === GROUP && mine.slice(1).filter((id) => met.has(id) && view.names[id] !== view.groups[choice.id]);
  const top = inside ? [GROUP, ...inside.sort((one, other) => met.get(other) - met.get(one))] : mine;
  const first = top.map((id) => ({ id, name: id === GROUP ? view.groups[choice.id] : view.names[id] }));
  const lane = by === "person" ? individuals(view) : met;
  const others = [...met.keys()].filter((id) => lane.has(id) && !mine.includes(id)).sort((one, other) => met.get(other) - met.get(one) || one - other);
  return sought(view, by, [...first.filter(({ name }) => name), ...others.map((id) => ({ id, name: view.names[id] }))], choice);
}

// The same, but a chosen meeting none of whose lanes is in sight has them on top: what is seen already stays where it is.
function sought(view, by, all, choice) {
  const entry = choice?.kind === "meeting" && view.entries.find((one) => view.chosen(one));
  if (!entry) return all;
  const there = new Set(members(view, entry, by));
  const own = all.filter(({ id }) => there.has(id));
  if (!own.length || laned(view, all).some(({ id }) => there.has(id))) return all;
  view.from = 0;
  return [...own, ...all.filter(({ id }) => !there.has(id))];
}

// Whose lanes a choice puts on top: who was chosen or both ends of a line; by company those of a person, by person those of a company;
// of a group itself and its companies.
const GROUP = "group";

function own(view, by, choice) {
  if (!choice || choice.kind === "meeting") return [];
  const ends = (choice.kind === "edge" ? choice.id.split(":").slice(1) : [choice.id]).map(Number);
  if (choice.kind === "group") {
    const inside = Object.keys(view.groups).filter((id) => view.groups[id] === view.groups[choice.id]);
    return [GROUP, ...inside.map(Number).filter((id) => view.names[id])];
  }
  return [...new Set(ends.flatMap((id) => (by === "company" ? (view.homes[id] ?? [id]) : staff(view, id))))];
}

// Whose lanes a chosen company has among people: its own where it met without naming anybody, then its people's, the busiest first.
function staff(view, id) {
  const people = Object.keys(view.homes).map(Number).filter((person) => view.homes[person].includes(id));
  if (!people.length) return [id];
  const met = tally(view, view.entries, "person");
  return [id, ...people.sort((one, other) => (met.get(other) ?? 0) - (met.get(one) ?? 0))].filter((one) => met.has(one));
}

// Who has a lane among people: people, and a side where it met without anybody being named; else it stands in theirs.
function individuals(view) {
  return (view.individuals ??= new Set(view.entries.flatMap(({ people, sides }) => (people.length ? people : sides))));
}

// Those of the ranked that find room from the one that was scrolled to. [{id, name, y}]
function laned(view, all) {
  const room = Math.max(1, Math.floor((view.bottom - view.top - 4) / LANE));
  view.from = Math.max(0, Math.min(view.from ?? 0, all.length - room));
  return all.slice(view.from, view.from + room).map((lane, at) => ({ ...lane, y: view.top + 4 + LANE * (at + 0.5) }));
}

// How many meetings each has who can have a lane.
function tally(view, entries, by) {
  const count = new Map();
  for (const entry of entries) for (const one of members(view, entry, by)) count.set(one, (count.get(one) ?? 0) + 1);
  return count;
}

// How high the timeline is with lanes, and how wide their names: by all the meetings there are, so that nothing moves while some are
// brushed or chosen.
function laneRoom(view, by) {
  if (view.room?.by === by && view.room.width === view.width && view.room.below === innerHeight) return view.room;
  const count = tally(view, view.dated, by);
  const most = Math.floor((tall() - OVERVIEW - AXIS - 10) / LANE);
  const busiest = [...count.keys()].sort((one, other) => count.get(other) - count.get(one) || one - other).slice(0, most);
  const widest = Math.max(0, ...busiest.map((id) => view.context.measureText(view.names[id]).width));
  const high = Math.max(height(), OVERVIEW + AXIS + 10 + LANE * busiest.length);
  return { by, width: view.width, below: innerHeight, high: Math.round(high), gutter: Math.min(view.width * 0.36, Math.max(GUTTER, Math.ceil(widest) + 24)) };
}

// Who was there; by company the unnamed sides and where the people have posts.
function members(view, entry, by) {
  if (by !== "company") return [...entry.people, ...entry.sides];
  return (entry.firms ??= [...new Set([...entry.sides, ...entry.people.flatMap((person) => view.homes[person] ?? [])])]);
}

// Whether a meeting stands in a lane; in that of a group, where one of its companies was there.
function within(view, entry, by, id, choice) {
  if (id !== GROUP) return members(view, entry, by).includes(id);
  return members(view, entry, "company").some((one) => view.groups[one] === view.groups[choice.id]);
}

// A mark in the lane of each who was there: months and years first, so that days lie on them; what has no date in its field.
function inLanes(view, lanes, by, choice) {
  const seen = visible(view);
  const undated = view.entries.filter((entry) => entry.first === null);
  const found = lanes.flatMap((lane) => {
    const [here, never] = [seen, undated].map((some) => some.filter((entry) => within(view, entry, by, lane.id, choice)));
    const size = here.length * 9 > view.right - view.left ? 3.5 : 5;
    const step = Math.min(2 * size + 2, (UNDATED - 20) / Math.max(1, never.length));
    const place = (entry) => ({ entry, ...extent(view, entry, size), y: lane.y, size, text: null, whose: lane.id });
    return [...here.map(place), ...never.map((entry, at) => ({ ...place(entry), left: view.right + 22 + step * at, width: 2 * size, bar: false }))];
  });
  return [...found.filter(({ bar }) => bar), ...found.filter(({ bar }) => !bar)];
}

// The lanes' names, a thin line for each, and which of all are shown.
function rails(view, lanes, choice) {
  const { context, theme } = view;
  for (const { id, name, y } of lanes) {
    context.globalAlpha = 0.35;
    context.fillStyle = theme.post;
    context.fillRect(view.left, y + LANE / 2 - 0.5, view.right - view.left, 0.7);
    context.globalAlpha = 1;
    context.fillStyle = theme.text;
    context.font = `${view.mine.has(id) ? 600 : 400} 12px ${FONT}`;
    context.fillText(short(context, name, view.left - 16), 8, y);
  }
  context.font = "12px " + FONT;
  const hidden = view.all.length - lanes.length;
  if (!hidden) return;
  const { top, bottom } = { top: view.top + 4, bottom: view.top + 4 + LANE * lanes.length };
  const part = (bottom - top) / view.all.length;
  context.fillStyle = theme.text;
  context.globalAlpha = 0.4;
  context.fillRect(2, top + part * view.from, 3, Math.max(8, part * lanes.length));
  context.globalAlpha = 0.8;
  context.fillText(more(view, lanes), 8, view.bottom + 15.5);
  context.globalAlpha = 1;
}

// How wide that is told under the names, with what keeps the axis from it; 0 where all are shown.
function railed(view) {
  return view.all.length > view.rows.length ? view.context.measureText(more(view, view.rows)).width + 12 : 0;
}

// '1–6 / 156 ▾'
function more(view, lanes) {
  return `${view.from + 1}–${view.from + lanes.length} / ${view.all.length.toLocaleString("en")} ${view.from + lanes.length < view.all.length ? "▾" : "▴"}`;
}

// Shows the lanes so many further down; whether there were any.
function scroll(view, by) {
  const to = Math.max(0, Math.min((view.from ?? 0) + by, view.all.length - view.rows.length));
  if (to === view.from) return false;
  view.from = to;
  view.stand = null;
  view.draw();
  view.said.textContent = `${more(view, view.rows).slice(0, -2)}: ${view.rows.map(({ name }) => name).join(", ")}`;
  return true;
}
