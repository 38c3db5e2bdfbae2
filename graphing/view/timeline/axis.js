// Days, the words of an axis, and text cut to its room.
const DAY = 86400000;
// A day in the language's way; with ``parts`` less than all of it.
function dayText(day, language, parts = { year: "numeric", month: "short", day: "numeric" }) {
  const date = new Date(day * DAY);
  if (language === "en") return date.toLocaleDateString("en-GB", { ...parts, timeZone: "UTC" }).replace("Sept", "Sep");
  const said = [parts.year && date.getUTCFullYear(), parts.month && date.getUTCMonth() + 1, parts.day && date.getUTCDate()].filter(Boolean);
  return said.map((part) => (parts.year ? two(part) : part)).join(".");
}

const two = (number) => String(number).padStart(2, "0");

// As much of a text as has room.
function short(context, text, room) {
  if (context.measureText(text).width <= room) return text;
  let end = text.length;
  while (end > 1 && context.measureText(text.slice(0, end) + "…").width > room) end -= 1;
  return text.slice(0, end) + "…";
}

// Hours, days, months, years or decades, at most so many: [{day, label}].
function ticks([from, to], most, language) {
  const days = to - from;
  if (days < most * 0.8) return clock(from, to, most, language);
  const found = [];
  if (days < most * 20) {
    const step = [1, 2, 7, 14].find((size) => days / size <= most) ?? 14;
    for (let day = Math.ceil(from); day <= to; day += step) {
      found.push({ day, label: dayText(day, language, { month: "short", day: "numeric" }) });
    }
    return found;
  }
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((step) => days / 30.4 / step <= most) ?? 1200;
  const start = new Date(from * DAY);
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let month = Math.ceil(first / months) * months; ; month += months) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
    if (day > to) return found;
    found.push({ day, label: dayText(day, language, { year: "numeric", ...(months < 12 && { month: "short" }) }) });
  }
}

// Hours within a few days; midnight tells its day.
function clock(from, to, most, language) {
  const hours = [1, 2, 3, 6, 12, 24].find((step) => ((to - from) * 24) / step <= most) ?? 24;
  const found = [];
  for (let hour = Math.ceil((from * 24) / hours) * hours; hour / 24 <= to; hour += hours) {
    const date = new Date((hour / 24) * DAY);
    found.push({ day: hour / 24, label: hour % 24 ? `${two(date.getUTCHours())}:00` : dayText(hour / 24, language, { month: "short", day: "numeric" }) });
  }
  return found;
}

// Today is told at the border where it lies beyond what is shown, with an arrow to where; ``taken`` tells whether a tick would touch that.
function outside({ dated, today: day, view, left, right, words, bottom }, context) {
  const after = day > view[1];
  if (!dated.length || (day >= view[0] && !after)) return { taken: () => false };
  const said = after ? words.today + " →" : "← " + words.today;
  const wide = context.measureText(said).width;
  context.fillText(said, after ? right - wide : left, bottom + 15.5);
  return { taken: (x) => (after ? x > right - wide - 38 : x < left + wide + 38) };
}

function today() {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
}

// The line under the marks with its ticks, and the field of the undated beside it.
function axis(view, context) {
  const { theme, left, right, width, words } = view;
  const base = view.bottom + 0.5;
  context.fillStyle = theme.text;
  if (view.apart) {
    context.globalAlpha = 0.05;
    context.fillRect(right + 12, OVERVIEW + 1, width - right - 12, view.high);
    context.globalAlpha = 0.8;
    const said = short(context, words.undated, width - right - 16);
    context.fillText(said, (right + 12 + width - context.measureText(said).width) / 2, base + 15);
  }
  context.globalAlpha = 0.8;
  context.strokeStyle = theme.post;
  context.beginPath();
  context.moveTo(left, base);
  context.lineTo(right, base);
  context.stroke();
  const beyond = outside(view, context);
  let free = 0;
  for (const { day, label } of view.dated.length ? ticks(view.view, (right - left) / 72, view.language) : []) {
    const x = view.x(day);
    const wide = context.measureText(label).width;
    const at = Math.max(view.lanes ? left - 8 : 2, x - wide / 2);
    // The words of the next field, or the border, are not touched.
    if (x < left || at + wide > right + (view.apart ? 4 : EDGE - 4) || at < free || beyond.taken(x)) continue;
    context.fillRect(x, base, 1, 5);
    context.fillText(label, at, base + 15);
    free = at + wide + 8;
  }
  context.globalAlpha = 1;
}

// Today, over all marks.
function now(view, context) {
  const x = view.x(view.today);
  if (!view.dated.length || x < view.left || x > view.right) return;
  context.setLineDash([2, 3]);
  context.lineWidth = 1;
  context.strokeStyle = view.theme.ring;
  context.beginPath();
  context.moveTo(x, view.top);
  context.lineTo(x, view.bottom);
  context.stroke();
  context.setLineDash([]);
  const wide = context.measureText(view.words.today).width;
  const at = Math.min(x + 4, view.right - wide);
  context.fillStyle = view.theme.background;
  context.globalAlpha = 0.9;
  context.fillRect(at - 3, view.top - 2, wide + 6, 17);
  context.globalAlpha = 1;
  context.fillStyle = view.theme.text;
  context.fillText(view.words.today, at, view.top + 7);
}

// Says so where what is shown has no meeting, or none is left to be shown.
function blank(view, context) {
  const none = !view.entries.length;
  const empty = none || (view.dated.length > 0 && !view.places.some(({ entry }) => entry.first !== null));
  const words = view.words[none ? "timeline_empty" : "stretch_empty"];
  if (empty) {
    const said = short(context, words, view.right - view.left);
    context.fillStyle = view.theme.text;
    context.globalAlpha = 0.8;
    context.fillText(said, (view.left + view.right - context.measureText(said).width) / 2, (view.top + view.bottom) / 2);
    context.globalAlpha = 1;
  }
  if (empty !== Boolean(view.empty)) view.said.textContent = empty ? words : "";
  view.empty = empty;
}

// A stretch of time as far as it lies in the whole.
function inside([from, to], [first, last]) {
  if (to - from >= last - first) return [first, last];
  const moved = Math.max(0, first - from) || Math.min(0, last - to);
  return [from + moved, to + moved];
}
