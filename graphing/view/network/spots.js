// For tests and tools: where each visible node, label and line is, in pixels of the window.
function spots({ canvas, network, people, links, boxes, crossed }) {
  const box = canvas.getBoundingClientRect();
  const place = (x, y) => {
    const at = network.canvasToDOM({ x, y });
    return { x: at.x + box.left, y: at.y + box.top };
  };
  const { nodes } = network.body;
  const open = (of) => Object.entries(of).filter(([, thing]) => !thing.options.hidden);
  const { hoverObj: hover = {} } = network.selectionHandler ?? {};
  return {
    hovered: Object.values(hover).flatMap(Object.keys),
    labels: (boxes ?? []).map(({ id, lines, left, top, right, bottom, way }) => ({
      id,
      lines,
      from: place(left, top),
      to: place(right, bottom),
      ...(way && { way: { from: place(way[0], way[1]), to: place(way[2], way[3]) } }),
    })),
    crosses: (crossed ?? []).map(({ x, y }) => place(x, y)),
    nodes: open(nodes).filter(([id]) => people.has(id)).map(([id, node]) => {
      const { label, ties } = people.get(id);
      return { id, label, ties, size: node.options.size, colour: node.options.color.background, ...place(node.x, node.y) };
    }),
    edges: links.filter(({ line }) => line && !line.options.hidden).map(({ id, line: edge, from, to, meetings }) => {
      const point = middle(edge);
      const { color: { color: colour, opacity }, dashes, width, smooth } = edge.options;
      const towards = smooth?.enabled && edge.edgeType.getViaNode?.();
      const via = towards ? { via: place(towards.x, towards.y) } : {};
      return { id, from, to, meetings: meetings.length, colour, opacity, dashes, width, ...via, ...place(point.x, point.y) };
    }),
  };
}
