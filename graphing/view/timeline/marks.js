// How a meeting looks on the timeline. As in the network: held is filled, planned dashed and hollow, cancelled mauve with a cross.
const RINGED = 12; // more chosen marks than this have no rings: those would lie on one another
const RING = { off: 3.1, wide: 1.8 }; // pixels from a mark to its ring
const PALE = 0.22;
const SMALL = 3; // marks of days up to this size are squares
const HOLLOW = 0.3; // of its colour, within a planned one of a column
const LEAST = 3; // of the undated ones only smaller ones
const GAPS = { held: [], planned: [5, 3.5], cancelled: [1.5, 2.5] };

// Of all marks which are ``bright`` (of the entries that the filters leave), ``chosen`` and ``ringed``, and which the keyboard is on.
function standing(view, bright) {
  // What is gone leaves all as it was.
  const picked = Boolean(page.control.choice && page.control.met !== null);
  const chosen = new Set(picked ? view.places.filter((place) => bright.has(place.entry) && view.chosen(place.entry)) : []);
  const ringed = page.control.choice?.kind === "meeting" || chosen.size <= RINGED;
  return { bright, picked, chosen, ringed, focused: view.canvas.matches(":focus-visible") ? view.focused : null };
}

// Months and years below days, the chosen ones above the others.
function paint(view, { bright, picked, chosen, ringed, focused }) {
  const { context } = view;
  context.save();
  context.beginPath();
  // A span that goes on beyond what is shown does not run over the undated ones.
  context.rect(view.lanes ? view.left - 6 : 0, view.top - 4, (view.apart ? view.right + 10 : view.width) - (view.lanes ? view.left - 6 : 0), view.high);
  context.clip();
  const draw = (dated, own) => {
    const drawn = view.places.filter((place) => (place.entry.first !== null) === dated && chosen.has(place) === own);
    if (own && ringed) rings(view, drawn);
    for (const place of drawn) {
      // Marks of a crowd lie over one another: what steps back is as pale as one of them.
      context.globalAlpha = own || (bright.has(place.entry) && !picked) ? 1 : 1 - (1 - PALE) ** (place.share ?? 1);
      mark(view, place, !(own && ringed) && focused === place.entry.id);
    }
    context.globalAlpha = 1;
  };
  draw(true, false);
  draw(true, true);
  context.restore();
  draw(false, false);
  draw(false, true);
}

// Around those that are chosen. Where some stand so near that their rings would cross one goes around them all.
function rings({ context, theme }, places) {
  context.strokeStyle = theme.ring;
  context.fillStyle = theme.background;
  context.lineWidth = 2 * RING.wide;
  for (const paint of ["stroke", "fill"]) {
    for (const place of places) {
      outline(context, place, RING.off);
      context[paint]();
    }
  }
}

function mark(view, place, focused) {
  const { context, theme } = view;
  const { entry, size, text, words, y } = place;
  const seen = context.globalAlpha;
  context.strokeStyle = context.fillStyle = entry.status === "cancelled" ? theme.cancelled : theme.met;
  if (place.bar) ribbon(view, place, seen);
  else if (place.under) slab(view, place, seen);
  else if (entry.first === null ? size < LEAST : size <= SMALL) dot(context, place);
  else diamond(view, place);
  context.globalAlpha = seen;
  if (focused) {
    context.setLineDash([3, 2]);
    context.strokeStyle = theme.text;
    context.lineWidth = RING.wide;
    outline(context, place, RING.off + RING.wide / 2);
    context.stroke();
    context.setLineDash([]);
  }
  if (text === null) return;
  if (place.over) {
    context.globalAlpha = 1;
    context.fillStyle = theme.background;
    context.fillRect(text - 4, y - LINE / 2, context.measureText(words).width + 8, LINE);
    context.globalAlpha = seen;
  }
  context.fillStyle = theme.text;
  context.fillText(words, text, y + 0.5);
}

function outline(context, { left, width, y, size, bar }, grow) {
  context.beginPath();
  if (bar) return context.roundRect(left - grow, y - size * 0.5 - grow, width + 2 * grow, size + 2 * grow, size * 0.5 + grow);
  const middle = left + width / 2;
  context.moveTo(middle, y - size - grow);
  for (const [right, down] of [[size + grow, 0], [0, size + grow], [-size - grow, 0]]) context.lineTo(middle + right, y + down);
  context.closePath();
}

// A month or a year: a thin line over all of it, so that days can be read above; fainter where it covers all that is shown and so says
// little.
function ribbon(view, place, seen) {
  const { context } = view;
  const { entry, y, size } = place;
  const [left, right] = [Math.max(place.left, view.left - 8), Math.min(place.left + place.width, view.right + 12)];
  context.globalAlpha = seen * (place.left < view.left && place.left + place.width > view.right ? 0.3 : 0.62);
  context.lineWidth = entry.status === "held" ? size : Math.min(size, 2);
  context.setLineDash(GAPS[entry.status]);
  context.beginPath();
  context.moveTo(left, y);
  context.lineTo(right, y);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = seen;
  if (entry.status === "cancelled") crossed(context, (left + right) / 2, y, Math.max(2.5, Math.min(4, size)), 1.6);
}

// Of ten thousand dots each takes a tenth of a diamond's time.
function dot(context, { entry, left, width, y, size }) {
  if (entry.status === "held") context.fillRect(left, y - size, width, 2 * size);
  else if (entry.status === "cancelled") crossed(context, left + size, y, size * 0.9, 1.3);
  else {
    context.lineWidth = 1;
    context.strokeRect(left + 0.5, y - size + 0.5, width - 1, 2 * size - 1);
  }
}

// One of a column, down to the one ``under`` it and on whole dots of the screen: half of a dot would be neither colour. Planned is hollow
// here, too: its sides, and a tint of them.
function slab({ context, theme }, { entry, left, width, y, size, under, foot }, seen) {
  const { a: density } = context.getTransform();
  const top = Math.floor(y * density) / density;
  const high = Math.max(1, Math.floor(under * density) - top * density) / density;
  if (entry.status === "held") return context.fillRect(left, top, width, Math.min(2 * size, foot - top));
  if (entry.status === "planned") {
    context.fillStyle = theme.background;
    context.fillRect(left, top, width, high);
    context.fillStyle = theme.met;
    context.globalAlpha = seen * HOLLOW;
    context.fillRect(left + 1, top, width - 2, high);
    context.globalAlpha = seen;
    context.fillRect(left, top, 1, high);
    return context.fillRect(left + width - 1, top, 1, high);
  }
  context.fillRect(left, top, width, high);
}

function diamond(view, place) {
  const { context, theme } = view;
  const { entry, left, size, y } = place;
  if (entry.status === "cancelled") return crossed(context, left + size, y, size * 0.72, Math.min(2.4, size * 0.4));
  outline(context, place, 0);
  if (entry.status === "held") {
    context.fill();
    if (size <= SMALL) return;
    // Marks that overlap in a lane can still be counted.
    context.strokeStyle = theme.background;
    context.lineWidth = 0.8;
  } else {
    context.fillStyle = theme.background;
    context.fill();
    context.lineWidth = size > 4 ? 1.8 : 1.3;
    if (size > 4) context.setLineDash([3.2, 1.6]);
  }
  context.stroke();
  context.setLineDash([]);
}

function crossed(context, x, y, size, width) {
  context.lineWidth = width;
  context.beginPath();
  for (const side of [-1, 1]) {
    context.moveTo(x - size, y - side * size);
    context.lineTo(x + size, y + side * size);
  }
  context.stroke();
}

// For tests and tools: where each entry's mark is, in pixels of the window, what words stand beside it and in whose lane it is.
function marks({ canvas, places }) {
  const box = canvas.getBoundingClientRect();
  return places.map(({ entry, left, width, y, bar, size, words, whose = null }) => ({
    id: entry.id, line: entry.line, words: words ?? null, whose,
    x: box.left + canvas.clientLeft + left + (bar ? Math.min(size, width / 2) : size), y: box.top + canvas.clientTop + y,
  }));
}

// What of the legend there is to see.
const SIGNS = 14; // pixels that the legend adds

function signs(view) {
  const there = new Set(view.entries.flatMap(({ status, precision }) => [status, precision === "month" || precision === "year" ? "span" : null]));
  for (const part of view.root.querySelectorAll("[data-sign]")) part.hidden = !there.has(part.dataset.sign);
  view.beyond = null; // what they leave room for is to be asked anew
}
