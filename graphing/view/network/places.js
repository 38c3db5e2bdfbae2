// Where labels may stand: beside their nodes, on nothing else, or farther away with a line to them. All in pixels of the screen; a box is
// [left, top, right, bottom].
const GAP = 3; // pixels between a node and its label
const CELL = 48; // pixels
const CHOSEN = { far: [12, 26, 42, 62], angles: 12 }; // pixels: where a line leads to the names of who is lit with somebody
// The same for who met most: ``farther`` and ``farthest`` where it must be.
const HUB = {
  far: [10, 14, 20, 26, 34, 42, 52],
  farther: [62, 74, 88, 100, 112, 124],
  farthest: [62, 68, 74, 81, 88, 94, 100, 106, 112, 118, 124, 132, 140, 148, 156, 164, 174, 184, 196, 208, 220],
  angles: 32,
};
const TURNS = 2; // so many make room for one
const TRIES = 12000; // so many places are gone through at most: a picture is not waited for
const TOUCHING = [0, 0];
const WAY = { wide: 4, step: 5, least: 9 }; // pixels: how much room a line to a label takes, how finely it is followed, how short it may be

// Boxes by where they are, so that few are asked about each. What is round (``r`` about ``x`` and ``y``) leaves the corners of its box free.
class Cells {
  constructor() {
    this.cells = new Map();
  }

  get any() {
    return this.cells.size > 0;
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
  hit(box, own = null, free = TOUCHING) {
    const from = box[0] - free[0];
    const to = box[2] + free[0];
    const high = box[1] - free[1];
    const low = box[3] + free[1];
    for (let x = Math.floor(from / CELL); x <= to / CELL; x += 1) {
      for (let y = Math.floor(high / CELL); y <= low / CELL; y += 1) {
        const there = this.cells.get(x * 65536 + y);
        if (!there) continue;
        for (const other of there) {
          if (other[0] >= to || other[2] <= from || other[1] >= low || other[3] <= high || (own !== null && other.of === own)) continue;
          if (!other.r || near(other, from, to, high, low)) return true;
        }
      }
    }
    return false;
  }

  // Those that lie there.
  those(box) {
    const found = new Set();
    for (let x = Math.floor(box[0] / CELL); x <= box[2] / CELL; x += 1) {
      for (let y = Math.floor(box[1] / CELL); y <= box[3] / CELL; y += 1) {
        for (const other of this.cells.get(x * 65536 + y) ?? []) {
          if (overlap(other, box) && (!other.r || near(other, box[0], box[2], box[1], box[3]))) found.add(other);
        }
      }
    }
    return [...found];
  }
}

function near({ x, y, r }, from, to, high, low) {
  const aside = Math.max(from - x, 0, x - to);
  const down = Math.max(high - y, 0, y - low);
  return aside * aside + down * down < r * r;
}

function overlap(one, other) {
  return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}

// Where a label may stand beside a node, in halves of its size off the node's middle; a gap off its rim where that is 1.
const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0], [0.7, 1], [-0.7, 1], [0.7, -1], [-0.7, -1]];
const PARTS = [0.2, 0.4, 0.55, 0.85, 0.95];
const MORE_SIDES = [1, -1].flatMap((way) => PARTS.flatMap((part) => [[part, way], [-part, way], [way, part], [way, -part]]));
const EVERY_SIDE = [...SIDES, ...MORE_SIDES];

function beside({ x, y, r }, { wide, high }, [aside, down]) {
  const off = (part, length) => (part * length) / 2 + (Math.abs(part) === 1 ? part * (r + GAP) : 0);
  const [left, top] = [x + off(aside, wide) - wide / 2, y + off(down, high) - high / 2];
  return [left, top, left + wide, top + high];
}

// Farther away by so many pixels, with a line to it: at so many angles, first away from ``centre``. Of a hub hundreds are asked for, one
// after the other.
function* around({ x, y, r }, { wide, high }, centre, far, angles) {
  const away = Math.atan2(y - centre.y, x - centre.x);
  for (let step = 0; step < angles; step += 1) {
    const angle = away + ((step % 2 ? 1 : -1) * Math.ceil(step / 2) * 2 * Math.PI) / angles;
    const left = x + Math.cos(angle) * (r + far + wide / 2) - wide / 2;
    const top = y + Math.sin(angle) * (r + far + high / 2) - high / 2;
    yield [left, top, left + wide, top + high];
  }
}

function outside(at, size, centre, { far, angles }) {
  return far.flatMap((one) => [...around(at, size, centre, one, angles)]);
}

// Moved sideways until it is inside of what is seen; null where that takes it off its node, or onto it.
function inside(place, { x, y, r }, [left, top, right, bottom]) {
  if (place[1] < top || place[3] > bottom) return null;
  if (place[0] >= left && place[2] <= right) return place;
  const aside = Math.max(0, left - place[0]) - Math.max(0, place[2] - right);
  const moved = [place[0] + aside, place[1], place[2] + aside, place[3]];
  const covers = moved[0] < x + r && moved[2] > x - r && moved[1] < y + r && moved[3] > y - r;
  return covers || moved[0] > x || moved[2] < x ? null : moved;
}

// The line from the rim of a node to the nearest point of a label's lines, each as wide as ``wides`` has it: [x, y, x, y]; null where it
// would be too short to be seen.
function way({ x, y, r }, [left, top, right, bottom], wides) {
  const high = (bottom - top) / wides.length;
  const ends = wides.map((wide, line) => {
    const [middle, upper] = [(left + right) / 2, top + line * high];
    const [to, down] = [Math.max(middle - wide / 2, Math.min(middle + wide / 2, x)), Math.max(upper, Math.min(upper + high, y))];
    return { to, down, far: Math.hypot(to - x, down - y) };
  });
  const { to, down, far } = ends.reduce((one, other) => (other.far < one.far ? other : one));
  return far - r < WAY.least ? null : [x + ((to - x) * r) / far, y + ((down - y) * r) / far, to, down];
}

// The boxes along a line.
function along([x, y, to, down]) {
  const steps = Math.ceil(Math.hypot(to - x, down - y) / WAY.step);
  const half = WAY.wide / 2;
  return Array.from({ length: steps }, (_, step) => {
    const [at, line] = [x + ((to - x) * step) / steps, y + ((down - y) * step) / steps];
    return [at - half, line - half, at + half, line + half];
  });
}

// Whether two places {boxes, span} lie on each other; ``span`` is the box around the boxes of each.
function crossing(one, other) {
  if (!overlap(one.span, other.span)) return false;
  return one.boxes.some((its) => overlap(its, other.span) && other.boxes.some((theirs) => overlap(its, theirs)));
}

function spanned(boxes) {
  return [0, 1].map((side) => Math.min(...boxes.map((box) => box[side]))).concat([2, 3].map((side) => Math.max(...boxes.map((box) => box[side]))));
}

// What a generator gives, kept: whoever goes through it again finds the same, and no more is worked out than somebody asks for.
function lazily(given) {
  const kept = [];
  return {
    *[Symbol.iterator]() {
      for (let at = 0; ; at += 1) {
        if (at === kept.length) {
          const { value, done } = given.next();
          if (done) return;
          kept.push(value);
        }
        yield kept[at];
      }
    },
  };
}

// Gives each one of the places that it is offered ({boxes, span}, the best first), so that they do not lie on each other; undefined where there
// is none. Who comes first has the better one, but makes room where another would have none and there is a place left to go to.
function shared(offers) {
  const held = offers.map(() => undefined);
  let tries = TRIES;
  const settle = (who, turns, staying) => {
    for (const place of offers[who]) {
      tries -= 1;
      if (held.some((other) => other && crossing(other, place))) continue;
      held[who] = place;
      return true;
    }
    if (turns === 0) return false;
    for (const place of offers[who]) {
      if (tries < 0) return false;
      const lain = [...held.keys()].filter((other) => held[other] && crossing(held[other], place));
      if (lain.length > 1 || staying.includes(lain[0])) continue;
      const [other] = lain;
      const left = held[other];
      [held[who], held[other]] = [place, undefined];
      if (settle(other, turns - 1, [...staying, who])) return true;
      [held[who], held[other]] = [undefined, left];
    }
    return false;
  };
  for (const who of offers.keys()) settle(who, TURNS, []);
  return held;
}
