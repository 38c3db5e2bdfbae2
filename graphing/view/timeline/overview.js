// Above the timeline, the whole time at a glance: how many meetings when, and which stretch of it is shown below.
const OVERVIEW = 30;
const BINS = 72; // as in timeline/__init__.py

class Overview {
  constructor(view) {
    this.view = view;
  }

  // As the axis under it has the whole.
  x(day) {
    const { home: [from, to], left, right } = this.view;
    return left + ((day - from) / (to - from)) * (right - left);
  }

  day(x) {
    const { home: [from, to], left, right } = this.view;
    return from + ((x - left) / (right - left)) * (to - from);
  }

  // A meeting whose day is not told to the day counts where its time begins.
  counts(open) {
    if (this.view.whole) return this.view.whole.counts;
    const [from, to] = this.view.home;
    const found = new Array(BINS).fill(0);
    for (const entry of open) if (entry.first !== null) found[Math.max(0, Math.min(BINS - 1, Math.floor(((entry.first - from) / (to - from)) * BINS)))] += 1;
    return found;
  }

  draw(context, open, brush) {
    const { theme, view, home } = this.view;
    const counts = this.counts(open);
    const most = Math.max(1, ...counts);
    const wide = (this.view.right - this.view.left) / BINS;
    if (brush) {
      context.fillStyle = theme.met + "22";
      context.fillRect(this.x(Math.max(home[0], brush[0])), 0, Math.max(2, this.x(Math.min(home[1], brush[1] + 1)) - this.x(Math.max(home[0], brush[0]))), OVERVIEW);
    }
    context.fillStyle = theme.met;
    context.globalAlpha = 0.55;
    counts.forEach((count, at) => {
      const high = count ? Math.max(2, (OVERVIEW - 8) * (count / most)) : 0;
      context.fillRect(this.view.left + at * wide, OVERVIEW - 2 - high, Math.max(1, wide - (wide < 4 ? 0.6 : 1)), high);
    });
    context.globalAlpha = 1;
    context.fillStyle = theme.post;
    context.fillRect(0, OVERVIEW + 0.5, this.view.width, 0.8);
    if (view[0] > home[0] || view[1] < home[1]) {
      const [left, right] = [this.x(Math.max(view[0], home[0])), this.x(Math.min(view[1], home[1]))];
      context.strokeStyle = theme.text;
      context.globalAlpha = 0.8;
      context.lineWidth = 1;
      context.strokeRect(left + 0.5, 2.5, Math.max(4, right - left) - 1, OVERVIEW - 4);
      context.globalAlpha = 1;
    }
  }

  // The stretch that is shown moves so that its middle lies under the pointer.
  grab(x) {
    const { view } = this.view;
    const half = (view[1] - view[0]) / 2;
    const middle = this.day(x);
    this.view.look([middle - half, middle + half]);
  }
}
