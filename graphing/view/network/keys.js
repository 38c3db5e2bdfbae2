// The keyboard's way through the network, and the words that a mouse brings up.

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

class Tip {
  constructor(element, canvas) {
    this.element = element;
    this.canvas = canvas;
    this.quiet = false;
  }

  show(text, event) {
    if (!text || this.quiet || page.control.touch) return;
    const box = this.canvas.getBoundingClientRect();
    this.element.textContent = text;
    this.element.hidden = false;
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const { offsetWidth: wide, offsetHeight: high } = this.element;
    this.element.style.left = Math.max(4, Math.min(x + 16, box.width - wide - 8)) + "px";
    this.element.style.top = (y + 20 + high > box.height ? y - high - 14 : y + 20) + "px";
  }

  // ``quiet``: until the mouse leaves what it clicked.
  hide(quiet = false) {
    this.element.hidden = true;
    this.quiet = quiet;
  }
}
