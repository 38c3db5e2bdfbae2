// What the picture itself has changed (a drag, a zoom, a pin), step by step, and the way back through it. What is chosen and filtered is
// Python's to take back: its count of such steps (``trail``), kept with each of ours, tells which came last.
const REMEMBERED = 50;
const BURST = 500; // milliseconds: the turns of a wheel that follow each other are one step

class Steps {
  constructor(view) {
    this.view = view;
    this.all = [];
    this.turned = 0;
  }

  get any() {
    return this.all.length > 0 || trail() > 0;
  }

  // What is about to be changed, and of ``nodes`` where they stand.
  remember(nodes = []) {
    const { network, pins, moved } = this.view;
    const places = nodes.map((id) => [id, this.view.home(network.getPosition(id)), pins.get(id) ?? null]);
    this.all.push({ places, seen: this.view.outlook.extent(), moved, trail: trail() });
    if (this.all.length > REMEMBERED) this.all.shift();
    this.view.redraw();
  }

  // Before vis-network hears of the wheel.
  wheel() {
    const now = Date.now();
    if (this.view.network && now - this.turned > BURST) this.remember();
    this.turned = now;
  }

  forget() {
    this.all = [];
  }

  back() {
    const { view } = this;
    this.turned = 0;
    if (!this.all.length || this.all.at(-1).trail < trail()) return trail() && view.send("undo", Date.now());
    const step = this.all.pop();
    for (const [id, place, pinned] of step.places) {
      view.pins.set(id, pinned);
      if (view.people.has(id)) view.network.moveNode(id, ...Object.values(view.stretched(place)));
    }
    if (step.places.length) bendAnew(view);
    view.outlook.show(step.seen);
    view.moved = step.moved;
    view.redraw();
  }
}

function trail() {
  return page.trail ?? 0;
}
