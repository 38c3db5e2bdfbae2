// What "nearer" and "farther" look at: what is chosen, where that is in sight, else the mark in the middle of those that are. It is always
// the day of a mark, so that nearer never ends between them.
function aim(view) {
  const [from, to] = view.view;
  const open = new Set(view.open());
  const marked = [...new Set(view.places?.map(({ entry }) => entry))];
  const seen = marked.filter((entry) => entry.first !== null && open.has(entry) && entry.last + 1 > from && entry.first < to);
  const chosen = seen.filter((entry) => view.chosen(entry));
  const near = chosen.length ? chosen : seen;
  // A year that goes on beyond both sides is in sight wherever one looks.
  const whole = near.filter((entry) => entry.first >= from && entry.last + 1 <= to);
  const days = (whole.length ? whole : near).map((entry) => (Math.max(from, entry.first) + Math.min(to, entry.last + 1)) / 2);
  return days.length ? days.sort((one, other) => one - other)[Math.floor(days.length / 2)] : (from + to) / 2;
}

// ``factor`` of the time that is shown, about what is looked at; nearer, that also comes to the middle by as much.
function about(view, factor) {
  const [from, to] = view.view;
  const day = aim(view);
  const wide = (to - from) * factor;
  const place = 0.5 + ((day - from) / (to - from) - 0.5) * Math.min(1, factor);
  return [day - place * wide, day + (1 - place) * wide];
}
