// What an axis of time is divided by, and what its ticks are called. What the words of ticks leave out (the day of an hour, the year of a
// day) stands once at the left end.
const DAY = 86400000;
const CLOSEST = 20; // pixels from tick to tick: no words are narrower
const APART = 9; // pixels from words to words
const CROWDED = 5; // the same where there is room for few words
const MONDAY = 4; // the first one after 1970-01-01
const ENOUGH = 3; // words that tell how fast time goes
const STRONG = "600 12px " + FONT;

// A day in the language's way; with ``parts`` less than all of it.
function dayText(day, language, parts = { year: "numeric", month: "short", day: "numeric" }) {
  const date = new Date(day * DAY);
  if (language === "en") return date.toLocaleDateString("en-GB", { ...parts, timeZone: "UTC" }).replace("Sept", "Sep");
  const said = [parts.year && date.getUTCFullYear(), parts.month && date.getUTCMonth() + 1, parts.day && date.getUTCDate()].filter(Boolean);
  return said.map((part) => (parts.year ? two(part) : part)).join(".");
}

const two = (number) => String(number).padStart(2, "0");
const yearOf = (day) => new Date(Math.floor(day) * DAY).getUTCFullYear();
const yearText = (day, language) => (language === "ko" ? `${yearOf(day)}년` : String(yearOf(day)));
const monthText = (day, language) => (language === "ko" ? `${new Date(day * DAY).getUTCMonth() + 1}월` : dayText(day, language, { month: "short" }));

// A day without its year, unless that is another one than that of ``before``.
function dayOf(day, before, language) {
  return dayText(day, language, yearOf(day) === yearOf(before) ? { month: "short", day: "numeric" } : undefined);
}

// Ways to divide time, the finest first, but those last that leave out a year where they need not. ``apart``: days from tick to tick, at
// least; ``ticks``: [{day, label, own}] of a stretch; ``about``: what their words leave out, but for those that are ``own``.
const SCALES = [
  ...[1, 2, 3, 4, 6, 8, 12].map((step) => ({ apart: step / 24, ticks: (span, language) => hourTicks(step, span, language), about: dayText })),
  ...[1, 2, 4, 7, 14].map((step) => ({ apart: step, ticks: (span, language) => dayTicks(step, span, language), about: yearText })),
  ...[[1], [2], [3], [6], [12], [24], [24, 12], [48], [48, 24], [60], [120], [120, 60], [240], [480], [600], [1200]].map(([step, from]) => ({
    apart: step * 28,
    ticks: (span, language) => monthTicks(step, span, from).map((day) => ({ day, label: dayText(day, language, { year: "numeric", ...(step < 12 && { month: "short" }) }) })),
  })),
  ...[1, 2, 3, 6].map((step) => ({
    apart: step * 28,
    ticks: (span, language) => monthTicks(step, span).map((day) => (new Date(day * DAY).getUTCMonth() ? { day, label: monthText(day, language) } : { day, label: yearText(day, language), own: true })),
    about: (day, language) => yearText(day, language),
  })),
];

function hourTicks(step, [from, to], language) {
  const found = [];
  for (let hour = Math.ceil((from * 24) / step) * step; hour / 24 <= to; hour += step) {
    const [day, after] = [hour / 24, ((hour % 24) + 24) % 24];
    found.push(after ? { day, label: `${two(after)}:00` } : { day, label: dayOf(day, day - 1, language), own: true });
  }
  return found;
}

// Weeks begin on Monday.
function dayTicks(step, [from, to], language) {
  const found = [];
  const begin = step % 7 ? 0 : MONDAY;
  for (let day = Math.ceil((from - begin) / step) * step + begin; day <= to; day += step) {
    const before = found.length ? day - step : from;
    found.push({ day, label: dayOf(day, before, language), own: yearOf(day) !== yearOf(before) });
  }
  return found;
}

// The first days of every so many months, counted from ``since``.
function monthTicks(step, [from, to], since = 0) {
  const found = [];
  const start = new Date(from * DAY);
  for (let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth() - since) / step) * step + since; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
    if (day > to) return found;
    if (day >= from) found.push(day);
  }
}

// The words of the axis where they stand: {ticks: [{x, at, wide, label}], where: {at, wide, label}}; ``at`` is their left end, ``wide`` their
// width, ``where`` what stands at the left end of the axis, if anything. No words go beyond ``low`` and ``high``.
function worded(view, low, high, context) {
  const loose = divided(view, [low, high], APART, context);
  if (loose.words >= ENOUGH) return loose;
  const close = divided(view, [low, high], CROWDED, context);
  return close.words > loose.words ? close : loose;
}

function divided(view, borders, gap, context) {
  const { view: [from, to], left, right, language } = view;
  let best = { ticks: [], where: null, words: 0 };
  for (const { apart, ticks, about } of SCALES) {
    if (apart * ((right - left) / (to - from)) < CLOSEST) continue;
    const found = ticks([from, to], language).map((tick) => ({ ...tick, x: view.x(tick.day), wide: context.measureText(tick.label).width }));
    if (found.some((tick, at) => at && tick.x - found[at - 1].x < (tick.wide + found[at - 1].wide) / 2 + gap)) continue;
    const laid = spaced(found, borders, about && ((day) => about(day, language)), from, gap, context);
    if (laid.words > best.words) best = laid;
    if (best.words >= ENOUGH) break;
  }
  return best;
}

// Leaves out words that run over a border or over what stands at the left end, which is about the first tick whose words are left.
function spaced(ticks, [low, high], about, from, gap, context) {
  context.font = STRONG;
  const widest = about ? context.measureText(about(from)).width : 0;
  context.font = "12px " + FONT;
  const free = about ? low + widest + gap : low;
  const placed = ticks.map(({ x, label, wide, own }, one) => {
    // Nothing before it: the first may stand a little aside of its tick.
    const at = about ? x - wide / 2 : Math.max(low, x - wide / 2);
    const end = Math.min(high, one + 1 < ticks.length ? ticks[one + 1].x - ticks[one + 1].wide / 2 - gap : high);
    return { x, at, wide, own, label: at >= free && at + wide <= end ? label : "" };
  });
  const first = placed.findIndex(({ label }) => label);
  const where = about && { at: low, wide: widest, label: about(first < 0 || placed[first].own ? from : ticks[first].day) };
  return { ticks: placed, where, words: placed.filter(({ label }) => label).length + (where ? 1 : 0) };
}
