// Days, the words of an axis, and text cut to its room.
const DAY = 86400000;
const two = (number) => String(number).padStart(2, "0");

// As much of a text as has room.
function short(context, text, room) {
  if (context.measureText(text).width <= room) return text;
  let end = text.length;
  while (end > 1 && context.measureText(text.slice(0, end) + "…").width > room) end -= 1;
  return text.slice(0, end) + "…";
}

function ticks([from, to], most) {
  const days = to - from;
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((step) => days / 30.4 / step <= most) ?? 1200;
  const found = [];
  const start = new Date(from * DAY);
  if (days < most * 20) {
    const step = [1, 2, 7, 14].find((size) => days / size <= most) ?? 14;
    for (let day = Math.ceil(from); day <= to; day += step) {
      const date = new Date(day * DAY);
      found.push({ day, label: `${date.getUTCMonth() + 1}.${date.getUTCDate()}` });
    }
    return found;
  }
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let month = Math.ceil(first / months) * months; ; month += months) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
    if (day > to) return found;
    found.push({ day, label: months < 12 ? `${Math.floor(month / 12)}.${two((month % 12) + 1)}` : String(Math.floor(month / 12)) });
  }
}
