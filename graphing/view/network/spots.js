// For tests and tools: where each visible node and line is, in pixels of the window.
function spots({ canvas, network, people }) {
  const box = canvas.getBoundingClientRect();
  const place = (x, y) => {
    const at = network.canvasToDOM({ x, y });
    return { x: at.x + box.left, y: at.y + box.top };
  };
  const { nodes, edges } = network.body;
  const open = (of) => Object.entries(of).filter(([, thing]) => !thing.options.hidden);
  return {
    nodes: open(nodes).filter(([id]) => people.has(id)).map(([id, node]) => ({ id, label: people.get(id).label, ...place(node.x, node.y) })),
    edges: open(edges).map(([id, edge]) => {
      const point = edge.edgeType.getPoint ? edge.edgeType.getPoint(0.5) : { x: (edge.from.x + edge.to.x) / 2, y: (edge.from.y + edge.to.y) / 2 };
      return { id, from: edge.fromId, to: edge.toId, ...place(point.x, point.y) };
    }),
  };
}
