// Plays through time: the range grows from the first day to the last, and the network with it; within a span that is brushed from its first
// day to its last, and the span is afterwards as it was.
const STEPS = 60;
const PACE = 180; // milliseconds a step
const CALM = 1000; // milliseconds from one question for proofs to the next

class Player {
  constructor(view, button) {
    this.view = view;
    this.button = button;
    this.span = this.paused = null;
    button.onclick = () => (this.timer ? this.stop() : this.start());
  }

  name() {
    const word = this.view.words[this.timer ? "pause" : "play"];
    this.button.textContent = this.timer ? "❚❚" : "▶";
    this.button.title = word;
    this.button.setAttribute("aria-label", word);
  }

  // [first, last] of what is played: of the span, null for all, what lies among the meetings; null where nothing does.
  ends(span) {
    if (!this.view.dated.length) return null;
    const [first, last] = this.view.days;
    const [from, to] = [Math.max(first, span?.[0] ?? first), Math.min(last, span?.[1] ?? last)];
    return from <= to ? [from, to] : null;
  }

  ready() {
    return Boolean(this.timer || this.ends(page.control.range));
  }

  // What was paused goes on, unless another span has been set since. Python then shows that part alone: the rest is to come again.
  start() {
    const { range } = page.control;
    const on = this.paused !== null && String(range) === String(this.paused) && range[1] < this.ends(this.span)?.[1];
    if (!on) this.span = range ?? null;
    const [from, to] = this.ends(this.span) ?? [];
    if (from === undefined) return;
    let day = on ? range[1] : from;
    const stride = Math.max(1, (to - from) / STEPS);
    const step = () => {
      this.view.brush((page.playing = [from, Math.round(day)]));
      this.follow();
      if (day >= to) return this.stop(true);
      day = Math.min(to, day + stride);
    };
    this.timer = setInterval(step, PACE);
    step();
    if (on) this.view.send("range", this.span ?? []);
    if (this.timer) this.name();
  }

  // The proofs of who is chosen follow calmly: asked for again once the last ones are there, and not while somebody reads in them. What is
  // asked lasts until Python answers anything (proofs.js).
  follow() {
    const now = performance.now();
    if (page.asked || now - (this.asked ?? 0) < CALM || page.control.choice?.kind === "meeting") return;
    if (!document.querySelector(".st-key-proofs:not(:hover, :focus-within) [data-testid=proofs]")) return;
    this.asked = now;
    page.asked = true;
    page.tell("played", page.playing);
  }

  // Paused, what has been played stays; ``done``, all of it is there again.
  stop(done = false) {
    const range = done ? this.span : this.view.dragged;
    this.halt();
    this.paused = done ? null : range;
    if (done || range) this.view.settle(range);
  }

  halt() {
    if (!this.timer) return;
    this.close();
    this.name();
  }

  // ``page.playing``: the range that is shown meanwhile, whatever Python answers (proofs.js).
  close() {
    clearInterval(this.timer);
    this.timer = page.playing = null;
  }
}
