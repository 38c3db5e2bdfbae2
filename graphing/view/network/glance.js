// The first sight of a crowd: what vis-network draws first, drawn before the browser has worked through vis-network, which takes as long
// as all else on the way to the picture. That then draws the same in its place: nothing moves.
const OUTLINES = {
  dot: (context, x, y, r) => context.arc(x, y, r, 0, 2 * Math.PI),
  square: (context, x, y, r) => context.rect(x - r, y - r, 2 * r, 2 * r),
  hexagon: (context, x, y, r) => corners(context, x, y, r, 6),
  diamond: (context, x, y, r) => corners(context, x, y, r, 4),
};
const UNSEEN = 100; // milliseconds, after which a page that draws no frames (in a tab behind another) goes on

function corners(context, x, y, r, count) {
  for (let at = 0; at < count; at += 1) context.lineTo(x + r * Math.cos((2 * Math.PI * at) / count), y + r * Math.sin((2 * Math.PI * at) / count));
}

// Where vis-network will have the nodes, and where it will be looked at from: as much of it as it takes to draw them.
function standIn(view) {
  const { clientWidth: width, clientHeight: height } = view.canvas;
  const { position, scale } = framed(sight(view), view.panel, view.nearest());
  const [left, top] = [width / 2 - position.x * scale, height / 2 - position.y * scale];
  const stands = (row) => {
    const { x, y } = view.place(row);
    // In whole units, as vis-network has them.
    return { id: row.id, x: Math.trunc(x), y: Math.trunc(y), options: dressedNode(view, row) };
  };
  return {
    body: { nodes: Object.fromEntries([...view.people.values()].map((row) => [row.id, stands(row)])), edges: {}, emitter: { emit() {} } },
    getScale: () => scale,
    canvasToDOM: ({ x, y }) => ({ x: x * scale + left, y: y * scale + top }),
    DOMtoCanvas: ({ x, y }) => ({ x: (x - left) / scale, y: (y - top) / scale }),
  };
}

// Draws it over the panel; gives what takes it away, or null where there is none: where something is chosen, or there is little to draw.
function glance(view) {
  const plain = !view.data.nodes.kind.includes("group") && !page.control.choice && !page.control.focus;
  if (globalThis.vis || view.links.length < MANY || !plain) return null;
  view.measure();
  const shown = Object.create(view, { network: { value: standIn(view) } });
  shown.control();
  const { network: { canvasToDOM, getScale } } = shown;
  const canvas = document.createElement("canvas");
  canvas.className = "glance";
  canvas.setAttribute("aria-hidden", "true");
  const ratio = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(view.canvas.clientWidth * ratio);
  canvas.height = Math.round(view.canvas.clientHeight * ratio);
  Object.assign(canvas.style, { width: `${view.panel.width}px`, height: `${view.panel.height}px` });
  view.canvas.after(canvas); // vis-network empties its own element
  const context = canvas.getContext("2d");
  const { x, y } = canvasToDOM({ x: 0, y: 0 });
  context.setTransform(ratio * getScale(), 0, 0, ratio * getScale(), ratio * x, ratio * y);
  view.sketch.draw(context);
  dots(context, shown.bodies(shown.visible));
  spotlight(shown, context);
  page.positions = () => spots(shown);
  return () => canvas.remove();
}

// Resolves when what was drawn is on the screen: its frame is done when the next one begins.
function seen() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const unseen = new Promise((done) => setTimeout(done, UNSEEN));
  return Promise.race([frame().then(frame).then(() => new Promise((done) => setTimeout(done))), unseen]);
}
