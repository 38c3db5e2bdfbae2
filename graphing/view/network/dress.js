// How nodes and lines look, as vis-network is told.
const SHAPES = { person: "dot", company: "square", agency: "hexagon", group: "square", meeting: "diamond" };
const FAINT = { met: 0.69, more: 0.14 }; // how opaque a crowd's lines are; ``more`` for each further meeting
const FIRMLY = { post: 0.9, alone: 0.92 }; // what is as opaque however many lines there are: few of it lie on each other, or it is asked for
const SPARSE = { crowd: 250, few: 100 }; // more lines than this are fainter still
const FAINTEST = 0.2; // the share that is left, however many
const THICK = { less: 0.5, share: 0.66, least: 1.1, post: 0.6 }; // how thick a crowd's lines are: of their width without ``less`` so much
const FINE = 800; // more lines of a crowd than this are thinner, too
const FINEST = { firms: 0.5, others: 0.7 }; // the share of their width that is left: among companies there are no posts, which are thinner still
// Who stands two and three steps from the one in the middle, and the lines that lead there: hollow, then small and pale, for at five pixels
// two shades are one; never so pale that they seem to step back, and the colour of companies is pale as it is.
const FARTHER = { 2: { opaque: 1, size: 0.86, rim: 0.42, lines: 0.6 }, 3: { opaque: 0.64, size: 0.58, lines: 0.4 } };
const PALE = { company: 0.87, group: 0.87 };
const DASHES = { held: false, planned: [9, 6], cancelled: [2, 5] };
const LARGEST_NAMED = 3; // so many of those who met most are named as if all their meetings were drawn
const FORMER = [3, 4];
const ALONE = [10, 3, 2, 3]; // what left-out outlets tell alone, and as held: not by its colour only

// How connected everybody is, by which they are named: by their meetings; where meetings are nodes, by who is drawn at them, and they by
// their guests. Who met most of all stands there largest, and counts no less for what is not drawn.
function weigh(people, links) {
  const spokes = links.filter(({ kind }) => kind === "spoke");
  for (const row of people.values()) row.ties = spokes.length ? 0 : row.meetings.length;
  for (const { from, to } of spokes) for (const end of [from, to]) people.get(end).ties += 1;
  if (!spokes.length) return;
  const largest = [...people.values()].filter(({ kind }) => kind !== "meeting").sort((one, other) => other.meetings.length - one.meetings.length);
  const most = Math.max(...largest.map(({ ties }) => ties));
  for (const row of largest.slice(0, LARGEST_NAMED)) row.ties = most;
}

// A colour on its ground as one sees it that is so opaque.
const mixtures = new Map();

function mixed(colour, ground, share) {
  const name = colour + ground + share;
  if (!mixtures.has(name)) {
    const paint = new OffscreenCanvas(1, 1).getContext("2d");
    for (const [fill, opacity] of [[ground, 1], [colour, share]]) {
      [paint.fillStyle, paint.globalAlpha] = [fill, opacity];
      paint.fillRect(0, 0, 1, 1);
    }
    mixtures.set(name, "#" + [...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, "0")).join(""));
  }
  return mixtures.get(name);
}

function dressedNode(view, row) {
  const own = view.theme[{ group: "company", meeting: "met" }[row.kind] ?? row.kind];
  const colour = row.far > 1 ? mixed(own, view.theme.background, Math.max(FARTHER[row.far].opaque, PALE[row.kind] ?? 0)) : own;
  const rim = FARTHER[row.far]?.rim ?? 0;
  const [whole, paint] = [size(view, row), { background: rim ? view.theme.background : colour, border: colour }];
  return {
    id: row.id,
    x: row.x,
    y: row.y,
    size: whole * (1 - rim / 2),
    shape: SHAPES[row.kind],
    borderWidth: whole * rim,
    ...(row.kind === "group" && { borderWidth: 4, shapeProperties: { borderDashes: [3, 2] } }),
    color: { ...paint, highlight: paint, hover: paint },
  };
}

// As large on the screen as it is in the whole picture, from however near what the filters leave is looked at; a crowd's are smaller, and
// never so large that they lie on each other.
function size(view, { size: usual, far }) {
  const size = usual * (FARTHER[far]?.size ?? 1);
  if (!view.crowd) return size / view.near;
  const { count, most } = view.density;
  return Math.max(1.5, Math.min(size, LARGE * (FARTHER[far]?.size ?? 1)) * Math.min(dense(count, view.panel) / view.near, dense(most, view.panel)));
}

// Posts are thin as they are.
function thickness(view, { kind, width }) {
  if (!view.crowd) return width / view.near;
  const share = Math.max(FINEST[kind] ?? FINEST.others, Math.min(1, Math.sqrt(FINE / view.links.length)));
  return (kind === "post" ? THICK.post : Math.max(THICK.least, (width - THICK.less) * THICK.share) * share) / view.near;
}

function dressedLine(view, row, status = row.status) {
  const colour = tone(view, row, status);
  return {
    id: row.id,
    from: row.from,
    to: row.to,
    width: thickness(view, row),
    dashes: dashes(row, status),
    smooth: smooth(view, row),
    color: { color: colour, highlight: colour, hover: colour, inherit: false, opacity: faint(view, row) },
    hoverWidth: 1,
    selectionWidth: 0,
  };
}

function dashes(row, status) {
  const own = row.kind === "post" ? row.former && FORMER : DASHES[status];
  return own || (row.alone ? ALONE : false);
}

// A line that vis-network does not know of yet, as far as it takes to draw it, dressed as the firmest of its meetings that are left.
function plainLine(view, row) {
  const { nodes } = view.network.body;
  const options = dressedLine(view, row, row.firmest);
  return { plain: true, from: nodes[row.from], to: nodes[row.to], options, edgeType: {} };
}

function tone(view, row, status) {
  return view.theme[row.alone ? "alone" : row.kind === "post" ? "post" : status === "cancelled" ? "cancelled" : "met"];
}

// Density lowers the opacity of meetings; posts are thin instead, and what left-out outlets tell alone is what is looked for.
function faint(view, row) {
  const far = Math.max(view.people.get(row.from)?.far ?? 0, view.people.get(row.to)?.far ?? 0);
  return firm(view, row) * (row.alone ? 1 : (FARTHER[far]?.lines ?? 1));
}

function firm(view, row) {
  if (row.alone || row.kind === "post") return FIRMLY[row.alone ? "alone" : "post"];
  const share = Math.max(FAINTEST, Math.min(1, Math.sqrt(SPARSE[view.crowd ? "crowd" : "few"] / view.links.length)));
  return view.crowd ? Math.min(1, share * (FAINT.met + FAINT.more * (row.meetings.length - 1))) : share;
}

// In the order in which they are drawn: what left-out outlets tell alone lies over all others, and who met often over who met once.
function layered(links) {
  const often = ({ kind, meetings }) => (kind === "post" ? 0 : meetings.length);
  return [...links.filter(({ alone }) => !alone).sort((one, other) => often(one) - often(other)), ...links.filter(({ alone }) => alone)];
}
