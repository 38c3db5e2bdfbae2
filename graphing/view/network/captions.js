// The labels: drawn over the picture, at a size of the screen that grows less than the zoom. Who met most has theirs first; a label lies
// on no other label, on nobody's node and on no cross, inside of the panel, and nearer to its own node than to any other, or a line leads to
// it, and then it stands in a frame of its own. Where there is no such room for it, it is left out; but who must be named is, and those who
// met most are rather in a frame over lesser nodes than nowhere.
const LETTERS = { crowd: 13, few: 14 }; // pixels
const LESSER = 12 / 14; // a meeting's date and place are smaller than names
const LINE = 1.2; // from line to line, in letters
const LONGEST = 176; // pixels of a line; what is longer is shortened
const CLEAR = [7, 4]; // pixels at a label's sides, and above and below it, to another's node: a name beside a dot is read as that one's
const CLOSE = [4, 4]; // the same where otherwise a line would have to lead to it, and for those who met most
const LED = [3, 3]; // the same where a line leads to it
const RINGED_CLEAR = [10, 10]; // the same where a ring keeps a name from its own
const UNCROSSED = [2, 1]; // the same to a cross, which is nobody's: it is only not covered
const READ = 12; // pixels: a frame so near to a node that has no name of its own is read as that one's
const FRAME = [3, 1]; // pixels of a frame at the sides of its words, and above and below them
const BARE = [3, 3]; // the same of the ``UPMOST`` first where all else is taken: no less than from its own
const UPMOST = 10;
const COVERED = 3; // so many lesser nodes may lie under a frame where all else is taken: of the first few, and of all hubs among many nodes
const FIRST = 3;
const MANY_NODES = 200;
const HUBS = 20; // so many make room for each other, and may stand farther away
const LEADING = 30; // to so many names a line may lead: more of them hide what they are about
const MAKING_ROOM = [1, 2, 3]; // at which further sides of its node the chosen one's name is tried
const TRIED = 80; // so many are tried at more sides: of a thousand the others have no room, wherever they are tried

const widths = new Map();

// How wide a line is in letters: measured once, a brush asks for all of them many times a second, and to set a font takes its time.
function width(context, line) {
  if (!widths.has(line)) gauge(context, [line]);
  return widths.get(line);
}

function gauge(context, lines) {
  const { font } = context;
  context.font = `100px ${FONT}`;
  for (const line of lines) widths.set(line, context.measureText(line).width / 100);
  context.font = font;
}

// A line no wider than fits, with … for what is left out.
function shortened(context, line, most) {
  if (width(context, line) <= most) return line;
  let kept = line.length - 1;
  while (kept > 1 && width(context, line.slice(0, kept) + "…") > most) kept -= 1;
  return line.slice(0, kept) + "…";
}

// What takes less room where a label has none: of a meeting its date, for a place that is cut would be read as another; of a name its parts
// one under the other.
function narrower(lines, { kind, brief }) {
  if (kind === "meeting") return lines.length > 1 ? [brief || `${lines[0]}…`] : lines;
  return lines.length > 1 ? lines : lines[0].split(/ (?=[^ ]*$)/);
}

// The first that comes of any of these.
function found(offered, come) {
  for (const one of offered) {
    const place = come(one);
    if (place) return place;
  }
  return null;
}

// What was worked out for the last two pictures, as long as one is the same, of the same ``named``: it is drawn anew wherever the mouse
// goes, and somebody's surroundings are two (lights.js).
let lately = [];

function kept(named, picture, work) {
  const known = lately.find((one) => one.named === named && one.picture === picture) ?? { named, picture, places: work() };
  lately = [known, ...lately.filter((one) => one !== known)].slice(0, 2);
  return known.places;
}

// Draws the labels of ``nodes``; gives their boxes, in the picture's units, with the line ``way`` that leads to one. ``others`` are all the
// nodes that no label may lie on, ``pale`` those that it rather would not, ``crosses`` points that it may not, ``blocked`` boxes that something else lies over, ``ringed`` the ids of
// those with a ring, ``first`` that of who comes first, ``sure`` those of who is named in any case, ``plain`` whether nobody makes room for
// another, and lines lead to fewer, ``berths`` the room that names have of their own (berths.js). ``near``: the zoom at which labels have the size of a screen's.
function captions(context, nodes, told) {
  const { scale, crowd, near, named, theme, others, pale, crosses, blocked, ringed, first, sure, seen, plain } = told;
  const usual = LETTERS[crowd ? "crowd" : "few"] * Math.max(1, Math.min(1.7, (scale / near) ** 0.4));
  const met = ({ id }) => named.get(id).ties;
  const turn = ({ id }) => (id === first ? Infinity : sure.includes(id) ? sure.length - sure.indexOf(id) : 0);
  const order = (one, other) => (turn(one) === turn(other) ? 0 : turn(other) - turn(one)) || met(other) - met(one) || other.options.size - one.options.size;
  const shown = nodes.filter(({ id, options }) => !options.hidden && named.get(id)?.label).sort(order);
  const standing = others.map(({ id, x, y, options: { size } }) => [id, x, y, size]);
  const picture = [usual, scale, first, sure, ringed, seen, crosses.map(({ x, y }) => [x, y]), blocked, standing, pale.length, shown.map(({ id }) => id), plain];
  const found = kept(named, JSON.stringify(picture), () => {
    gauge(context, shown.flatMap(({ id }) => told.named.get(id).lines.split("\n")).filter((line) => !widths.has(line)));
    const settled = (side) => settle(new Ground(context, nodes, told, usual, side), shown, told);
    const usually = settled(0);
    const driven = (places) => places.filter(({ way }) => way).length + 2 * (shown.length - places.length);
    if (crowd || shown[0]?.id !== first || !driven(usually)) return usually;
    // In a picture of few the name of who is chosen drives nobody else's off its node.
    return MAKING_ROOM.map(settled).reduce((best, places) => (driven(places) < driven(best) ? places : best), usually);
  });
  lettered(context, found, scale, theme);
  return found.map(({ id, box, way, lines }) => {
    const [left, top, right, bottom] = box.map((one) => one / scale);
    return { id, lines, left, top, right, bottom, ...(way && { way: way.map((one) => one / scale) }) };
  });
}

// Gives the nodes of ``shown``, in their order, their names' places.
function settle(ground, shown, { first, sure, plain }) {
  const many = plain ? 0 : HUBS;
  const [own, hubs] = shown[0]?.id === first ? [shown.slice(0, 1), shown.slice(1, many + 1)] : [[], shown.slice(0, many)];
  const before = own.map((node) => ground.place(node, 0));
  ground.hubs = new Set(hubs.map(({ id }) => id));
  ground.firm = new Set(hubs.slice(0, UPMOST).map(({ id }) => id));
  // Who must be named and could be nowhere is before others take what is left.
  const early = hubs.map((node) => (sure.includes(node.id) && ground.offers(node).next().done ? ground.squeezed(node) : null));
  const free = shared(hubs.map((node, at) => (early[at] ? [] : lazily(ground.offers(node)))));
  before.push(...free.map((place, at) => early[at] ?? place));
  for (const [at, place] of free.entries()) if (place && !early[at]) ground.take(place);
  for (const [at, node] of hubs.entries()) if (at < FIRST || sure.includes(node.id)) before[own.length + at] ??= ground.squeezed(node);
  // Who stands beside a frame is named before others: else the frame is read as theirs.
  const beside = new Set(before.flatMap((place) => (place?.way ? ground.near(place.box).map(({ of }) => of) : [])));
  const rest = shown.slice(before.length);
  const turns = [...rest.filter(({ id }) => beside.has(id)), ...rest.filter(({ id }) => !beside.has(id))];
  const named = [...before, ...turns.map((node, at) => ground.place(node, before.length + at))];
  return named.flatMap((place, at) => (place ? [{ id: [...shown.slice(0, before.length), ...turns][at].id, ...place }] : []));
}

// What the labels of a picture stand on, and who has which room of it. ``side``: at which of the sides that are free the chosen one is named.
class Ground {
  constructor(context, nodes, { scale, named, others, pale, crosses, blocked, ringed, first, sure, seen, berths }, usual, side = 0) {
    Object.assign(this, { side, context, named, scale, ringed, first, sure, usual, berths, hubs: new Set(), firm: new Set() });
    this.discs = new Cells();
    for (const { id, x, y, r, round } of others.map((node) => this.disc(node))) {
      this.discs.add(Object.assign([x - r, y - r, x + r, y + r], { of: id, ...(round && { x, y, r }) }));
    }
    this.pale = new Cells();
    for (const { x, y, r } of pale.map((node) => this.disc(node))) this.pale.add(Object.assign([x - r, y - r, x + r, y + r], { x, y, r }));
    this.crosses = new Cells();
    for (const { x, y } of crosses) this.crosses.add([x * scale - CROSSED, y * scale - CROSSED, x * scale + CROSSED, y * scale + CROSSED]);
    this.taken = new Cells();
    for (const { id, x, y, r } of others.filter((node) => ringed.includes(node.id)).map((node) => this.disc(node))) {
      this.taken.add(Object.assign([x - r, y - r, x + r, y + r], { of: id }));
    }
    for (const box of blocked) this.taken.add(box.map((at) => at * scale));
    this.others = others;
    this.rooms = new Map();
    this.full = others.length > MANY_NODES;
    this.edge = seen.map((at) => at * scale);
    this.centre = first && nodes.find(({ id }) => id === first);
    this.middle = this.centre ? this.disc(this.centre) : { x: (this.edge[0] + this.edge[2]) / 2, y: (this.edge[1] + this.edge[3]) / 2 };
  }

  radius({ id, options }) {
    return this.ringed.includes(id) ? ringSize({ options }) + 1.5 : options.size;
  }

  disc(node) {
    const { scale } = this;
    return { id: node.id, x: node.x * scale, y: node.y * scale, r: this.radius(node) * scale, round: node.options.shape === "dot" };
  }

  take({ box: [left, top, right, bottom], boxes }) {
    this.taken.add([left - 2, top - 1, right + 2, bottom + 1]);
    for (const one of boxes.slice(1)) this.taken.add(one);
  }

  // Whose nodes are so near to a box that it may be read as theirs.
  near([left, top, right, bottom]) {
    return this.discs.those([left - READ, top - READ, right + READ, bottom + READ]);
  }

  // How many of them, but for its own, could have no name beside them then.
  misread(box, own) {
    return this.near(box).filter(({ of }) => of !== own && !this.roomy(of).some((side) => !overlap(side, box) && !this.taken.hit(side))).length;
  }

  // Where a name has room beside its node, whatever others are named.
  roomy(id) {
    this.bodies ??= new Map(this.others.map((node) => [node.id, node]));
    if (!this.rooms.has(id)) {
      const [node, at] = [this.bodies.get(id), this.disc(this.bodies.get(id))];
      const letter = this.letter(node);
      const size = this.measured(this.lines(node, letter), letter);
      this.rooms.set(id, EVERY_SIDE.map((side) => this.fitting(beside(at, size, side), at, CLEAR)).filter(Boolean));
    }
    return this.rooms.get(id);
  }

  letter({ id }) {
    return this.usual * (this.named.get(id).kind === "meeting" ? LESSER : 1);
  }

  lines({ id }, letter) {
    return this.named.get(id).lines.split("\n").map((line) => shortened(this.context, line, LONGEST / letter));
  }

  measured(lines, letter) {
    const wides = lines.map((line) => width(this.context, line) * letter);
    return { wides, wide: Math.max(...wides), high: letter * (LINE * (lines.length - 1) + 1.1) };
  }

  sees({ x, y }) {
    const [left, top, right, bottom] = this.edge;
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  // A box moved to where it is seen. Who is out of sight is named there.
  seen(box, at) {
    return this.sees(at) ? inside(box, at, this.edge) : box;
  }

  // The same, null where a label lies there already.
  open(box, at) {
    const place = this.seen(box, at);
    return place && !this.taken.hit(place) ? place : null;
  }

  // The same, null also where another's node is, or so near, and where a cross is. Nodes stand in most ways: they are asked first.
  fitting(box, at, free) {
    const place = this.seen(box, at);
    return place && !this.discs.hit(place, at.id, free) && !this.taken.hit(place) && !this.crosses.hit(place, null, UNCROSSED) ? place : null;
  }

  // Where one of those who met most may stand, the best first: beside nobody else. Where somebody is chosen, or must be named and could be
  // nowhere, rather there than nowhere.
  *offers(node) {
    const tried = this.tried(node);
    let none = true;
    for (const place of this.alone(tried)) {
      none = false;
      yield place;
    }
    if (this.sees(tried.at) && (this.centre || (tried.sure && (none || this.squeezing)))) yield* this.rather(tried);
  }

  // At which sides a name is tried: first where it has room of its own, for that is nobody else's.
  sides({ id }) {
    const own = this.berths.get(id)?.side;
    return own ? [own, ...EVERY_SIDE] : EVERY_SIDE;
  }

  // What is tried of a name: whole and in parts, beside its node and with a line to it.
  tried(node) {
    const at = this.disc(node);
    const letter = this.letter(node);
    const whole = this.lines(node, letter);
    const less = narrower(whole, this.named.get(node.id));
    const forms = (less.length === whole.length ? [whole] : [whole, less]).map((lines) => ({ lines, ...this.measured(lines, letter) }));
    const offer = ({ lines }, box, line) => {
      const [left, top, right, bottom] = box;
      const boxes = [[left - 2, top - 1, right + 2, bottom + 1], ...(line ? along(line) : [])];
      return { box, lines, letter, way: line, boxes, span: spanned(boxes) };
    };
    const led = (far, angles, fits, wrong) => loosest(this.led(at, forms, far, angles, fits), wrong).map((told) => offer(...told));
    const long = (box, [x, y, to, down]) => Math.hypot(to - x, down - y) + 20 * this.pale.those(box).length;
    const near = this.ringed.includes(node.id) ? [RINGED_CLEAR, CLEAR, CLOSE] : [CLEAR, CLOSE];
    return { at, forms, near, offer, led, long, sure: this.sure.includes(node.id) };
  }

  *alone({ at, forms, near, offer, led, long }) {
    const over = []; // who has stepped back
    const sides = this.sides(at);
    for (const form of forms) {
      for (const free of near) {
        for (const side of sides) {
          const box = this.fitting(beside(at, form, side), at, free);
          if (box && this.pale.hit(box)) over.push(offer(form, box));
          else if (box) yield offer(form, box);
        }
      }
    }
    yield* over;
    if (!this.sees(at)) return;
    const unread = (box) => !this.discs.hit(box, at.id, [READ, READ]);
    yield* led([...HUB.far, ...HUB.farther], HUB.angles, (box) => unread(box) && !this.crosses.hit(box, null, UNCROSSED), long);
    yield* led(HUB.farthest, 2 * HUB.angles, unread, long);
    if (!this.firm.has(at.id)) return;
    for (const form of forms) {
      for (const side of sides) {
        const box = this.open(beside(at, form, side), at);
        if (box && !this.discs.hit(box, at.id, BARE)) yield offer(form, box);
      }
    }
  }

  // Beside others, over crosses, or over lesser nodes.
  *rather({ at, led, long, sure }) {
    const misread = (box, line) => long(box, line) + 80 * this.misread(box, at.id) + 8 * this.near(box).length;
    const roomy = (box) => !this.discs.hit(box, at.id, LED);
    yield* led([...HUB.far, ...HUB.farther], HUB.angles, (box) => roomy(box) && !this.crosses.hit(box, null, LED), misread);
    const lesser = (box) => {
      const covered = this.discs.those(box);
      return (sure || covered.length <= COVERED) && !covered.some(({ of }) => of === at.id || this.hubs.has(of));
    };
    const covering = () => led(HUB.far, HUB.angles, lesser, (box) => this.discs.those(box).length);
    if (this.full || sure) yield* covering();
    yield* led(HUB.farthest, 2 * HUB.angles, roomy, (box) => Number(this.discs.hit(box, at.id, CLEAR)));
    if (this.squeezing) yield* covering();
  }

  // Where somebody is named for whom those who met most have left no place.
  squeezed(node) {
    this.squeezing = true;
    const [place] = this.offers(node);
    this.squeezing = false;
    if (!place) return this.place(node, 0);
    this.take(place);
    return place;
  }

  // The places of a frame that fit, in sight and on no other label, with the line to each.
  led(at, forms, far, angles, fits) {
    const places = [];
    for (const away of far) {
      for (const form of forms) {
        const size = boxed(form);
        for (const box of around(at, size, this.middle, away, angles)) {
          if (!this.within(box) || this.taken.hit(box) || !fits(box)) continue;
          const line = way(at, box, [size.wide]);
          if (line && !this.runs(line, at.id)) places.push([form, box, line]);
        }
      }
    }
    return places;
  }

  // Whether a box is in sight whole.
  within([left, top, right, bottom]) {
    const { edge } = this;
    return left >= edge[0] && top >= edge[1] && right <= edge[2] && bottom <= edge[3];
  }

  // Whether a line to a label would run over another's node or label.
  runs(line, own) {
    return along(line).some((part) => this.discs.hit(part, own) || this.taken.hit(part, own));
  }

  // Where a node is named whose turn comes ``rank``-th; null where there is no room. A meeting is told by its date where its place has none.
  place(node, rank) {
    const lines = this.lines(node, this.letter(node));
    const named = this.named.get(node.id);
    const less = named.kind === "meeting" ? narrower(lines, named) : lines;
    return this.put(node, rank, lines) ?? (less.length < lines.length ? this.put(node, rank, less) : null);
  }

  // The same with these lines. Who is chosen is named, wherever that is.
  put(node, rank, lines) {
    const at = this.disc(node);
    const { centre, middle } = this;
    const own = node.id === this.first;
    const must = own || this.sure.includes(node.id);
    const letter = this.letter(node);
    const size = this.measured(lines, letter);
    const sides = (offered, free) => {
      const fit = (side) => this.fitting(beside(at, size, side), at, free);
      if (own && this.side) return offered.map(fit).filter((box) => box && !this.pale.hit(box))[this.side] ?? null;
      return (this.pale.any ? found(offered, (side) => ((box) => (box && !this.pale.hit(box) ? box : null))(fit(side))) : null) ?? found(offered, fit);
    };
    const close = () => (centre && !own ? sides(EVERY_SIDE, CLOSE) : null);
    const wide = boxed(size);
    const far = (one) => {
      const place = this.fitting(one, at, CLOSE);
      const line = place && way(at, place, [wide.wide]);
      return line ? Object.assign(place, { way: line }) : null;
    };
    const clean = ({ way: line }) => !this.runs(line, node.id);
    const open = ({ way: line }) => !along(line).some((part) => this.taken.hit(part, node.id));
    const away = () => {
      if (!centre || own || rank >= LEADING) return null;
      const there = outside(at, wide, middle, CHOSEN).map(far).filter((place) => place && (must || !this.misread(place, node.id)));
      return there.find(clean) ?? there.find(open) ?? null;
    };
    const anyhow = () => (must ? found(EVERY_SIDE, (side) => this.open(beside(at, size, side), at)) : null);
    const box = sides(rank < TRIED ? this.sides(at) : SIDES, CLEAR) ?? close() ?? away() ?? anyhow();
    if (!box) return null;
    const place = { box, lines, letter, boxes: [box, ...(box.way ? along(box.way) : [])], way: box.way };
    this.take(place);
    return place;
  }
}

// Places [form, box, line] in the order of what is wrong with each, as they came where that is alike.
function loosest(places, wrong) {
  const known = new Map(places.map((place) => [place, wrong(place[1], place[2])]));
  return places.sort((one, other) => known.get(one) - known.get(other));
}

// The room that words take with a frame around them.
function boxed({ wide, high }) {
  return { wide: wide + 2 * FRAME[0], high: high + 2 * FRAME[1] };
}
