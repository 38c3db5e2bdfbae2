// The timeline by keyboard: from mark to mark, nearer and farther, from lane to lane.
function pressed(view, event) {
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (step) walk(view, step, event.shiftKey);
  else if ((event.key === "Enter" || event.key === " ") && view.focused) view.choose(view.entries.find((entry) => entry.id === view.focused));
  else if (event.key === "Escape") page.control.range ? view.clear() : stepBack();
  else if (event.key === "+" || event.key === "=") view.zoom(0.6);
  else if (event.key === "-") view.zoom(1 / 0.6);
  else if (event.key === "0") view.clear();
  else if (view.lanes && ["PageDown", "PageUp"].includes(event.key)) scroll(view, event.key === "PageDown" ? view.rows.length : -view.rows.length);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

// With Shift the brush goes along, from the entry where Shift was first held.
function walk(view, by, brushing) {
  const marked = new Set(view.places.map(({ entry }) => entry));
  const open = (brushing ? view.dated : view.open()).filter((entry) => view.lanes || marked.has(entry));
  if (!open.length) return;
  const here = open.findIndex((entry) => entry.id === view.focused);
  const entry = open[Math.max(0, Math.min(open.length - 1, here < 0 ? (by > 0 ? 0 : open.length - 1) : here + by))];
  if (brushing) {
    view.anchor ??= here < 0 ? entry : open[here];
    const ends = [view.anchor, entry];
    view.settle([Math.min(...ends.map((end) => end.first)), Math.max(...ends.map((end) => end.last))]);
  } else view.anchor = null;
  view.focused = entry.id;
  if (entry.first !== null && (entry.last < view.view[0] || entry.first > view.view[1])) view.look([...view.home]);
  view.said.replaceChildren([entry.date, entry.everyone, view.words[entry.status]].join(", ") + (entry.detail ? ", " : ""), view.list.details(entry));
  view.draw();
}
