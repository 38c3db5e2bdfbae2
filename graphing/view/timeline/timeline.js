// The timeline: meetings on a canvas, a day as a diamond, a month or a year as a bar over all of it; brushing filters the network.
// A low window leaves room for the proofs under it.
const height = () => Math.max(132, Math.min(188, innerHeight * 0.19));
const tall = () => Math.max(170, Math.min(330, innerHeight * 0.27)); // with lanes
const AXIS = 26;
const EDGE = 16;
const UNDATED = 66;
const SHORTEST = 0.25; // days
const LONGEST = 365 * 200;
const views = new WeakMap();

class View {
  constructor(root) {
    this.root = root;
    this.canvas = root.querySelector("canvas");
    this.said = root.querySelector(".said");
    this.list = new List(root.querySelector("ol"), (entry) => this.choose(entry));
    this.focused = null;
    this.lanes = null;
    this.overview = new Overview(this);
    this.player = new Player(this, root.querySelector(".play"));
    for (const button of root.querySelectorAll("[data-lanes]")) button.onclick = () => this.divide(button.dataset.lanes || null);
    this.onPage = () => this.adopt();
    for (const name of ["control", "choice", "range"]) page.bus.addEventListener(name, this.onPage);
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    for (const name of ["focus", "blur"]) this.canvas.addEventListener(name, () => this.draw());
    this.canvas.addEventListener("pointerdown", (event) => this.press(event));
    this.canvas.addEventListener("pointermove", (event) => this.move(event));
    this.canvas.addEventListener("pointerup", (event) => this.release(event));
    this.canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    root.querySelector(".closer").onclick = () => this.zoom(0.6);
    root.querySelector(".farther").onclick = () => this.zoom(1 / 0.6);
    root.querySelector(".all").onclick = () => this.clear();
    this.dates = new Dates(this, [root.querySelector(".first"), root.querySelector(".last")]);
    this.watch = new ResizeObserver(() => this.draw());
    this.watch.observe(this.canvas);
    page.entries = () => marks(this);
    page.meetings = () => this.entries ?? [];
  }

  close() {
    clearTimeout(this.rest);
    this.watch.disconnect();
    this.player.close();
    for (const name of ["control", "choice", "range"]) page.bus.removeEventListener(name, this.onPage);
  }

  show(data, send) {
    this.send = staying(send);
    this.words = data.words;
    this.names = data.names;
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
    this.entries = rows(data.entries);
    for (const entry of this.entries) this.complete(entry);
    this.stand = this.room = null;
    this.today = today();
    this.dated = this.entries.filter((entry) => entry.first !== null);
    const known = this.home?.join();
    const first = Math.min(...this.dated.map((entry) => entry.first));
    const last = Math.max(...this.dated.map((entry) => entry.last));
    const margin = Math.max(10, (last - first) * 0.05);
    this.home = this.dated.length ? [first - margin, last + 1 + margin] : [0, 1];
    if (known !== this.home.join()) this.view = [...(page.control.window ?? this.home)];
    this.list.show(this.entries, data.words);
    if (!this.busy) this.known = null;
    this.adopt();
    page.bus.dispatchEvent(new Event("entries"));
  }

  // Takes over the stretch and the lanes that the address tells, and draws.
  adopt() {
    if (!this.entries) return;
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
    this.draw();
  }

  // Shows another stretch of time or other lanes, and tells Python once it rests.
  look(view, lanes = this.lanes) {
    const span = view[1] - view[0];
    if (span < SHORTEST || span > LONGEST) return;
    this.view = view;
    this.lanes = lanes;
    const window = view.join() === this.home.join() ? null : view.map((day) => Math.round(day * 100) / 100);
    page.control = { ...page.control, window, lanes };
    this.known = JSON.stringify([window, lanes]);
    this.busy = performance.now() + 2500;
    this.draw();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.send("sight", { window: window ?? [], lanes: lanes ?? "" }), 450);
  }

  divide(lanes) {
    this.stand = null;
    this.look(this.view, lanes);
  }

  // What follows from the rest of an entry is not sent: the line that says it all, and the pairs in the network.
  complete(entry) {
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

  draw() {
    if (!this.entries) return;
    // Without its border: a canvas of another size than its box is scaled to it, and its words blur.
    this.width = this.canvas.clientWidth;
    if (!this.width) return;
    const density = globalThis.devicePixelRatio || 1;
    const context = this.canvas.getContext("2d");
    context.font = "12px " + FONT;
    this.context = context;
    const { high, gutter } = this.lanes ? (this.room = laneRoom(this, this.lanes)) : { high: Math.round(height()), gutter: EDGE };
    this.high = high;
    this.canvas.style.height = this.high + "px";
    document.documentElement.style.setProperty("--hoedong-timeline", this.high + "px");
    this.canvas.width = this.width * density;
    this.canvas.height = this.canvas.clientHeight * density;
    this.left = gutter;
    this.right = this.width - EDGE - (!this.lanes && this.dated.length < this.entries.length ? UNDATED : 0);
    this.top = OVERVIEW + 4;
    this.bottom = this.canvas.clientHeight - AXIS;
    context.scale(density, density);
    context.font = "12px " + FONT;
    context.textBaseline = "middle";
    const open = this.open();
    const bright = new Set(open);
    this.met = new Set(page.control.met ?? []);
    const brush = this.dragged ?? page.control.range;
    if (brush) {
      const [left, right] = [Math.max(this.left, this.x(brush[0])), Math.min(this.right, this.x(brush[1] + 1))];
      context.fillStyle = this.theme.met + "22";
      if (right > left) context.fillRect(left, this.top - 4, right - left, this.bottom - this.top + 4);
    }
    if (this.dated.length) this.overview.draw(context, this.entries, brush);
    this.axis(context);
    // Where the marks stand changes with the view only, not with what is brushed or, heaped, chosen.
    const { choice } = page.control;
    const stand = [...this.view, this.right, this.lanes, this.lanes && [choice?.id, brush?.join("-")]].join();
    if (stand !== this.stand) {
      this.rows = this.lanes ? laned(this, this.lanes, open.filter((entry) => entry.first !== null), choice) : [];
      this.places = this.lanes ? inLanes(this, this.rows, this.lanes) : heaped(this);
    }
    this.stand = stand;
    rails(this, this.rows, page.control.choice);
    context.save();
    context.beginPath();
    // A span that goes on beyond what is shown does not run over the undated ones.
    const apart = !this.lanes && this.dated.length < this.entries.length;
    context.rect(this.lanes ? this.left - 6 : 0, this.top - 4, apart ? this.right + 10 : this.width, this.high);
    context.clip();
    for (const place of this.places) if (place.entry.first !== null) this.mark(context, place, bright.has(place.entry));
    context.restore();
    for (const place of this.places) if (place.entry.first === null) this.mark(context, place, bright.has(place.entry));
    for (const button of this.root.querySelectorAll("[data-lanes]")) button.setAttribute("aria-pressed", String((button.dataset.lanes || null) === this.lanes));
    this.root.querySelector(".all").hidden = !page.control.range;
    this.dates.show(page.control.range);
    this.list.update(open, choice);
  }

  axis(context) {
    const base = this.bottom + 0.5;
    context.strokeStyle = this.theme.post;
    context.fillStyle = this.theme.text;
    context.globalAlpha = 0.75;
    context.beginPath();
    context.moveTo(this.left, base);
    context.lineTo(this.right, base);
    context.stroke();
    const aside = outside(this, context);
    for (const { day, label } of this.dated.length ? ticks(this.view, (this.right - this.left) / 72, this.language) : []) {
      const x = this.x(day);
      if (x < this.left || x > this.right - 8 || aside.taken(x)) continue;
      context.fillRect(x, base, 1, 5);
      context.fillText(label, Math.max(2, Math.min(x - context.measureText(label).width / 2, this.right - 30)), base + 15);
    }
    const now = this.x(this.today);
    if (this.dated.length && now >= this.left && now <= this.right) {
      context.setLineDash([2, 3]);
      context.strokeStyle = this.theme.ring;
      context.beginPath();
      context.moveTo(now, this.top);
      context.lineTo(now, base);
      context.stroke();
      context.setLineDash([]);
      const wide = context.measureText(this.words.today).width;
      context.fillText(this.words.today, Math.min(now + 4, this.right - wide), this.top + 8);
    }
    if (this.right < this.width - UNDATED && !this.lanes) context.fillText(this.words.undated, this.right + 14, base + 15);
    context.globalAlpha = 1;
  }

  mark(context, { entry, left, width, bar, y, text, words, size }, open) {
    const chosen = this.chosen(entry);
    const focused = this.focused === entry.id && this.canvas.matches(":focus-visible");
    const middle = left + size;
    context.globalAlpha = open && (chosen || !page.control.choice) ? 1 : 0.18;
    if (size <= 2.5 && !bar && !chosen && !focused) {
      // Ten thousand dots of a few pixels: a square each, at a tenth of a diamond's time.
      context.fillStyle = entry.status === "held" ? this.theme.met : this.theme.post;
      context.fillRect(left, y - size, width, 2 * size);
      context.globalAlpha = 1;
      return;
    }
    context.strokeStyle = this.theme.met;
    context.fillStyle = entry.status === "held" ? this.theme.met : this.theme.background;
    context.lineWidth = size > 2.5 ? 1.8 : 0.8;
    context.setLineDash({ held: [], planned: [4, 2.5], cancelled: [1.5, 2.5] }[entry.status]);
    const tall = size * 0.84;
    const shape = (grow) => {
      context.beginPath();
      if (bar) context.roundRect(left - grow, y - tall - grow, width + 2 * grow, 2 * (tall + grow), tall * 0.8 + grow);
      else {
        context.moveTo(middle, y - size - grow);
        for (const [right, down] of [[size + grow, 0], [0, size + grow], [-size - grow, 0]]) context.lineTo(middle + right, y + down);
        context.closePath();
      }
    };
    shape(0);
    context.fill();
    context.stroke();
    context.setLineDash(focused && !chosen ? [3, 2] : []);
    if (chosen || focused) {
      context.strokeStyle = chosen ? this.theme.ring : this.theme.text;
      shape(4);
      context.stroke();
    }
    context.setLineDash([]);
    if (text !== null) {
      context.fillStyle = this.theme.text;
      context.fillText(words, text, y + 0.5);
    }
    context.globalAlpha = 1;
  }

  chosen(entry) {
    const { choice, met } = page.control;
    if (!choice) return false;
    return met ? this.met.has(entry.id) : choice.kind === "meeting" ? choice.id === entry.id : entry.ends.includes(choice.id);
  }

  at(event) {
    const near = ({ left, width, y, size }) =>
      event.offsetX >= left - 4 && event.offsetX <= left + width + 4 && Math.abs(event.offsetY - y) <= size + 4;
    return this.places?.filter(near).sort((one, other) => Math.abs(event.offsetY - one.y) - Math.abs(event.offsetY - other.y))[0];
  }

  press(event) {
    this.start = { x: event.offsetX, view: [...this.view], axis: event.offsetY > this.bottom, overview: event.offsetY < OVERVIEW, entry: this.at(event)?.entry };
    this.canvas.setPointerCapture(event.pointerId);
    this.player.timer && this.player.stop();
    const lane = this.lanes && event.offsetX < this.left - 6 && this.rows.find(({ y }) => Math.abs(event.offsetY - y) < LANE / 2);
    if (lane) this.start.lane = lane.id;
  }

  move(event) {
    const over = this.at(event);
    this.canvas.style.cursor = over ? "pointer" : event.offsetY > this.bottom || event.offsetY < OVERVIEW ? "grab" : "crosshair";
    this.canvas.title = over ? over.entry.line : "";
    if (!this.start || Math.abs(event.offsetX - this.start.x) < 4 || !this.dated.length) return;
    if (this.start.overview) this.overview.grab(event.offsetX);
    else if (this.start.axis) {
      const moved = ((event.offsetX - this.start.x) / (this.right - this.left)) * (this.view[1] - this.view[0]);
      this.look(this.start.view.map((day) => day - moved));
    } else if (this.start.lane === undefined) {
      const clamp = (x) => Math.floor(this.day(Math.max(this.left, Math.min(this.right, x))));
      this.brush([clamp(Math.min(this.start.x, event.offsetX)), clamp(Math.max(this.start.x, event.offsetX))]);
    }
  }

  release(event) {
    const start = this.start;
    this.start = null;
    if (this.dragged) this.settle(this.dragged);
    else if (start?.lane !== undefined) this.chooseLane(start.lane);
    else if (start?.entry) this.choose(start.entry);
    else if (start?.overview && Math.abs(event.offsetX - start.x) < 4 && this.dated.length) this.overview.grab(event.offsetX);
    else if (start && !start.axis && Math.abs(event.offsetX - start.x) < 4 && page.control.range) this.clear();
  }

  brush(range) {
    this.dragged = range;
    page.control = { ...page.control, range };
    page.bus.dispatchEvent(new Event("range"));
  }

  settle(range) {
    this.dragged = null;
    page.control = { ...page.control, range };
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
    const person = this.entries.some((entry) => entry.people.includes(id));
    const met = this.entries.filter((entry) => members(entry, this.lanes).includes(id)).map((entry) => entry.id);
    choose({ kind: person ? "person" : "organization", id: String(id) }, met);
  }

  wheel(event) {
    if (event.deltaX && !event.ctrlKey) {
      const moved = (event.deltaX / (this.right - this.left)) * (this.view[1] - this.view[0]);
      this.look(this.view.map((day) => day + moved));
    } else if (event.ctrlKey || event.metaKey || this.root.activeElement === this.canvas) this.zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, this.day(event.offsetX));
    else return;
    event.preventDefault();
  }

  zoom(factor, around = (this.view[0] + this.view[1]) / 2) {
    this.look(this.view.map((day) => around + (day - around) * factor));
  }

  key(event) {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step) this.step(step, event.shiftKey);
    else if ((event.key === "Enter" || event.key === " ") && this.focused) this.choose(this.entries.find((entry) => entry.id === this.focused));
    else if (event.key === "Escape") page.control.range ? this.clear() : this.choose(null);
    else if (event.key === "+" || event.key === "=") this.zoom(0.6);
    else if (event.key === "-") this.zoom(1 / 0.6);
    else if (event.key === "0") this.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // With Shift the brush goes along, from the entry where Shift was first held.
  step(by, brushing) {
    const open = brushing ? this.dated : this.open();
    if (!open.length) return;
    const here = open.findIndex((entry) => entry.id === this.focused);
    const entry = open[Math.max(0, Math.min(open.length - 1, here < 0 ? (by > 0 ? 0 : open.length - 1) : here + by))];
    if (brushing) {
      this.anchor ??= here < 0 ? entry : open[here];
      const ends = [this.anchor, entry];
      this.settle([Math.min(...ends.map((end) => end.first)), Math.max(...ends.map((end) => end.last))]);
    } else this.anchor = null;
    this.focused = entry.id;
    if (entry.first !== null && (entry.last < this.view[0] || entry.first > this.view[1])) this.look([...this.home]);
    this.said.textContent = entry.line;
    this.draw();
  }
}
