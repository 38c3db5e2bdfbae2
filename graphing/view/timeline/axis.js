// The line under the marks and what is told on it; today; text cut to its room.

// As much of a text as has room.
function short(context, text, room) {
  if (context.measureText(text).width <= room) return text;
  let end = text.length;
  while (end > 1 && context.measureText(text.slice(0, end) + "…").width > room) end -= 1;
  return text.slice(0, end) + "…";
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
    context.fillRect(right + 12, 0, width - right - 12, view.high);
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
  // The words of the next field, or the border, are not touched.
  const borders = [view.lanes ? Math.min(left - 8, 8 + railed(view)) : 8, right + (view.apart ? 4 : EDGE - 4)];
  const { ticks, where } = view.dated.length ? worded(view, ...borders, context) : { ticks: [], where: null };
  for (const { x, at, label } of ticks) {
    context.fillRect(x, base, 1, label ? 5 : 3);
    if (label) context.fillText(label, at, base + 15);
  }
  context.globalAlpha = 1;
  context.font = STRONG;
  if (where) context.fillText(where.label, where.at, base + 15);
  context.font = "12px " + FONT;
}

// Today, over all marks.
function now(view, context) {
  const x = view.dated.length ? view.x(view.today) : null;
  beyond(view, x === null ? null : x < view.left ? "before" : x > view.right ? "after" : null);
  if (x === null || x < view.left || x > view.right) return;
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

// Today where it lies beyond what is shown: an arrow to where, in the line of signs under the panel, where these leave room. Asked of the
// browser only where something differs: a step of the brush changes none of it.
function beyond(view, side) {
  const [line, part] = [view.root.querySelector(".signs"), view.root.querySelector(".today")];
  const key = [side, view.width].join();
  if (view.beyond === key) return;
  view.beyond = key;
  part.textContent = { before: "← " + view.words.today, after: view.words.today + " →" }[side] ?? "";
  part.hidden = !side;
  part.hidden ||= line.scrollWidth > line.clientWidth;
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

// A stretch of time as far as it lies in the whole. Nearer and farther again is the whole, but for the last digits.
function inside([from, to], [first, last]) {
  if (to - from >= (last - first) * (1 - 1e-9)) return [first, last];
  const moved = Math.max(0, first - from) || Math.min(0, last - to);
  return [from + moved, to + moved];
}
