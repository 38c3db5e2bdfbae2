// Plays through time: the range grows from the first meeting to the last, and the network with it.
const STEPS = 60;
const PACE = 180; // milliseconds a step

class Player {
  constructor(view, button) {
    this.view = view;
    this.button = button;
    button.onclick = () => (this.timer ? this.stop() : this.start());
  }

  name() {
    const word = this.view.words[this.timer ? "pause" : "play"];
    this.button.textContent = this.timer ? "❚❚" : "▶";
    this.button.title = word;
    this.button.setAttribute("aria-label", word);
  }

  start() {
    if (!this.view.dated.length) return;
    const [first, last] = this.view.days;
    // A range that is set begins where it did and goes on from where it ended, if there is time left.
    const { range } = page.control;
    const begin = range && range[1] < last ? Math.max(first, range[0]) : first;
    const stride = Math.max(1, (last - first) / STEPS);
    let day = range && range[1] < last ? range[1] : first;
    this.timer = setInterval(() => {
      day = Math.min(last, day + stride);
      this.view.brush([begin, Math.round(day)]);
      if (day >= last) this.stop(begin === first);
    }, PACE);
    this.name();
  }

  stop(done = false) {
    clearInterval(this.timer);
    this.timer = null;
    this.name();
    if (done) this.view.settle(null);
    else if (this.view.dragged) this.view.settle(this.view.dragged);
  }

  close() {
    clearInterval(this.timer);
  }
}
