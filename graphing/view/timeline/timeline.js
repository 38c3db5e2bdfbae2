// The timeline: meetings on a canvas, a day as a diamond, a month or a year as a bar over all of it; brushing filters the network.
const HEIGHT = 168;
const AXIS = 26;
const EDGE = 16;
const UNDATED = 66;
const WORDED = 60; // more entries than this have no words beside them
const LINE = 13;
const views = new WeakMap();
const ENDS = [-25567, 47846]; // 1900 and 2100: an end that is left open

class View {
  constructor(root) {
    this.root = root;
    this.canvas = root.querySelector("canvas");
    this.said = root.querySelector(".said");
    this.list = new List(root.querySelector("ol"), (entry) => this.choose(entry));
    this.focused = null;
    this.onPage = () => this.draw();
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
    this.inputs = [root.querySelector(".first"), root.querySelector(".last")];
    for (const input of this.inputs) input.onchange = () => this.typed();
    this.watch = new ResizeObserver(() => this.draw());
    this.watch.observe(this.canvas);
    page.entries = () => this.positions();
  }

  close() {
    this.watch.disconnect();
    for (const name of ["control", "choice", "range"]) page.bus.removeEventListener(name, this.onPage);
  }

  show(data, send) {
    this.send = send;
    this.words = data.words;
    this.theme = theme(this.root.host ?? this.root);
    for (const [name, colour] of Object.entries(this.theme)) this.root.querySelector(".frame").style.setProperty("--" + name, colour);
    this.canvas.setAttribute("aria-label", data.words.timeline);
    for (const name of ["closer", "farther"]) {
      this.root.querySelector("." + name).title = data.words[name];
      this.root.querySelector("." + name).setAttribute("aria-label", data.words[name]);
    }
    this.inputs.forEach((input, at) => input.setAttribute("aria-label", data.words[at ? "until" : "from"]));
    for (const part of this.root.querySelectorAll("[data-word]")) part.textContent = data.words[part.dataset.word];
    this.entries = rows(data.entries);
    for (const entry of this.entries) this.complete(entry);
    this.stand = null;
    this.dated = this.entries.filter((entry) => entry.first !== null);
    const known = this.home?.join();
    const first = Math.min(...this.dated.map((entry) => entry.first));
    const last = Math.max(...this.dated.map((entry) => entry.last));
    const margin = Math.max(10, (last - first) * 0.05);
    this.home = this.dated.length ? [first - margin, last + 1 + margin] : [0, 1];
    if (known !== this.home.join()) this.view = [...this.home];
    this.list.show(this.entries, data.words);
    this.draw();
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
    return EDGE + ((day - this.view[0]) / (this.view[1] - this.view[0])) * (this.right - EDGE);
  }

  day(x) {
    return this.view[0] + ((x - EDGE) / (this.right - EDGE)) * (this.view[1] - this.view[0]);
  }

  draw() {
    if (!this.entries) return;
    const box = this.canvas.getBoundingClientRect();
    if (!box.width) return;
    const density = globalThis.devicePixelRatio || 1;
    this.canvas.width = box.width * density;
    this.canvas.height = HEIGHT * density;
    this.width = box.width;
    this.right = box.width - EDGE - (this.dated.length < this.entries.length ? UNDATED : 0);
    const context = this.canvas.getContext("2d");
    context.scale(density, density);
    context.font = "12px " + FONT;
    context.textBaseline = "middle";
    const open = this.open();
    const bright = new Set(open);
    const brush = this.dragged ?? page.control.range;
    if (brush) {
      context.fillStyle = this.theme.met + "22";
      context.fillRect(this.x(brush[0]), 0, this.x(brush[1] + 1) - this.x(brush[0]), HEIGHT - AXIS);
    }
    this.axis(context);
    // Where the marks stand changes with the view only, not with what is brushed or chosen.
    const stand = [...this.view, this.right].join();
    if (stand !== this.stand) this.places = this.lanes(context);
    this.stand = stand;
    for (const place of this.places) this.mark(context, place, bright.has(place.entry));
    this.root.querySelector(".all").hidden = !page.control.range;
    this.inputs.forEach((input, at) => {
      const day = page.control.range?.[at];
      const told = day === undefined || day === ENDS[at] ? "" : new Date(day * DAY).toISOString().slice(0, 10);
      if (input.value !== told && this.root.activeElement !== input) input.value = told;
    });
    this.list.update(open, page.control.choice);
  }

  axis(context) {
    const base = HEIGHT - AXIS + 0.5;
    context.strokeStyle = this.theme.post;
    context.fillStyle = this.theme.text;
    context.globalAlpha = 0.75;
    context.beginPath();
    context.moveTo(EDGE, base);
    context.lineTo(this.right, base);
    context.stroke();
    for (const { day, label } of this.dated.length ? ticks(this.view, (this.right - EDGE) / 72) : []) {
      const x = this.x(day);
      if (x < EDGE || x > this.right - 8) continue;
      context.fillRect(x, base, 1, 5);
      context.fillText(label, Math.max(2, Math.min(x - context.measureText(label).width / 2, this.right - 30)), base + 15);
    }
    if (this.right < this.width - UNDATED) context.fillText(this.words.undated, this.right + 14, base + 15);
    context.globalAlpha = 1;
  }

  // Marks as large as the crowd allows, with words beside them where there are few.
  lanes(context) {
    const high = HEIGHT - AXIS - 12;
    for (const [size, worded] of [[6, true], [6, false], [4, false], [2.5, false], [1.5, false]]) {
      const [places, most] = this.stacked(context, size, worded && this.dated.length <= WORDED);
      const step = Math.min(22, high / most);
      if (step < 2 * size + 2 && size > 1.5) continue;
      if (!worded && step >= LINE && this.dated.length <= WORDED) this.label(context, places);
      for (const place of places) place.y = HEIGHT - AXIS - 8 - Math.min(6, step / 2) - step * place.lane;
      return places;
    }
  }

  // Each entry in the lowest lane where its mark and its label find room; undated ones in a column of their own.
  stacked(context, size, worded) {
    const ends = [];
    const undated = this.entries.filter((entry) => entry.first === null);
    const places = this.dated
      .filter((entry) => entry.last >= this.view[0] && entry.first <= this.view[1])
      .map((entry) => {
        const day = entry.precision === "day";
        const left = this.x(entry.first) - (day ? size : 0);
        const width = day ? 2 * size : Math.max(8, this.x(entry.last + 1) - left);
        const [after, ahead] = [this.right + (undated.length ? 0 : 10) - left - width, left - 10];
        const full = !worded ? 0 : context.measureText(entry.who).width + 8;
        const before = full > after && ahead > after;
        const room = Math.min(full, before ? ahead : after);
        const from = before ? left - room : left;
        const to = before ? left + width : left + width + room;
        // Without labels the marks come from left to right: the last of a lane tells whether it is free.
        let lane = ends.findIndex((taken) => (worded ? taken : taken.slice(-1)).every(([low, high]) => to + size < low || from > high + size));
        if (lane < 0) lane = ends.push([]) - 1;
        ends[lane].push([from, to]);
        return { entry, left, width, lane, size, words: short(context, entry.who, room - 8), text: room ? (before ? left - room + 2 : left + width + 6) : null };
      });
    undated.forEach((entry, lane) => places.push({ entry, left: this.right + 22 + 16 * (lane % 2), width: 2 * size, lane: lane >> 1, size, text: null }));
    return [places, Math.max(1, ends.length, Math.ceil(undated.length / 2))];
  }

  // Words beside the marks that have room for them in their lane, where not all have.
  label(context, places) {
    const taken = places.map(({ lane, left, width, size }) => [lane, left - size, left + width + size]);
    for (const place of places.filter(({ entry }) => entry.first !== null)) {
      const room = context.measureText(place.entry.who).width;
      for (const text of [place.left + place.width + 6, place.left - 6 - room]) {
        const box = [place.lane, text, text + room];
        if (text < 4 || box[2] > this.right) continue;
        const own = [place.left - place.size, place.left + place.width + place.size];
        const crossed = ([lane, low, high]) => lane === box[0] && low < box[2] && high > box[1] && !(low === own[0] && high === own[1]);
        if (taken.some(crossed)) continue;
        taken.push(box);
        Object.assign(place, { text, words: place.entry.who });
        break;
      }
    }
  }

  mark(context, { entry, left, width, y, text, words, size }, open) {
    const chosen = this.chosen(entry);
    const focused = this.focused === entry.id && this.canvas.matches(":focus-visible");
    const middle = left + size;
    context.globalAlpha = open && (chosen || !page.control.choice) ? 1 : 0.18;
    context.strokeStyle = this.theme.met;
    context.fillStyle = entry.status === "held" ? this.theme.met : this.theme.background;
    context.lineWidth = size > 2.5 ? 1.8 : 0.8;
    context.setLineDash({ held: [], planned: [4, 2.5], cancelled: [1.5, 2.5] }[entry.status]);
    const tall = size * 0.84;
    const shape = (grow) => {
      context.beginPath();
      if (entry.precision === "month" || entry.precision === "year") context.roundRect(left - grow, y - tall - grow, width + 2 * grow, 2 * (tall + grow), tall * 0.8 + grow);
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
    const choice = page.control.choice;
    if (!choice) return false;
    return choice.kind === "meeting" ? choice.id === entry.id : entry.ends.includes(choice.id);
  }

  at(event) {
    const near = ({ left, width, y, size }) =>
      event.offsetX >= left - 4 && event.offsetX <= left + width + 4 && Math.abs(event.offsetY - y) <= size + 4;
    return this.places?.filter(near).sort((one, other) => Math.abs(event.offsetY - one.y) - Math.abs(event.offsetY - other.y))[0];
  }

  press(event) {
    this.start = { x: event.offsetX, view: [...this.view], axis: event.offsetY > HEIGHT - AXIS, entry: this.at(event)?.entry };
    this.canvas.setPointerCapture(event.pointerId);
  }

  move(event) {
    const over = this.at(event);
    this.canvas.style.cursor = over ? "pointer" : event.offsetY > HEIGHT - AXIS ? "grab" : "crosshair";
    this.canvas.title = over ? over.entry.line : "";
    if (!this.start || Math.abs(event.offsetX - this.start.x) < 4 || !this.dated.length) return;
    if (this.start.axis) {
      const moved = ((event.offsetX - this.start.x) / (this.right - EDGE)) * (this.view[1] - this.view[0]);
      this.view = this.start.view.map((day) => day - moved);
      this.draw();
    } else {
      const clamp = (x) => Math.floor(this.day(Math.max(EDGE, Math.min(this.right, x))));
      this.brush([clamp(Math.min(this.start.x, event.offsetX)), clamp(Math.max(this.start.x, event.offsetX))]);
    }
  }

  release(event) {
    const start = this.start;
    this.start = null;
    if (this.dragged) this.settle(this.dragged);
    else if (start?.entry) this.choose(start.entry);
    else if (start && !start.axis && Math.abs(event.offsetX - start.x) < 4 && page.control.range) this.clear();
  }

  // The range as typed: what the brush does, by keyboard.
  typed() {
    const range = this.inputs.map((input, at) => (input.value ? Date.parse(input.value) / DAY : ENDS[at]));
    this.settle(this.inputs.some((input) => input.value) && range[0] <= range[1] ? range : null);
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
    this.view = [...this.home];
    if (page.control.range) this.settle(null);
    else this.draw();
  }

  choose(entry) {
    choose(entry ? { kind: "meeting", id: entry.id } : null, this.send);
  }

  wheel(event) {
    if (event.deltaX && !event.ctrlKey) {
      const moved = (event.deltaX / (this.right - EDGE)) * (this.view[1] - this.view[0]);
      this.view = this.view.map((day) => day + moved);
      this.draw();
    } else if (event.ctrlKey || event.metaKey || this.root.activeElement === this.canvas) this.zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, this.day(event.offsetX));
    else return;
    event.preventDefault();
  }

  zoom(factor, around = (this.view[0] + this.view[1]) / 2) {
    const span = (this.view[1] - this.view[0]) * factor;
    if (span < 3 || span > 365 * 200) return;
    this.view = this.view.map((day) => around + (day - around) * factor);
    this.draw();
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
    if (entry.first !== null && (entry.last < this.view[0] || entry.first > this.view[1])) this.view = [...this.home];
    this.said.textContent = entry.line;
    this.draw();
  }

  // For tests and tools: where each entry's mark is, in pixels of the window.
  positions() {
    const box = this.canvas.getBoundingClientRect();
    return this.places.map(({ entry, left, y, size }) => ({ id: entry.id, line: entry.line, x: box.left + left + size, y: box.top + y }));
  }
}
