// For tests and tools: where each visible node, label and line is, in pixels of the window.
function spots({ canvas, network, people, links, crowd, boxes }) {
  const box = canvas.getBoundingClientRect();
  const place = (x, y) => {
    const at = network.canvasToDOM({ x, y });
    return { x: at.x + box.left, y: at.y + box.top };
  };
  const { nodes } = network.body;
  const open = (of) => Object.entries(of).filter(([, thing]) => !thing.options.hidden);
  const worded = Object.entries(nodes).filter(([id, node]) => people.get(id)?.lines && !node.options.hidden);
  const own = worded.map(([id, { labelModule: { size } }]) => ({ id, ...size, right: size.left + size.width, bottom: size.top + size.height }));
  return {
    labels: ((crowd ? boxes : own) ?? []).map(({ id, left, top, right, bottom }) => ({ id, from: place(left, top), to: place(right, bottom) })),
    nodes: open(nodes).filter(([id]) => people.has(id)).map(([id, node]) => ({ id, label: people.get(id).label, size: node.options.size, ...place(node.x, node.y) })),
    edges: links.filter(({ line }) => line && !line.options.hidden).map(({ id, line: edge, from, to }) => {
      const point = edge.edgeType.getPoint ? edge.edgeType.getPoint(0.5) : { x: (edge.from.x + edge.to.x) / 2, y: (edge.from.y + edge.to.y) / 2 };
      return { id, from, to, colour: edge.options.color.color, dashes: edge.options.dashes, ...place(point.x, point.y) };
    }),
  };
}
