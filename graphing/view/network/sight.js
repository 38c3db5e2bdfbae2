// From where the picture is looked at.
const RIM = 8; // what stays free around all that is drawn
const LARGEST = 2.5; // the zoom at which a full screen shows all
const NEAREST = 4; // the same where filters leave a few

// The box {left, right, top, bottom} that is in sight from the first: all of the ground, or what dates and status choose from.
function sight(view) {
  const { data: { frame }, stood, ground, crowd } = view;
  const at = (place) => view.stretched(place);
  const ids = frame?.ids.filter((id) => stood.places.has(id)) ?? [];
  const rims = ids.length ? ground.filter(({ id }) => ids.includes(id)) : frame ? [] : ground;
  if (rims.length) return box(rims.map((row) => ({ ...row, ...at(stood.places.get(row.id)) })), crowd);
  return box((frame?.corners ?? [[0, 0]]).map(([x, y]) => at(stood.at({ x, y }))), crowd);
}

// A crowd's labels stand where they fit, and its nodes are small: the ground may tell nothing of either.
function box(shown, crowd) {
  const deep = ({ size, lines }) => (crowd ? 24 : size + CAPTION + 14 * (lines.split("\n").length - 1));
  const wide = ({ room }) => (crowd ? 34 : room);
  return {
    left: Math.min(...shown.map((row) => row.x - wide(row))),
    right: Math.max(...shown.map((row) => row.x + wide(row))),
    top: Math.min(...shown.map(({ y, size }) => y - (crowd ? 10 : size))),
    bottom: Math.max(...shown.map((row) => row.y + deep(row))),
  };
}

// Where to look from to see a box whole.
function framed({ left, right, top, bottom }, { width, height }, most) {
  const scale = Math.min(most, (width - 2 * RIM) / (right - left), (height - 2 * RIM) / (bottom - top));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale };
}

// Where to look from ``factor`` as near: about ``id``, who stays where it is, if it is in sight, else about the middle.
function nearer({ network, canvas }, factor, id) {
  const middle = network.getViewPosition();
  const at = id ? network.canvasToDOM(network.getPosition(id)) : { x: -1, y: -1 };
  const seen = at.x >= 0 && at.y >= 0 && at.x <= canvas.clientWidth && at.y <= canvas.clientHeight;
  const about = seen ? network.getPosition(id) : middle;
  const along = (axis) => about[axis] + (middle[axis] - about[axis]) / factor;
  return { scale: network.getScale() * factor, position: { x: along("x"), y: along("y") } };
}

// Whom a reader looks at, of those who are still there, and how near: the chosen one, else who stands nearest to the middle.
function looked(view) {
  const { x, y } = view.network.getViewPosition();
  const { nodes } = view.network.body;
  const far = (id) => Math.hypot(nodes[id].x - x, nodes[id].y - y);
  const [nearest] = view.visible.filter((id) => view.people.has(id)).sort((one, other) => far(one) - far(other));
  return { id: view.held() ?? nearest, scale: view.network.getScale() };
}

// Whether a node stands well inside of what is shown, large enough to be read: finding it then moves nothing.
function inSight({ network, canvas, crowd }, id) {
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const inside = (at, length) => at > 40 && at < length - 40;
  return network.getScale() >= (crowd ? 0.9 : 0.6) && inside(x, canvas.clientWidth) && inside(y, canvas.clientHeight);
}

// What a reader who has moved something looks at, kept in sight when the panel changes its size: vis-network keeps the middle only, and a
// full screen is drawn out.
class Outlook {
  constructor(view) {
    this.view = view;
  }

  watch(network) {
    network.on("afterDrawing", () => this.note());
  }

  // Where the picture is looked at from, as long as vis-network has the panel that it was laid for.
  note() {
    const { laid, network } = this.view;
    const { width, height } = network.canvas.frame.canvas;
    const ratio = network.canvas.pixelRatio || 1;
    if (laid && Math.abs(width / ratio - laid[0]) < 2 && Math.abs(height / ratio - laid[1]) < 2) this.last = this.extent();
  }

  // The part of the picture that is seen, in the places of the panel, not of a full screen: its middle, and how wide and high it is.
  extent() {
    const { network, stretch, laid: [width, height] } = this.view;
    const { scale, translation } = network.body.view;
    const [x, y] = [(width / 2 - translation.x) / scale / stretch, (height / 2 - translation.y) / scale];
    return { x, y, wide: width / scale / stretch, high: height / scale };
  }

  // Looks at all of such a part.
  show({ x, y, wide, high }) {
    const { network, stretch, canvas } = this.view;
    const { width, height } = canvas.getBoundingClientRect();
    network.moveTo({ position: { x: x * stretch, y }, scale: Math.min(width / wide / stretch, height / high) });
  }

  // After the panel has been measured anew. Who has looked no farther since it became larger finds there what was left.
  keep() {
    const { view, last } = this;
    const { width, height } = view.canvas.getBoundingClientRect();
    if (!last || !view.laid || (width === view.laid[0] && height === view.laid[1])) return;
    const still = this.shown && ["x", "y", "wide", "high"].every((part) => Math.abs(last[part] - this.shown[part]) < 0.5);
    const seen = still ? this.left : last;
    view.network.setSize("100%", "100%");
    this.show(seen);
    view.laid = [width, height];
    Object.assign(this, { left: seen, shown: this.extent() });
    this.last = this.shown;
  }
}
