// The keyboard's way through the network.

// The node that an arrow key leads to: the nearest in that direction, going sideways counts double; first of all the largest.
function nearest(nodes, ids, focused, right, down) {
  const open = ids.filter((id) => !nodes[id].options.hidden);
  const from = nodes[focused];
  if (!from) return open.reduce((best, id) => (best === null || nodes[id].options.size > nodes[best].options.size ? id : best), null);
  let best = { id: focused, cost: Infinity };
  for (const id of open) {
    if (id === focused) continue;
    const ahead = (nodes[id].x - from.x) * right + (nodes[id].y - from.y) * down;
    const aside = Math.abs((nodes[id].x - from.x) * down + (nodes[id].y - from.y) * right);
    const cost = ahead > 1 ? ahead + 2 * aside : Infinity;
    if (cost < best.cost) best = { id, cost };
  }
  return best.id;
}
