// What a mouse or a finger points at, and what it chooses.
const REACH = 10; // pixels from a line's rim

// The line at a point {x, y} of the window's panel, as vis-network asks for it: whole, or its id; undefined where none is within reach. That
// which is seen there: who points at a thick one means it, though a fine one under it may be nearer by its middle.
function lineAt({ network }, point, whole = true) {
  const { body } = network;
  const at = network.DOMtoCanvas(point);
  let [found, beside, wide, off] = [undefined, REACH / network.getScale(), 0, 0];
  for (const id of body.edgeIndices) {
    const { connected, from, to, edgeType, options: { width } } = body.edges[id];
    if (!connected) continue;
    const far = edgeType.getDistanceToEdge(from.x, from.y, to.x, to.y, at.x, at.y);
    const rim = Math.max(0, far - width / 2);
    const nearer = rim < beside || (rim === beside && (width > wide || (width === wide && far < off)));
    if (nearer) [found, beside, wide, off] = [id, rim, width, far];
  }
  return found !== undefined && whole ? body.edges[found] : found;
}

// A finger hovers over nothing (what the browser makes of it afterwards is no mouse): the words come with its touch.
function pointed(view, event) {
  const { network, tip, canvas } = view;
  view.finger = event.pointerType !== "mouse";
  if (!view.finger || event.type !== "pointerdown" || !network) return;
  const { left, top } = canvas.getBoundingClientRect();
  const at = { x: event.clientX - left, y: event.clientY - top };
  view.sketch.aside();
  const node = network.getNodeAt(at);
  tip.hide();
  tip.touched(node === undefined ? view.link.get(network.getEdgeAt(at))?.hint : view.hint(node), event);
}

// vis-network's own selection is off: it would draw everything twice before anybody hears of the click.
function clicked(view, { pointer }) {
  const { network } = view;
  if (!view.finger) view.tip.hide(true);
  view.sketch.aside();
  const node = network.getNodeAt(pointer.DOM);
  const edge = node === undefined ? network.getEdgeAt(pointer.DOM) : undefined;
  const { x, y } = pointer.canvas;
  const label = view.boxes?.find(({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom);
  if (node !== undefined) chooseNode(view, node);
  else if (edge !== undefined) chooseEdge(view.link.get(edge));
  else if (label) chooseNode(view, label.id);
  else if (page.control.choice) choose(null);
}

function chooseNode({ people }, id) {
  const { kind, meetings } = people.get(id);
  if (kind === "meeting") choose({ kind, id: meetings[0] }, meetings);
  else choose({ kind: kind === "person" || kind === "group" ? kind : "organization", id }, meetings);
}

function chooseEdge({ id, kind, meetings }) {
  if (kind === "spoke") choose({ kind: "meeting", id: meetings[0] }, meetings);
  else choose({ kind: "edge", id }, meetings);
}
