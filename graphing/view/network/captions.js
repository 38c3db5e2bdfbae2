// The labels: drawn over the picture, at a size of the screen that grows less than the zoom. Who met most has theirs first; a label lies
// on no other label, on nobody's node and on no cross, inside of the panel, and nearer to its own node than to any other. Where there is
// no such room for it, it is left out.
const LETTERS = { crowd: 13, few: 14 }; // pixels
const LESSER = 12 / 14; // a meeting's date and place are smaller than names
const LINE = 1.2; // from line to line, in letters
const LONGEST = 176; // pixels of a line; what is longer is shortened
const GAP = 3; // pixels between a node and its label
const CELL = 48; // pixels
const FAR = [12, 26, 42, 62]; // pixels
const CLEAR = [7, 4]; // pixels at a label's sides, and above and below it, to another's node: a name beside a dot is read as that one's
const CLOSE = [4, 4]; // the same where otherwise a line would have to lead to it, and for those who met most
const TOUCHING = [0, 0];
const HUBS = 10;
const TRIED = 80; // so many are tried at more sides: of a thousand the others have no room, wherever they are tried

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

// What takes less room where a label has none: of a meeting its date, of a name its parts one under the other.
function narrower(lines, kind) {
  if (kind === "meeting") return lines.slice(0, 1);
  return lines.length > 1 ? lines : lines[0].split(/ (?=[^ ]*$)/);
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

  // Whether any but those of ``own`` lies there, or so near at the sides or above and below. In plain loops: it is asked thousands of times
  // for a picture.
  hit([left, top, right, bottom], own = null, [aside, above] = TOUCHING) {
    const [from, to, high, low] = [left - aside, right + aside, top - above, bottom + above];
    for (let x = Math.floor(from / CELL); x <= to / CELL; x += 1) {
      for (let y = Math.floor(high / CELL); y <= low / CELL; y += 1) {
        const there = this.cells.get(x * 65536 + y);
        if (!there) continue;
        for (const other of there) if (other[0] < to && other[2] > from && other[1] < low && other[3] > high && (own === null || other.of !== own)) return true;
      }
    }
    return false;
  }
}

// Where a label may stand beside a node, in halves of its size off the node's middle; a gap off its rim where that is 1.
const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0], [0.7, 1], [-0.7, 1], [0.7, -1], [-0.7, -1]];
const PARTS = [0.2, 0.4, 0.55, 0.85, 0.95];
const MORE_SIDES = [1, -1].flatMap((way) => PARTS.flatMap((part) => [[part, way], [-part, way], [way, part], [way, -part]]));

function beside({ x, y, r }, wide, high, [aside, down]) {
  const off = (part, length) => (part * length) / 2 + (Math.abs(part) === 1 ? part * (r + GAP) : 0);
  const [left, top] = [x + off(aside, wide) - wide / 2, y + off(down, high) - high / 2];
  return [left, top, left + wide, top + high];
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

// The first that comes of any of these.
function found(offered, come) {
  for (const one of offered) {
    const place = come(one);
    if (place) return place;
  }
  return null;
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
// ``crosses`` points that it may not, ``blocked`` boxes that something else lies over, ``ringed`` the ids of those with a ring, ``first``
// that of who comes first. ``near``: the zoom at which labels have the size of a screen's.
function captions(context, nodes, { scale, near, crowd, named, theme, others, crosses, blocked, ringed, first, seen }) {
  const usual = LETTERS[crowd ? "crowd" : "few"] * Math.max(1, Math.min(1.7, (scale / near) ** 0.4));
  let set = usual; // the context's own: set anew only where it differs
  const radius = (node) => (ringed.includes(node.id) ? ringSize(node) + 1.5 : node.options.size);
  const disc = (node) => ({ id: node.id, x: node.x * scale, y: node.y * scale, r: radius(node) * scale });
  const discs = new Cells();
  for (const { id, x, y, r } of others.map(disc)) discs.add(Object.assign([x - r, y - r, x + r, y + r], { of: id }));
  for (const { x, y } of crosses) discs.add([x * scale - 6, y * scale - 6, x * scale + 6, y * scale + 6]);
  const taken = new Cells();
  for (const { x, y, r } of others.filter(({ id }) => ringed.includes(id)).map(disc)) taken.add([x - r, y - r, x + r, y + r]);
  for (const box of blocked) taken.add(box.map((at) => at * scale));
  const boxes = [];
  const met = ({ id }) => named.get(id).ties;
  const order = (one, other) => (other.id === first) - (one.id === first) || met(other) - met(one) || other.options.size - one.options.size;
  const centre = first && nodes.find(({ id }) => id === first);
  const edge = seen.map((at) => at * scale);
  const middle = centre ? disc(centre) : { x: (edge[0] + edge[2]) / 2, y: (edge[1] + edge[3]) / 2 };
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
    const at = disc(node);
    const whole = at.x >= edge[0] && at.x <= edge[2] && at.y >= edge[1] && at.y <= edge[3];
    const kept = centre ? node !== centre : rank < HUBS;
    let second = null;
    const fits = (one, free) => {
      const place = whole ? inside(one, at, edge) : one;
      if (!place) return null;
      const over = discs.hit(place, node.id, free);
      if ((over && (second || node.id !== first)) || taken.hit(place)) return null;
      if (!over) return place;
      second = place;
      return null;
    };
    const put = (lines) => {
      const wide = Math.max(...lines.map((line) => width(context, line))) * letter;
      const high = letter * (LINE * (lines.length - 1) + 1.1);
      const sides = (offered, free) => found(offered, (side) => fits(beside(at, wide, high, side), free));
      const close = () => (kept ? (sides(SIDES, CLOSE) ?? sides(MORE_SIDES, CLOSE)) : null);
      const away = () => (kept && centre ? found(outside(at, wide, high, middle), (one) => fits(one, CLOSE)) : null);
      return sides(SIDES, CLEAR) ?? (rank < TRIED ? sides(MORE_SIDES, CLEAR) : null) ?? close() ?? away();
    };
    const told = named.get(node.id).lines.split("\n").map((line) => shortened(context, line, LONGEST / letter));
    // Who is chosen is named, wherever that is.
    const forms = rank < HUBS && node.id !== first ? [told, narrower(told, named.get(node.id).kind)] : [told];
    let lines;
    const place = found(forms, (form) => put((lines = form))) ?? (node.id === first ? second : null);
    if (!place) continue;
    taken.add([place[0] - 2, place[1] - 1, place[2] + 2, place[3] + 1]);
    const [left, top, right, bottom] = [...place].map((one) => one / scale);
    if (place.far) leader(context, { x: node.x, y: node.y, r: radius(node) }, { left, top, right, bottom }, scale, theme.text);
    boxes.push({ id: node.id, left, top, right, bottom });
    if (letter !== set) context.font = `${(set = letter) / scale}px ${FONT}`;
    const down = (number) => top + (letter * (0.55 + LINE * number)) / scale;
    for (const [number, line] of lines.entries()) context.strokeText(line, (left + right) / 2, down(number));
    for (const [number, line] of lines.entries()) context.fillText(line, (left + right) / 2, down(number));
  }
  context.restore();
  return boxes;
}

// The line from a node to a label that stands farther away: fine dots in the label's colour, which no line between nodes has, from rim to
// label.
function leader(context, { x, y, r }, { left, top, right, bottom }, scale, colour) {
  const [to, down] = [Math.max(left, Math.min(right, x)), Math.max(top, Math.min(bottom, y))];
  const far = Math.hypot(to - x, down - y) || 1;
  context.save();
  context.beginPath();
  context.moveTo(x + ((to - x) * r) / far, y + ((down - y) * r) / far);
  context.lineTo(to, down);
  context.strokeStyle = colour;
  context.globalAlpha = 0.75;
  context.lineWidth = 1.5 / scale;
  context.lineCap = "round";
  context.setLineDash([0, 4 / scale]);
  context.stroke();
  context.restore();
}
