// What the filters leave open. Asked for at every step of a brush, over tens of thousands of lines, of which somebody's may stand for
// thousands of meetings: their days lie in flat lists, and only what has changed is told.
const FIRM = ["held", "planned", "cancelled"]; // the firmest first
const ALWAYS = [-(2 ** 31), 2 ** 31 - 1];
const UNTOUCHED = 255;
const flats = new WeakMap();

// The days of all rows, one after the other: those of a row from ``starts[at]`` to ``starts[at + 1]``. What is undated fits no range.
function daysOf(rows) {
  const starts = new Int32Array(rows.length + 1);
  for (const [at, { days }] of rows.entries()) starts[at + 1] = starts[at] + days.length;
  const [firsts, lasts] = [new Int32Array(starts.at(-1)), new Int32Array(starts.at(-1))];
  const statuses = new Uint8Array(starts.at(-1));
  let one = 0;
  for (const { days } of rows) {
    for (const day of days) {
      firsts[one] = day[0] ?? ALWAYS[1];
      lasts[one] = day[1] ?? ALWAYS[0];
      statuses[one] = FIRM.indexOf(day[2]);
      one += 1;
    }
  }
  return { starts, firsts, lasts, statuses };
}

// Of a picture, once: lines and nodes with their days, whom the lines join, and what each line was told last.
function flat(links, people) {
  let known = flats.get(links);
  if (known) return known;
  const nodes = [...people.values()];
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  const ends = (name) => Int32Array.from(links, (link) => place.get(link[name]) ?? -1);
  known = {
    nodes, from: ends("from"), to: ends("to"), posts: Uint8Array.from(links, ({ kind }) => kind === "post"),
    days: daysOf(links), own: daysOf(nodes), was: new Uint8Array(links.length).fill(UNTOUCHED),
    off: links.filter(({ kind, days }) => kind !== "post" && days.some(([, , status]) => status === "cancelled")),
  };
  flats.set(links, known);
  return known;
}

// The lines that may be crossed out: which of their meetings were called off.
const cancellable = (links, people) => flat(links, people).off;

// The rank of the firmest status among a row's meetings that fit; ``FIRM.length`` where none does.
function firmest({ starts, firsts, lasts, statuses }, at, asked, [from, to]) {
  let best = FIRM.length;
  for (let one = starts[at]; one < starts[at + 1] && best; one += 1) {
    if (statuses[one] < best && asked[statuses[one]] && lasts[one] >= from && firsts[one] <= to) best = statuses[one];
  }
  return best;
}

// Whether a node is shown where these kinds are asked for (null: all): a group is a company, and a meeting shows who was there.
const ofKinds = (kind, kinds) => !kinds || kind === "meeting" || kinds.includes(kind === "group" ? "company" : kind);

// Marks every line as ``open`` or not, with the firmest status of its meetings that are left (undefined where none is or it is a post);
// gives the nodes that are near: who met, and where they have posts; and the lines that are marked otherwise than before. ``people``
// holds the nodes by id. ``part``: they were reduced to the kinds that are shown, and lack lines that tell who is near.
function sift(links, people, { kinds, statuses, range }, part = null) {
  const { nodes, from, to, posts, days, own, was } = flat(links, people);
  const limited = Boolean(range) || Boolean(statuses);
  const asked = FIRM.map((status) => !statuses || statuses.includes(status));
  const span = range ?? ALWAYS;
  const shown = nodes.map(({ kind }) => ofKinds(kind, kinds));
  const visible = (at) => (from[at] < 0 ? !kinds : shown[from[at]]) && (to[at] < 0 ? !kinds : shown[to[at]]);
  const met = new Uint8Array(nodes.length);
  const changed = [];
  const mark = (at, best, open) => {
    const now = best * 2 + open;
    if (was[at] === now) return;
    was[at] = now;
    links[at].firmest = FIRM[best];
    links[at].open = Boolean(open);
    changed.push(links[at]);
  };
  for (let at = 0; at < links.length; at += 1) {
    if (posts[at]) continue;
    const best = firmest(days, at, asked, span);
    const left = best < FIRM.length;
    mark(at, best, left && visible(at) ? 1 : 0);
    if (left) met[from[at]] = met[to[at]] = 1;
  }
  for (const [at, { kind }] of nodes.entries()) if ((part || kind === "person") && !met[at] && firmest(own, at, asked, span) < FIRM.length) met[at] = 1;
  // Where nobody has any lines nothing tells of who is no person whether they are.
  const near = part && !links.length ? Uint8Array.from(nodes, ({ kind }, at) => kind !== "person" || met[at]) : Uint8Array.from(met);
  for (let at = 0; at < links.length; at += 1) {
    if (!posts[at]) continue;
    const had = !limited || met[from[at]];
    mark(at, FIRM.length, had && visible(at) ? 1 : 0);
    if (had) near[to[at]] = 1;
  }
  return { near: new Set(nodes.filter((_, at) => shown[at] && (!limited || near[at])).map(({ id }) => id)), changed };
}
