// The labels: drawn over the picture, at a size of the screen that grows less than the zoom. Who met most has theirs first; a label lies
// on no other label, on nobody's node and on no cross, and inside of the panel. Where there is no room for it, it is left out.
const LETTERS = { crowd: 13, few: 14 }; // pixels
const LESSER = 12 / 14; // a meeting's date and place are smaller than names
const LINE = 1.2; // from line to line, in letters
const LONGEST = 176; // pixels of a line; what is longer is shortened
const GAP = 3; // pixels between a node and its label
const CELL = 48; // pixels
const FAR = [14, 34, 56, 80]; // pixels
const KEPT_LABELS = 10; // so many of a crowd's have theirs even where it lies on a node of somebody who met fewer

const widths = new Map();

// How wide a line is in letters: measured once, a brush asks for all of them many times a second, and to set a font takes its time.
function width(context, line) {
  const known = widths.get(line);
  if (known !== undefined) return known;
  const { font } = context;
  context.font = `100px ${FONT}`;
  const found = context.measureText(line).width / 100;
  context.font = font;
  widths.set(line, found);
  return found;
}

// A line no wider than fits, with … for what is left out.
function shortened(context, line, most) {
  if (width(context, line) <= most) return line;
  let kept = line.length - 1;
  while (kept > 1 && width(context, line.slice(0, kept) + "…") > most) kept -= 1;
  return line.slice(0, kept) + "…";
}

// Boxes [left, top, right, bottom] by where they are, so that few are asked about each.
class Cells {
  constructor() {
    this.cells = new Map();
  }

  add(box) {
    for (let x = Math.floor(box[0] / CELL); x <= box[2] / CELL; x += 1) {
      for (let y = Math.floor(box[1] / CELL); y <= box[3] / CELL; y += 1) {
        const there = this.cells.get(x * 65536 + y);
        if (there) there.push(box);
        else this.cells.set(x * 65536 + y, [box]);
      }
    }
  }

  // Whether any but those of ``own`` lies there.
  hit(box, own = null) {
    for (let x = Math.floor(box[0] / CELL); x <= box[2] / CELL; x += 1) {
      for (let y = Math.floor(box[1] / CELL); y <= box[3] / CELL; y += 1) {
        const there = this.cells.get(x * 65536 + y);
        if (there?.some((other) => other.of !== own && other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1])) return true;
      }
    }
    return false;
  }
}

// Where a label of ``wide`` × ``high`` may stand beside a node: under it, above it, at its sides, then aslant.
function places({ x, y, r }, wide, high) {
  const [half, near] = [wide / 2, r + GAP];
  const middle = [
    [x, y + near + high / 2], [x, y - near - high / 2], [x + near + half, y], [x - near - half, y],
    [x + half * 0.7, y + near + high / 2], [x - half * 0.7, y + near + high / 2],
    [x + half * 0.7, y - near - high / 2], [x - half * 0.7, y - near - high / 2],
  ];
  return middle.map(([at, line]) => [at - half, line - high / 2, at + half, line + high / 2]);
}

// Farther away, with a line to it: beside the few that are chosen there is room where others stand back. First away from ``centre``.
function outside({ x, y, r }, wide, high, centre) {
  const away = Math.atan2(y - centre.y, x - centre.x);
  return FAR.flatMap((far) =>
    Array.from({ length: 12 }, (_, step) => {
      const angle = away + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * (Math.PI / 6);
      const [at, line] = [x + Math.cos(angle) * (r + far + wide / 2), y + Math.sin(angle) * (r + far + high / 2)];
      return Object.assign([at - wide / 2, line - high / 2, at + wide / 2, line + high / 2], { far: true });
    }),
  );
}

// Moved sideways until it is inside of what is seen; null where that takes it off its node, or onto it.
function inside(place, { x, y, r }, [left, top, right, bottom]) {
  if (place[1] < top || place[3] > bottom) return null;
  if (place[0] >= left && place[2] <= right) return place;
  const aside = Math.max(0, left - place[0]) - Math.max(0, place[2] - right);
  const moved = Object.assign([place[0] + aside, place[1], place[2] + aside, place[3]], { far: place.far });
  const covers = moved[0] < x + r && moved[2] > x - r && moved[1] < y + r && moved[3] > y - r;
  return covers || moved[0] > x || moved[2] < x ? null : moved;
}

// Draws the labels of ``nodes``; gives their boxes, in the picture's units. ``others`` are all the nodes that no label may lie on,
// ``crosses`` points that it may not, ``ringed`` the ids of those with a ring, ``first`` that of who comes first. ``near``: the zoom
// at which labels have the size of a screen's.
function captions(context, nodes, { scale, near, crowd, named, theme, others, crosses, ringed, first, seen }) {
  const usual = LETTERS[crowd ? "crowd" : "few"] * Math.max(1, Math.min(1.7, (scale / near) ** 0.4));
  let set = usual; // the context's own: set anew only where it differs
  const radius = (node) => (ringed.includes(node.id) ? ringSize(node) + 1.5 : node.options.size);
  const disc = (node) => ({ id: node.id, x: node.x * scale, y: node.y * scale, r: radius(node) * scale });
  const discs = new Cells();
  for (const { id, x, y, r } of others.map(disc)) discs.add(Object.assign([x - r, y - r, x + r, y + r], { of: id }));
  for (const { x, y } of crosses) discs.add([x * scale - 6, y * scale - 6, x * scale + 6, y * scale + 6]);
  const taken = new Cells();
  for (const { x, y, r } of others.filter(({ id }) => ringed.includes(id)).map(disc)) taken.add([x - r, y - r, x + r, y + r]);
  const boxes = [];
  const met = ({ id }) => named.get(id).meetings.length;
  const order = (one, other) => (other.id === first) - (one.id === first) || met(other) - met(one) || other.options.size - one.options.size;
  const centre = first && nodes.find(({ id }) => id === first);
  const edge = seen.map((at) => at * scale);
  context.save();
  context.font = `${set / scale}px ${FONT}`;
  context.lineWidth = 4 / scale;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = theme.background;
  context.fillStyle = theme.text;
  for (const [rank, node] of nodes.filter(({ id, options }) => !options.hidden && named.get(id)?.label).sort(order).entries()) {
    const letter = usual * (named.get(node.id).kind === "meeting" ? LESSER : 1);
    const lines = named.get(node.id).lines.split("\n").map((line) => shortened(context, line, LONGEST / letter));
    const wide = Math.max(...lines.map((line) => width(context, line))) * letter;
    const high = letter * (LINE * (lines.length - 1) + 1.1);
    const at = disc(node);
    const whole = at.x >= edge[0] && at.x <= edge[2] && at.y >= edge[1] && at.y <= edge[3];
    const offer = (offered) => {
      for (const one of offered) {
        const place = whole ? inside(one, at, edge) : one;
        if (!place || taken.hit(place)) continue;
        if (!discs.hit(place, node.id)) return place;
        second ??= place;
      }
      return null;
    };
    let second = null;
    // A node of who met fewer gives way to the label of who met most, where all sides are full.
    const ours = rank < KEPT_LABELS || !crowd || node.id === first;
    const away = () => (centre && node !== centre ? offer(outside(at, wide, high, disc(centre))) : null);
    const place = offer(places(at, wide, high)) ?? away() ?? (ours ? second : null);
    if (!place) continue;
    taken.add([place[0] - 2, place[1] - 1, place[2] + 2, place[3] + 1]);
    const [left, top, right, bottom] = [...place].map((one) => one / scale);
    if (place.far) leader(context, node, { left, top, right, bottom }, scale, theme.text);
    boxes.push({ id: node.id, left, top, right, bottom });
    if (letter !== set) context.font = `${(set = letter) / scale}px ${FONT}`;
    const down = (number) => top + (letter * (0.55 + LINE * number)) / scale;
    for (const [number, line] of lines.entries()) context.strokeText(line, (left + right) / 2, down(number));
    for (const [number, line] of lines.entries()) context.fillText(line, (left + right) / 2, down(number));
  }
  context.restore();
  return boxes;
}

// The line from a node to a label that stands farther away.
function leader(context, { x, y }, { left, top, right, bottom }, scale, colour) {
  context.save();
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(Math.max(left, Math.min(right, x)), Math.max(top, Math.min(bottom, y)));
  context.strokeStyle = colour;
  context.globalAlpha = 0.45;
  context.lineWidth = 1 / scale;
  context.stroke();
  context.restore();
}
