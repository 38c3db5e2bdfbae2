// The network: one vis-network for each mount, fed by difference. What is chosen and filtered comes over the page's bus.
const views = new WeakMap();

// The library has come and been worked through (component.py).
async function loaded() {
  if (!page.library) await new Promise((done) => page.bus.addEventListener("library", done, { once: true }));
  if (!globalThis.vis) await page.library();
}

class View {
  constructor(root) {
    this.root = root;
    this.canvas = root.querySelector(".canvas");
    this.tip = new Tip(root.querySelector(".tip"), this.canvas);
    this.said = root.querySelector(".said");
    this.seen = new Map();
    this.moved = false;
    this.focused = null;
    this.pins = new Pins();
    [this.sketch, this.glide, this.tally, this.guests, this.outlook] = [Sketch, Glide, Tally, Guests, Outlook].map((Part) => new Part(this));
    this.heard = { control: () => this.control(), range: () => this.ranged(), choice: () => (unhover(this), this.redraw()), trail: () => this.undoable() };
    for (const [name, call] of Object.entries(this.heard)) page.bus.addEventListener(name, call);
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    this.canvas.addEventListener("wheel", () => this.steps.wheel(), { capture: true, passive: true });
    const heed = (event) => pointed(this, event);
    for (const name of ["pointerdown", "pointermove"]) this.canvas.addEventListener(name, heed, { capture: true, passive: true });
    for (const name of ["focus", "blur"]) this.canvas.addEventListener(name, () => this.redraw());
    this.canvas.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && unhover(this, true));
    root.querySelector(".fit").onclick = () => this.fit(true);
    root.querySelector(".undo_step").onclick = () => this.steps.back();
    root.querySelector(".fullscreen").onclick = () => this.fill();
    root.querySelector(".pin").onclick = () => this.pin(this.held());
    this.steps = new Steps(this);
    root.querySelector(".closer").onclick = () => this.zoom(1.3);
    root.querySelector(".down").onclick = () => document.querySelector("[data-testid=proofs]")?.scrollIntoView({ block: "start" });
    root.querySelector(".more_met").onclick = () => page.tell("more_met", Date.now());
    root.querySelector(".farther").onclick = () => this.zoom(1 / 1.3);
  }

  close() {
    for (const [name, call] of Object.entries(this.heard)) page.bus.removeEventListener(name, call);
    for (const one of [this.sketch, this.glide]) clearTimeout(one.rest);
    this.tally.close();
    page.drawn = false;
    this.watch?.disconnect();
    this.network?.destroy();
  }

  async show(data, send) {
    this.data = data;
    this.send = staying(send);
    this.theme = theme(this.root.host ?? this.root);
    this.own = { links: rows(data.edges), nodes: rows(data.nodes) };
    this.people = this.link = null;
    this.guests.seat();
    this.words(data.words);
    this.ground = data.ground ? rows(data.ground) : this.own.nodes;
    this.glanced?.();
    this.glanced = glance(this);
    if (this.glanced) await seen();
    await loaded();
    if (views.get(this.root) !== this || this.data !== data) return; // taken down, or told anew, while it waited for the library
    for (const set of ["nodes", "edges"]) this[set] ??= new vis.DataSet();
    unhover(this);
    this.lay();
    this.control();
    Object.assign(page, { positions: () => spots(this), theme: this.theme });
  }

  // Puts nodes and lines on the panel.
  lay() {
    const { width, height } = this.canvas.getBoundingClientRect();
    // Somebody's surroundings are a picture of their own, whatever stood where before.
    const other = this.data.view !== this.viewed;
    // Who has come near to look at somebody looks at the same one in another reading.
    const middle = other && this.moved && looked(this);
    if (other) this.moved = false;
    if (other) this.steps.forget();
    this.viewed = this.data.view;
    this.measure();
    this.merge(this.nodes, [...this.people.values()].map((row) => dressedNode(this, { ...row, ...this.place(row) })));
    if (!this.later()) this.hang();
    // Built with all that it draws: vis-network would work through what it is given afterwards once more.
    if (!this.network) this.build();
    if (middle && this.people.has(middle.id)) {
      this.moved = true;
      // A longer legend leaves the canvas lower, of which vis-network hears later.
      this.network.setSize("100%", "100%");
      this.network.moveTo({ position: this.network.getPosition(middle.id), scale: middle.scale });
    } else if (this.moved) this.outlook.keep();
    else this.fit(false);
    this.laid = [width, height];
  }

  // Where all stands on the panel, and how large. A panel of another size is laid anew, unless its reader has moved something; a full
  // screen is the same panel, drawn out to its width.
  measure() {
    const { width, height } = this.canvas.getBoundingClientRect();
    this.pins.turn(this.data.view);
    if (!this.panel || (!this.full() && !this.moved)) this.panel = { width, height };
    this.crowd = crowded(this.ground, this.panel);
    // The first sight and what follows it are laid alike, and so is a panel that has come back to its size.
    const stand = [this.panel.width, this.panel.height, this.crowd].join();
    if (this.stoodOf?.data !== this.data || this.stoodOf.stand !== stand) {
      this.stood = panel(this.ground, this.panel, this.crowd, this.data.lying, this.data.berths, amid(this));
      this.stoodOf = { data: this.data, stand };
    }
    this.density = { count: this.data.count, most: Math.max(this.ground.length, this.data.count) };
    this.stretch = 1;
    this.near = framed(sight(this), this.panel, this.nearest()).scale;
    if (this.full()) this.stretch = Math.max(1, width / height / (this.panel.width / this.panel.height));
  }

  // Where a node belongs: where its reader has put it, else where the whole has it.
  place(row) {
    return this.stretched(this.pins.get(row.id) ?? this.stood.places.get(row.id) ?? seated(this, row));
  }

  // A place of the panel as a full screen has it, and back.
  stretched({ x, y }) {
    return { x: x * this.stretch, y };
  }

  home({ x, y }) {
    return { x: x / this.stretch, y };
  }

  // The zoom that the picture is looked at from at most.
  nearest() {
    const most = this.data.frame ? NEAREST : 1;
    return this.full() ? most * LARGEST : most;
  }

  // Whether the lines are drawn before vis-network knows of them: of thousands it takes longer to be told than to draw all the rest.
  later() {
    return !this.network && this.links.length >= MANY && !page.control.choice;
  }

  // Hands vis-network the lines, which it knows where the pointer is and draws one by one.
  hang() {
    this.merge(this.edges, this.links.map((row) => dressedLine(this, row)));
    const late = this.network && !this.hung;
    this.hung = true;
    if (late) this.control();
  }

  words(words) {
    this.canvas.setAttribute("aria-label", words.network);
    for (const name of ["pin", "fit", "closer", "farther", "undo_step", "fullscreen"]) {
      const button = this.root.querySelector("." + name);
      button.title = words[name];
      button.setAttribute("aria-label", words[name]);
    }
    for (const part of this.root.querySelectorAll("[data-word]")) part.textContent = words[part.dataset.word];
    legend(this, true);
    for (const [name, colour] of Object.entries(this.theme)) this.root.querySelector(".frame").style.setProperty("--" + name, colour);
  }

  build() {
    const many = this.data.nodes.id.length > 300;
    const options = {
      ...this.data.options,
      physics: false,
      layout: { improvedLayout: false },
      interaction: { hover: true, selectable: false, hideEdgesOnZoom: many, tooltipDelay: 1e9 },
    };
    this.network = new vis.Network(this.canvas, { nodes: this.nodes, edges: this.edges }, options);
    this.network.selectionHandler.getEdgeAt = (point, whole) => lineAt(this, point, whole);
    this.network.on("click", (event) => clicked(this, event));
    this.network.on("hoverNode", ({ node, event }) => this.finger || this.tip.show(this.hint(node), event));
    this.network.on("hoverEdge", ({ edge, event }) => this.finger || this.tip.show(this.link.get(edge)?.hint, event));
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) this.network.on(name, () => this.tip.hide());
    for (const name of ["dragStart", "zoom"]) this.network.on(name, () => (this.moved = true));
    this.network.on("dragStart", ({ nodes }) => this.steps.remember(nodes));
    this.network.on("dragEnd", ({ nodes }) => this.put(nodes));
    for (const part of [this.glide, this.outlook]) part.watch(this.network, many);
    this.network.on("beforeDrawing", (context) => this[this.glide.on ? "glide" : "sketch"].draw(context));
    this.network.on("afterDrawing", (context) => this.glide.on || spotlight(this, context));
    this.network.once("afterDrawing", () => {
      this.glanced?.();
      page.drawn = true;
      page.bus.dispatchEvent(new Event("drawn"));
      if (!this.hung) setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(() => this.rest()), REST);
    });
    // vis-network makes its own element focusable by mouse only; ours carries the keyboard.
    for (const part of this.canvas.querySelectorAll("[tabindex]")) part.setAttribute("tabindex", "-1");
    this.watch = new ResizeObserver(() => this.resized());
    this.watch.observe(this.canvas);
  }

  // The lines follow where they were drawn without vis-network.
  rest() {
    if (views.get(this.root) === this && !this.hung) this.hang();
  }

  // An observer also calls when it begins to.
  resized() {
    const { width, height } = this.canvas.getBoundingClientRect();
    if (!width || (width === this.laid[0] && height === this.laid[1])) return;
    if (width !== this.laid[0]) narrow(this.root);
    this.lay();
  }

  // Only what differs goes to vis-network.
  merge(set, wanted) {
    const ids = new Set(wanted.map((row) => row.id));
    const gone = set.getIds().filter((id) => !ids.has(id));
    set.remove(gone);
    for (const id of gone) this.seen.delete(id);
    const changed = wanted.filter((row) => this.seen.get(row.id) !== JSON.stringify(row));
    for (const row of changed) this.seen.set(row.id, JSON.stringify(row));
    set.update(changed);
  }

  ranged() {
    this.sketch.begin();
    hurry(this);
    this.control(true);
  }

  // Hides what the filters leave out. The internal switch costs a tenth of DataSet.update; vis-network's version is pinned with pyvis.
  // A step of the brush is told of those lines only that it changes (``live``): nothing else has happened to the others.
  control(live = false) {
    if (!this.network || !this.links) return;
    this.glide.end();
    const { nodes, edges } = this.network.body;
    const { near, changed } = sift(this.links, this.people, page.control, this.data.kinds);
    this.sketch.changed(live ? changed : null);
    if (!live) legend(this);
    for (const id of this.people.keys()) nodes[id].options.hidden = !near.has(id);
    emptied(this.root.querySelector(".nothing"), !near.size, this.data.words);
    for (const link of live ? changed : this.links) {
      if (!link.line || link.line.plain) link.line = edges[link.id] ?? plainLine(this, link);
      const { options } = link.line;
      options.hidden = !link.open;
      // The line tells the firmest of the meetings that are left.
      if (!link.firmest || (link.told === link.firmest && link.drawn === options)) continue;
      Object.assign(link, { told: link.firmest, drawn: options, pen: null });
      if (link.line.plain) continue;
      options.dashes = dashes(link, link.firmest);
      for (const state of ["color", "highlight", "hover"]) options.color[state] = tone(this, link, link.firmest);
    }
    this.open();
    this.tally.soon();
    this.reveal();
    this.guests.come();
  }

  // Tells vis-network what is not hidden, as far as it is to draw that: all that its own "_dataChanged" would find out here, which also
  // weighs and lays out anew.
  open() {
    const { body } = this.network;
    this.visible = [...this.people.keys()].filter((id) => !body.nodes[id].options.hidden);
    body.nodeIndices = this.sketch.all || this.glide.on ? [] : this.visible;
    body.edgeIndices = this.sketch.on || this.glide.on || !this.hung ? [] : this.links.filter(({ line }) => !line.options.hidden).map(({ id }) => id);
  }

  reveal() {
    const focus = page.control.focus;
    if (focus && focus !== this.shown && this.people.has(focus) && !inSight(this, focus)) {
      const { x, y } = this.network.getPosition(focus);
      const scale = Math.max(this.network.getScale(), 0.9);
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.network.moveTo({ position: { x, y }, scale, animation: calm ? false : { duration: 250 } });
    }
    this.shown = this.people.has(focus) ? focus : null; // who is still to come is moved to then
    this.redraw();
  }

  bodies(ids) {
    return [...ids].map((id) => this.network.body.nodes[id]).filter(Boolean);
  }

  hint(id) {
    const { hint } = this.people.get(id) ?? {};
    return hint && this.pins.get(id) ? `${hint}\n${this.data.words.pinned}` : hint;
  }

  // Which node the pin button is about: the chosen one, else where the keyboard is.
  held() {
    const { choice, met } = page.control;
    const gathering = choice?.kind === "meeting" ? [...this.people.values()].find((row) => row.kind === "meeting" && met?.includes(row.meetings[0]))?.id : null;
    return [choice?.id, gathering, this.focused].find((id) => this.people.has(id) && (id !== choice?.id || !["edge", "meeting"].includes(choice.kind)));
  }

  // Nodes that a reader has dragged are pinned where they were let go.
  put(nodes) {
    for (const id of nodes) this.pins.set(id, this.home(this.network.getPosition(id)));
    if (nodes.length) bendAnew(this);
  }

  // Pins a node where it stands, or lets it go back to its place.
  pin(id) {
    if (!id) return;
    this.steps.remember([id]);
    const pinned = this.pins.get(id);
    this.pins.set(id, pinned ? null : this.home(this.network.getPosition(id)));
    const { x, y } = this.place(this.people.get(id));
    if (pinned) this.network.moveNode(id, x, y);
    if (pinned) bendAnew(this);
    this.said.textContent = this.hint(id);
    this.redraw();
  }

  full() {
    return this.root.querySelector(".frame").matches(":fullscreen");
  }

  fill() {
    const frame = this.root.querySelector(".frame");
    if (document.fullscreenElement) document.exitFullscreen();
    else frame.requestFullscreen?.();
  }

  key(event) {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key in steps) this.step(...steps[event.key]);
    else if ((event.key === "Enter" || event.key === " ") && this.focused) chooseNode(this, this.focused);
    else if (event.key === "Escape") stepBack();
    else if (event.key === "+" || event.key === "=") this.zoom(1.3);
    else if (event.key === "-") this.zoom(1 / 1.3);
    else if (event.key === "0") this.fit(true);
    else if (event.key === "p") this.pin(this.focused ?? this.held());
    else if (event.key === "z" && (event.ctrlKey || event.metaKey)) this.steps.back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  step(right, down) {
    this.focused = nearest(this.network.body.nodes, [...this.people.keys()], this.focused, right, down);
    this.said.textContent = this.hint(this.focused) ?? "";
    this.redraw();
  }

  zoom(factor) {
    this.steps.remember();
    this.moved = true;
    this.network.moveTo(nearer(this, factor, this.held()));
  }

  // As the picture is first looked at; who asks for it where dates or status have emptied much looks at what is left.
  fit(asked) {
    if (!this.network) return;
    const few = asked && this.visible.length > 0 && this.visible.length < this.people.size;
    if (asked) {
      this.steps.remember();
      this.moved = few;
    }
    const shown = () => box(this.visible.map((id) => ({ ...this.people.get(id), ...this.network.getPosition(id) })), this.crowd);
    this.network.moveTo(framed(few ? shown() : sight(this), this.canvas.getBoundingClientRect(), few ? NEAREST : this.nearest()));
  }

  undoable() {
    this.root.querySelector(".undo_step").disabled = !this.steps.any;
  }

  redraw() {
    this.root.querySelector(".down").hidden = !page.control.choice;
    const [pin, held] = [this.root.querySelector(".pin"), this.people && this.held()];
    pin.disabled = !held;
    this.undoable();
    pin.setAttribute("aria-pressed", String(Boolean(held && this.pins.get(held))));
    // With the next frame, however often it is asked for until then.
    this.network?.body.emitter.emit("_requestRedraw");
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let view = views.get(parentElement);
  if (!view) views.set(parentElement, (view = new View(parentElement)));
  view.show(JSON.parse(new TextDecoder().decode(data)), setTriggerValue);
  return () => {
    views.get(parentElement)?.close();
    views.delete(parentElement);
  };
}
