// The timeline: meetings on a canvas, a day as a diamond, a month or a year as a thin line over all of it; brushing filters the network.
// A low window leaves room for the proofs under it.
const height = (many) => Math.max(146, Math.min(188, innerHeight * 0.19)) + (many ? Math.max(14, Math.min(100, (innerHeight - 720) * 0.3)) : 0);
const tall = () => Math.max(170, Math.min(330, innerHeight * 0.27)); // with lanes
const AXIS = 26;
const EDGE = 16;
const UNDATED = 66;
const SHORTEST = 0.25; // days
const views = new WeakMap();

class View {
  constructor(root) {
    this.root = root;
    this.canvas = root.querySelector("canvas");
    this.said = root.querySelector(".said");
    this.tip = new Tip(root.querySelector(".tip"), this.canvas, true);
    this.list = new List(root.querySelector("ol"), (entry) => this.choose(entry), this.canvas);
    this.focused = null;
    this.lanes = null;
    this.all = [];
    this.overview = new Overview(this);
    this.player = new Player(this, root.querySelector(".play"));
    for (const button of root.querySelectorAll("[data-lanes]")) button.onclick = () => this.divide(button.dataset.lanes || null);
    this.sheet = new Sheet();
    this.onPage = ({ type }) => this.adopt(type === "range");
    for (const name of ["control", "choice", "range"]) page.bus.addEventListener(name, this.onPage);
    this.canvas.addEventListener("keydown", (event) => pressed(this, event));
    for (const name of ["focus", "blur"]) this.canvas.addEventListener(name, () => this.draw());
    this.canvas.addEventListener("pointerdown", (event) => this.press(event));
    this.canvas.addEventListener("pointermove", (event) => this.move(event));
    this.canvas.addEventListener("pointerup", (event) => this.release(event));
    this.canvas.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && this.tip.hide());
    this.onKey = (event) => letGo(event);
    document.addEventListener("keydown", this.onKey);
    this.canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    root.querySelector(".closer").onclick = () => this.zoom(0.6);
    root.querySelector(".farther").onclick = () => this.zoom(1 / 0.6);
    root.querySelector(".all").onclick = () => this.clear();
    this.dates = new Dates(this, [root.querySelector(".first"), root.querySelector(".last")]);
    this.watch = new ResizeObserver(() => this.draw());
    this.watch.observe(this.canvas);
    page.entries = () => marks(this);
    page.meetings = () => this.entries ?? [];
    page.firms = (entry) => members(this, entry, "company");
  }

  close() {
    clearTimeout(this.rest);
    this.list.close();
    document.removeEventListener("keydown", this.onKey);
    this.watch.disconnect();
    this.player.close();
    for (const name of ["control", "choice", "range"]) page.bus.removeEventListener(name, this.onPage);
  }

  show(data, send) {
    this.send = staying(send);
    this.words = data.words;
    this.names = this.named = data.names;
    this.homes = this.housed = data.homes;
    this.groups = data.groups;
    this.language = data.language;
    this.player.name();
    this.root.querySelector(".by").setAttribute("aria-label", data.words.lanes);
    this.theme = theme(this.root.host ?? this.root);
    for (const [name, colour] of Object.entries(this.theme)) this.root.querySelector(".frame").style.setProperty("--" + name, colour);
    this.canvas.setAttribute("aria-label", data.words.timeline);
    for (const name of ["closer", "farther"]) {
      this.root.querySelector("." + name).title = data.words[name];
      this.root.querySelector("." + name).setAttribute("aria-label", data.words[name]);
    }
    this.dates.name(data.words);
    for (const part of this.root.querySelectorAll("[data-word]")) part.textContent = data.words[part.dataset.word];
    this.entries = this.sent = rows(data.entries);
    for (const entry of this.entries) this.complete(entry);
    [this.told, this.beside] = [null, []];
    // Of a crowd a part is here: the others are counted.
    this.whole = data.whole;
    this.whole?.listed.forEach((listed, at) => Object.assign(this.entries[at], { listed, strange: !this.whole.marked[at] }));
    this.stand = this.room = this.individuals = null;
    signs(this);
    this.today = today();
    this.dated = this.entries.filter((entry) => entry.first !== null);
    const known = this.home?.join();
    const [first, last] = this.whole?.days ?? [Math.min(...this.dated.map((entry) => entry.first)), Math.max(...this.dated.map((entry) => entry.last))];
    this.days = [first, last];
    this.many = this.dated.length > WORDED;
    const margin = Math.max(10, (last - first) * 0.05);
    this.apart = this.whole?.undated ?? this.dated.length < this.entries.length;
    this.home = this.dated.length ? [first - margin, last + 1 + margin] : [0, 1];
    if (known !== this.home.join()) this.view = [...(page.control.window ?? this.home)];
    this.list.show(this.entries, data, this.whole && { left: this.whole.left, ask: () => this.send("more", performance.now()) });
    if (!this.busy) this.known = null;
    this.adopt();
    page.bus.dispatchEvent(new Event("entries"));
  }

  // Takes over the stretch and the lanes that the address tells, and draws; ``live`` at a step of the brush.
  adopt(live = false) {
    if (!this.entries) return;
    if (join(this)) this[this.lanes ? "stand" : "places"] = null;
    const { window = null, lanes = null } = page.control;
    const told = JSON.stringify([window, lanes]);
    if (told !== this.known && performance.now() < (this.busy ?? 0)) {
      // Python still answers to where the reader was a moment ago.
      const [shown, by] = JSON.parse(this.known);
      page.control = { ...page.control, window: shown, lanes: by };
    } else if (told !== this.known) {
      this.known = told;
      this.lanes = lanes;
      this.view = [...(window ?? this.home)];
      this.stand = null;
    }
    this.draw(live);
  }

  // Shows another stretch of time or other lanes, and tells Python once it rests. There is nothing to see beyond the whole.
  look(wanted, lanes = this.lanes) {
    const view = inside(wanted, this.home);
    if (view[1] - view[0] < SHORTEST) return;
    this.moving = lanes === this.lanes && view.join() !== this.view.join();
    this.view = view;
    this.lanes = lanes;
    const window = this.zoomed() ? view.map((day) => Math.round(day * 100) / 100) : null;
    page.control = { ...page.control, window, lanes };
    this.known = JSON.stringify([window, lanes]);
    this.busy = performance.now() + 2500;
    this.draw();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.rested(window, lanes), 450);
  }

  // The lanes wait until the view rests: they are ranked by what is in sight.
  rested(window, lanes) {
    this.moving = false;
    this.stand = null;
    this.draw();
    this.send("sight", { window: window ?? [], lanes: lanes ?? "" });
  }

  zoomed() {
    return this.view.join() !== this.home.join();
  }

  divide(lanes) {
    this.stand = null;
    this.from = 0;
    this.look(this.view, lanes);
  }

  // What follows from the rest of an entry is not sent: the line that says it all, and the pairs in the network.
  complete(entry) {
    entry.hint = [[entry.date, entry.status !== "held" && this.words[entry.status]].filter(Boolean).join(" · "), entry.who, entry.detail].filter(Boolean).join("\n");
    entry.line = [entry.date, entry.everyone, this.words[entry.status], entry.detail].filter(Boolean).join(", ");
    const pairs = entry.people.flatMap((one, at) => [
      ...entry.people.slice(at + 1).map((other) => `met:${one}:${other}`),
      ...entry.sides.map((side) => `side:${one}:${side}`),
    ]);
    entry.ends = [...entry.people, ...entry.sides].map(String).concat(pairs);
  }

  open() {
    const { statuses, range } = page.control;
    return this.entries.filter(
      (entry) =>
        (!statuses || statuses.includes(entry.status)) &&
        (!range || (entry.first !== null && entry.last >= range[0] && entry.first <= range[1])),
    );
  }

  x(day) {
    return this.left + ((day - this.view[0]) / (this.view[1] - this.view[0])) * (this.right - this.left);
  }

  day(x) {
    return this.view[0] + ((x - this.left) / (this.right - this.left)) * (this.view[1] - this.view[0]);
  }

  draw(live = false) {
    if (!this.entries) return;
    // Without its border: a canvas of another size than its box is scaled to it, and its words blur.
    this.width = this.canvas.clientWidth;
    if (!this.width) return;
    const context = (this.context = this.canvas.getContext("2d"));
    this.measure(context);
    const open = this.open();
    this.met = new Set(page.control.met ?? []);
    const { choice } = page.control;
    const brush = this.dragged ?? page.control.range;
    if (brush) {
      const [left, right] = [Math.max(this.left, this.x(brush[0])), Math.min(this.right, this.x(brush[1] + 1))];
      context.fillStyle = this.theme.met + "22";
      if (right > left) context.fillRect(left, this.top - 4, right - left, this.bottom - this.top + 4);
    }
    if (this.dated.length) this.overview.draw(context, this.entries, brush);
    this.place(open, choice, brush);
    axis(this, context);
    rails(this, this.rows, choice);
    this.sheet.draw(this, new Set(open));
    now(this, context);
    blank(this, context);
    for (const button of this.root.querySelectorAll("[data-lanes]")) button.setAttribute("aria-pressed", String((button.dataset.lanes || null) === this.lanes));
    this.root.querySelector(".all").hidden = !page.control.range && !this.zoomed();
    this.root.querySelector(".farther").disabled = !this.zoomed();
    this.root.querySelector(".play").disabled = !this.player.ready();
    this.root.querySelector(".closer").disabled = !this.dated.length;
    this.dates.show(page.control.range);
    if (live) this.list.soon(() => this.list.update(this.open(), page.control.choice || page.control.opened));
    else this.list.update(open, choice || page.control.opened);
  }

  // How large the canvas is, and what of it is for the marks.
  measure(context) {
    const density = globalThis.devicePixelRatio || 1;
    context.font = "12px " + FONT;
    const many = this.many;
    const { high, gutter } = this.lanes ? (this.room = laneRoom(this, this.lanes)) : { high: Math.round(height(many)), gutter: EDGE };
    this.left = gutter;
    this.right = this.width - EDGE - (this.apart ? UNDATED : 0);
    this.high = high + (this.lanes || many ? 0 : growth(this, high));
    this.canvas.style.height = this.high + "px";
    document.documentElement.style.setProperty("--hoedong-timeline", this.high + SIGNS + "px");
    this.canvas.width = this.width * density;
    this.canvas.height = this.canvas.clientHeight * density;
    this.top = OVERVIEW + 4;
    this.bottom = this.canvas.clientHeight - AXIS;
    context.scale(density, density);
    context.font = "12px " + FONT;
    context.textBaseline = "middle";
  }

  // Where the marks stand changes with the view only, not with what is brushed or, heaped, chosen; but words are first of what is chosen.
  place(open, choice, brush) {
    const stand = [...this.view, this.right, this.high, this.lanes, this.lanes && [choice?.id, brush?.join("-")]].join();
    const over = [choice?.kind, choice?.id, this.met.size].join();
    const stays = stand === this.stand && this.places;
    if (stays && over === this.over) return;
    this.over = over;
    if (stand !== this.stand) this.arrange(open, choice);
    this.stand = stand;
    if (this.loose && !this.lanes) caption(this, this.loose);
    if (!stays || this.whole) this.places = this.lanes ? this.base : [...this.base, ...above(this, this.base)];
  }

  arrange(open, choice) {
    if (this.lanes && (!this.moving || !this.all.length)) this.all = ranked(this, this.lanes, open, choice);
    if (!this.lanes) this.all = [];
    this.mine = new Set(this.lanes ? own(this, this.lanes, choice) : []);
    this.rows = this.lanes ? laned(this, this.all) : [];
    this.base = this.lanes ? inLanes(this, this.rows, this.lanes, choice) : heaped(this);
  }

  chosen(entry) {
    const { choice, met } = page.control;
    if (!choice) return false;
    return met ? this.met.has(entry.id) : choice.kind === "meeting" ? choice.id === entry.id : entry.ends.includes(choice.id);
  }

  at(event) {
    const near = ({ left, width, y, size }) =>
      event.offsetX >= left - 4 && event.offsetX <= left + width + 4 && Math.abs(event.offsetY - y) <= size + 4;
    const far = ({ left, width, y, bar }) => Math.abs(event.offsetY - y) + (bar ? 2 : Math.abs(event.offsetX - left - width / 2));
    return this.places?.filter(near).sort((one, other) => far(one) - far(other))[0];
  }

  // The lane whose name lies there, and what it says where it has no room to.
  lane(event) {
    return this.lanes && event.offsetX < this.left - 6 ? this.rows.find(({ y }) => Math.abs(event.offsetY - y) < LANE / 2) : undefined;
  }

  saying(event) {
    return this.at(event)?.entry.hint ?? this.lane(event)?.name;
  }

  press(event) {
    this.start = { x: event.offsetX, y: event.offsetY, view: [...this.view], axis: event.offsetY > this.bottom, overview: event.offsetY < OVERVIEW, entry: this.at(event)?.entry };
    this.canvas.setPointerCapture(event.pointerId);
    this.player.timer && this.player.stop();
    this.start.lane = this.lane(event)?.id;
    this.start.names = this.lanes && event.offsetX < this.left - 6 && event.offsetY > OVERVIEW;
    this.start.from = this.from;
    if (event.pointerType === "mouse") this.tip.hide(true);
    else this.tip.touched(this.saying(event), event);
  }

  move(event) {
    const over = this.at(event);
    this.canvas.style.cursor = over ? "pointer" : event.offsetY > this.bottom || event.offsetY < OVERVIEW ? "grab" : "crosshair";
    if (event.pointerType === "mouse") this.hover(event);
    if (this.start?.names) return void scroll(this, this.start.from - Math.round((event.offsetY - this.start.y) / LANE) - this.from);
    if (!this.start || Math.abs(event.offsetX - this.start.x) < 4 || !this.dated.length) return;
    if (this.start.overview) this.overview.grab(event.offsetX);
    else if (this.start.axis) {
      const moved = ((event.offsetX - this.start.x) / (this.right - this.left)) * (this.view[1] - this.view[0]);
      this.look(this.start.view.map((day) => day - moved));
    } else {
      const clamp = (x) => Math.floor(this.day(Math.max(this.left, Math.min(this.right, x))));
      this.brush([clamp(Math.min(this.start.x, event.offsetX)), clamp(Math.max(this.start.x, event.offsetX))]);
    }
  }

  // Once the mouse has left what it clicked.
  hover(event) {
    const said = this.start ? null : this.saying(event);
    if (said !== this.hovered) this.tip.hide();
    this.hovered = said;
    this.tip.show(said, event);
  }

  release(event) {
    const start = this.start;
    this.start = null;
    if (this.dragged) this.settle(this.dragged);
    else if (start?.names && Math.abs(event.offsetY - start.y) >= LANE / 2) return;
    else if (start?.names && event.offsetY > this.bottom) scroll(this, this.from + this.rows.length < this.all.length ? this.rows.length : -this.all.length);
    else if (start?.lane !== undefined) this.chooseLane(start.lane);
    else if (start?.entry) this.choose(start.entry);
    else if (start?.overview && Math.abs(event.offsetX - start.x) < 4 && this.dated.length) this.overview.grab(event.offsetX);
    else if (start && !start.axis && Math.abs(event.offsetX - start.x) < 4 && page.control.range) this.clear();
  }

  brush(range) {
    this.dragged = range;
    page.control = { ...page.control, range, hiding: null };
    page.bus.dispatchEvent(new Event("range"));
  }

  settle(range) {
    this.player.halt();
    this.dragged = null;
    page.control = { ...page.control, range, hiding: null };
    this.send("range", range ?? []);
    page.bus.dispatchEvent(new Event("range"));
  }

  clear() {
    this.look([...this.home]);
    if (page.control.range) this.settle(null);
    else this.draw();
  }

  choose(entry) {
    choose(entry ? { kind: "meeting", id: entry.id } : null, entry && [entry.id]);
  }

  // Whose lane it is: a person by people, an organisation by sides or firms.
  chooseLane(id) {
    if (id === GROUP) return;
    const person = this.entries.some((entry) => entry.people.includes(id));
    const met = this.entries.filter((entry) => members(this, entry, this.lanes).includes(id)).map((entry) => entry.id);
    choose({ kind: person ? "person" : "organization", id: String(id) }, met);
  }

  // As in the network: it zooms, sideways it moves. Where there is nothing more to see the page takes it.
  wheel(event) {
    if (!this.dated.length) return;
    const { deltaX, deltaY, shiftKey } = event;
    const aside = Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : shiftKey ? deltaY : 0;
    if (this.lanes && event.offsetX < this.left - 6 && !aside) {
      if (!scroll(this, Math.sign(deltaY))) return;
    } else if (aside) this.look(this.view.map((day) => day + (aside / (this.right - this.left)) * (this.view[1] - this.view[0])));
    else if (deltaY > 0 && !this.zoomed()) return;
    else this.zoom(Math.exp(Math.max(-100, Math.min(100, deltaY)) / 1000), this.day(Math.max(this.left, Math.min(this.right, event.offsetX))));
    this.tip.hide();
    event.preventDefault();
  }

  // About a day, or what is looked at.
  zoom(factor, around) {
    this.look(around === undefined ? about(this, factor) : this.view.map((day) => around + (day - around) * factor));
  }
}
