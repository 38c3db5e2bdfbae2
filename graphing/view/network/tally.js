// How much of all that is stored is seen, in the line under the network (tally.py, which counts alike): told anew while dates and status
// are changed, a few times a second.
const RARE = 120; // milliseconds
const WHOLES = /(?:[\d,]+(?: \S{1,2} [\d,]+)?(?!\S)|\S+)(?: ·)?/g; // what stands on one line

class Tally {
  constructor(view) {
    this.view = view;
  }

  soon() {
    this.rest ??= setTimeout(() => this.tell(), RARE);
  }

  close() {
    clearTimeout(this.rest);
  }

  tell() {
    this.rest = null;
    const line = document.querySelector("[data-testid=seen]");
    if (!line || !this.view.visible) return;
    const { said, last, note } = JSON.parse(line.dataset.seen);
    const counts = this.counts();
    const told = said.map(({ what, all, whole, part }) => (counts[what] === all ? whole : part.replace("{n}", counts[what].toLocaleString("en"))));
    if (said.some(({ what, all }) => what === "meetings" && counts.meetings === all)) told.push(last);
    if (note) told.push(note);
    const whole = told.join(" · ");
    if (line.textContent === whole) return;
    const parts = whole.match(WHOLES).map((part) => Object.assign(document.createElement("span"), { textContent: part }));
    line.replaceChildren(...parts.flatMap((part, at) => (at ? [" ", part] : [part])));
  }

  // Meetings between two who are shown, each once, however many lines tell it.
  counts() {
    const { visible, people, links } = this.view;
    const { statuses, range } = page.control;
    const met = new Set();
    for (const { kind, open, meetings, days } of links) {
      if (!open || kind === "post") continue;
      for (let at = 0; at < meetings.length; at += 1) {
        const [first, last, status] = days[at];
        if ((!statuses || statuses.includes(status)) && (!range || (first !== null && last >= range[0] && first <= range[1]))) met.add(meetings[at]);
      }
    }
    const kinds = visible.map((id) => people.get(id)?.kind);
    const persons = kinds.filter((kind) => kind === "person").length;
    return { people: persons, organizations: kinds.filter((kind) => kind && kind !== "person" && kind !== "meeting").length, meetings: met.size };
  }
}
