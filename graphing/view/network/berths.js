// Room in a crowd for the names of those who met most: beside their nodes, out of which all others are moved. How much each takes is told
// by the server (berths.py) for the longer of both languages: the switch moves nobody.
const MOORINGS = [[1, 0], [-1, 0], [0, 1], [0, -1]]; // on which side of a node its name has room
const ROUNDS = 48; // in which others are moved, as long as one stands in the way
const TURNING = 6; // rounds after which a name may change its side
const TURNED_UNTIL = 24;
const MOORED = 400; // among more nodes than this nobody has room, wherever they are moved
const SEAM = 5; // pixels between two of these names
const SURELY = 10; // of so many no name gives way to others
const LESSER_NODE = 0.65; // of the radius of the largest
const RINGED_MORE = 6.5; // pixels from a node to the outer rim of its ring
const STILL = 0.1; // pixels

// Moves the points of ``places`` (by id); ``r`` is the radius of the largest node, ``ringed`` the id of one with a ring. Gives the room of
// each name, from its node: [left, top, right, bottom] by id, with its ``side`` (places.js). What is asked of every node in every round is
// asked in plain loops: of hundreds of nodes it is hundreds of thousands of questions.
function moor(places, berths, r, panel, ringed = null) {
  const told = (berths ?? []).filter(([id]) => places.has(id));
  if (!told.length || places.size > MOORED) return new Map();
  let hubs = told.map(([id, wide, high]) => ({ id, at: places.get(id), wide, high, side: MOORINGS[0], ...(id === ringed ? { r: r + RINGED_MORE, clear: RINGED_CLEAR } : { r, clear: CLEAR }) }));
  const points = [...places.values()];
  const own = new Map(hubs.map((hub) => [hub.at, hub]));
  const named = [...own.keys()];
  const lesser = r * LESSER_NODE;
  for (let round = 0, still = false; round < ROUNDS && !still; round += 1) {
    if (round % TURNING === 0 && round < TURNED_UNTIL) for (const hub of hubs) hub.side = moorage(hub, hubs, points, panel);
    // Where there is too little room for all those have it who met most.
    if (round === ROUNDS / 2) hubs = hubs.filter((hub, rank) => rank < SURELY || free(hub, points, lesser));
    still = apart(hubs, panel);
    const rooms = hubs.map(moored);
    const taken = (x, y, but) => !inPanel(x, y, panel) || rooms.some((box, at) => hubs[at] !== but && within(box, x, y, lesser));
    for (const hub of hubs) still = freed(hub, points, own, r + RINGED_MORE, lesser, taken) && still;
    keep(points, panel);
    part(points, r + lesser, 1);
    part(named, 2 * r, 1);
  }
  part(points, r + lesser + 1);
  return new Map(hubs.map((hub) => [hub.id, Object.assign(moored({ ...hub, at: { x: 0, y: 0 } }), { side: hub.side })]));
}

// The room of a name beside its node.
function moored({ at: { x, y }, wide, high, side, r }) {
  const left = x + side[0] * (r + GAP + wide / 2) - wide / 2;
  const top = y + side[1] * (r + GAP + high / 2) - high / 2;
  return [left, top, left + wide, top + high];
}

// On which side there is least in its way.
function moorage(hub, hubs, points, panel) {
  const { at, wide, high, r } = hub;
  const [aside, above] = [r + GAP + wide + 1, r + GAP + high + 1]; // beyond is on no side
  const near = points.filter(({ x, y }) => x > at.x - aside && x < at.x + aside && y > at.y - above && y < at.y + above);
  const costs = MOORINGS.map((side) => cost(hub, side, hubs, near, panel));
  return MOORINGS[costs.indexOf(Math.min(...costs))];
}

// What stands in the way of a name on a side.
function cost(hub, side, hubs, points, panel) {
  const box = moored({ ...hub, side });
  const crossed = hubs.filter((other) => other !== hub && overlap(box, moored(other))).length;
  const inside = points.filter(({ x, y }) => within(box, x, y, 0)).length;
  return beyondSides(box, panel).reduce((sum, far) => sum + far, 0) + 6 * crossed + inside + (side === hub.side ? 0 : 0.5);
}

function inPanel(x, y, { width, height }) {
  return x >= MARGIN.x / 2 && x <= width - MARGIN.x / 2 && y >= MARGIN.top / 2 && y <= height - MARGIN.bottom / 2;
}

// Whether a node lies on a box.
function within(box, x, y, r) {
  return x > box[0] - r && x < box[2] + r && y > box[1] - r && y < box[3] + r;
}

// Whether nobody stands in the room of a name.
function free(hub, points, r) {
  const box = moored(hub);
  return !points.some((at) => at !== hub.at && within(box, at.x, at.y, r));
}

// How far a box stands out over the sides of the panel.
function beyondSides([left, top, right, bottom], { width, height }) {
  return [RIM - left, RIM - top, right + RIM - width, bottom + RIM - height].map((far) => Math.max(0, far));
}

// Moves all into the panel.
function keep(points, { width, height }) {
  for (const at of points) {
    at.x = Math.max(MARGIN.x / 2, Math.min(width - MARGIN.x / 2, at.x));
    at.y = Math.max(MARGIN.top / 2, Math.min(height - MARGIN.bottom / 2, at.y));
  }
}

// Moves those who have names a step apart, and into the panel; whether nobody was moved.
function apart(hubs, panel) {
  let still = true;
  for (let number = 0; number < hubs.length; number += 1) {
    const { at } = hubs[number];
    const [left, top, right, bottom] = beyondSides(moored(hubs[number]), panel);
    at.x = at.x + left - right;
    at.y = at.y + top - bottom;
    let one = moored(hubs[number]);
    for (let next = number + 1; next < hubs.length; next += 1) {
      const two = moored(hubs[next]);
      const wide = Math.min(one[2] - two[0], two[2] - one[0]) + SEAM;
      if (wide <= STILL) continue;
      const high = Math.min(one[3] - two[1], two[3] - one[1]) + SEAM;
      if (high <= STILL) continue;
      still = false;
      const [axis, far, before] = wide < high ? ["x", wide, one[0] + one[2] < two[0] + two[2]] : ["y", high, one[1] + one[3] < two[1] + two[3]];
      const half = before ? far / 2 : -far / 2;
      at[axis] -= half;
      hubs[next].at[axis] += half;
      one = moored(hubs[number]);
    }
  }
  return still;
}

// Moves who stands in the room of a name out of it; of two who have names each makes half of the shortest way. Whether nobody did.
// ``reach``: what the largest node takes.
function freed(hub, points, own, reach, lesser, taken) {
  let still = true;
  const [left, top, right, bottom] = moored(hub);
  const [aside, above] = hub.clear;
  const far = (r, x, y) => [x - left + r + aside, right + r + aside - x, y - top + r + above, bottom + r + above - y];
  for (const at of points) {
    // Most are far off, whoever they are.
    const { x, y } = at;
    if (x - left + reach + aside <= STILL || right + reach + aside - x <= STILL) continue;
    if (y - top + reach + above <= STILL || bottom + reach + above - y <= STILL || at === hub.at) continue;
    const other = own.get(at);
    const [toLeft, toRight, up, down] = far(other ? other.r : lesser, x, y);
    if (toLeft <= STILL || toRight <= STILL || up <= STILL || down <= STILL) continue;
    still = false;
    const ways = [[0, -up], [0, down], [-toLeft, 0], [toRight, 0]].sort((one, two) => Math.abs(one[0] + one[1]) - Math.abs(two[0] + two[1]));
    const way = (!other && ways.find(([aside, along]) => !taken(x + aside, y + along, hub))) || ways[0];
    const share = other ? 0.5 : 1;
    at.x = x + way[0] * share;
    at.y = y + way[1] * share;
    if (!other) continue;
    hub.at.x -= way[0] * share;
    hub.at.y -= way[1] * share;
  }
  return still;
}
