// For tests and tools: where each visible node, label and line is, in pixels of the window.
function spots({ canvas, network, people, links, boxes }) {
  const box = canvas.getBoundingClientRect();
  const place = (x, y) => {
    const at = network.canvasToDOM({ x, y });
    return { x: at.x + box.left, y: at.y + box.top };
  };
  const { nodes } = network.body;
  const open = (of) => Object.entries(of).filter(([, thing]) => !thing.options.hidden);
  return {
    labels: (boxes ?? []).map(({ id, left, top, right, bottom }) => ({ id, from: place(left, top), to: place(right, bottom) })),
    nodes: open(nodes).filter(([id]) => people.has(id)).map(([id, node]) => ({ id, label: people.get(id).label, size: node.options.size, ...place(node.x, node.y) })),
    edges: links.filter(({ line }) => line && !line.options.hidden).map(({ id, line: edge, from, to }) => {
      const point = middle(edge);
      const { color: { color: colour, opacity }, dashes, width } = edge.options;
      return { id, from, to, colour, opacity, dashes, width, ...place(point.x, point.y) };
    }),
  };
}
