// How nodes and lines look, as vis-network is told.
const SHAPES = { person: "dot", company: "square", agency: "hexagon", group: "square", meeting: "diamond" };
const FAINT = 0.15; // lines of a crowd; those of many meetings less so
const SPARSE = 250; // more lines than this are fainter still
const DASHES = { held: false, planned: [9, 6], cancelled: [2, 5] };
const FORMER = [3, 4];
const ALONE = [10, 3, 2, 3]; // what left-out outlets tell alone, and as held: not by its colour only

function dressedNode(view, row) {
  const colour = view.theme[{ group: "company", meeting: "met" }[row.kind] ?? row.kind];
  return {
    id: row.id,
    label: view.crowd ? undefined : row.lines,
    x: row.x,
    y: row.y,
    size: view.space ? Math.max(2, Math.min(1, view.space / 80) * Math.min(row.size, view.space * 0.18)) : row.size,
    shape: SHAPES[row.kind],
    ...(row.kind === "group" && { borderWidth: 4, shapeProperties: { borderDashes: [3, 2] } }),
    color: { background: colour, border: colour, highlight: { background: colour, border: colour }, hover: { background: colour, border: colour } },
    font: { size: row.kind === "meeting" ? 12 : 14, face: FONT, color: view.theme.text, strokeWidth: 4, strokeColor: view.theme.background, vadjust: -2 },
  };
}

function dressedLine(view, row) {
  const colour = tone(view, row, row.status);
  return {
    id: row.id,
    from: row.from,
    to: row.to,
    width: view.crowd ? Math.max(0.7, row.width * 0.55) : row.width,
    dashes: dashes(row, row.status),
    smooth: row.bent ? { enabled: true, type: "curvedCW", roundness: 0.2 } : false,
    color: { color: colour, highlight: colour, hover: colour, inherit: false, opacity: view.crowd && !row.alone ? faint(view, row) : 1 },
    hoverWidth: 1,
    selectionWidth: 0,
  };
}

function dashes(row, status) {
  const own = row.kind === "post" ? row.former && FORMER : DASHES[status];
  return own || (row.alone ? ALONE : false);
}

// A line that vis-network does not know of yet, as far as it takes to draw it.
function plainLine(view, row) {
  const { nodes } = view.network.body;
  const options = dressedLine(view, row);
  return { plain: true, from: nodes[row.from], to: nodes[row.to], options, edgeType: {} };
}

function tone(view, row, status) {
  return view.theme[row.alone ? "alone" : row.kind === "post" ? "post" : status === "cancelled" ? "cancelled" : "met"];
}

function faint(view, row) {
  const share = Math.max(0.45, Math.min(1, SPARSE / view.links.length));
  return Math.min(0.75, share * (row.kind === "post" ? 0.5 : FAINT + 0.1 * row.meetings.length));
}
