// The same meetings as lines to read: each opens its proof. One stop for Tab; the arrow keys go from line to line.
const FIRST = 60;

class List {
  constructor(element, choose) {
    this.element = element;
    this.choose = choose;
    this.limit = FIRST;
    element.addEventListener("keydown", (event) => this.key(event));
  }

  show(entries, words) {
    this.entries = entries;
    this.words = words;
    this.drawn = null;
  }

  update(open, choice) {
    this.element.hidden = Boolean(choice);
    const wanted = open.map((entry) => entry.id).join() + this.limit;
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    // The newest first; what has no date stands last.
    open = [...open.filter((entry) => entry.first !== null).reverse(), ...open.filter((entry) => entry.first === null)];
    const lines = open.slice(0, this.limit).flatMap((entry, at) => {
      const heading = entry.first === null && (at === 0 || open[at - 1].first !== null);
      return heading ? [this.part("li", "group", this.words.undated), this.line(entry)] : [this.line(entry)];
    });
    if (!open.length) lines.push(this.empty());
    if (open.length > this.limit) lines.push(this.more(open));
    this.element.replaceChildren(...lines);
    this.element.querySelectorAll("button").forEach((button, at) => (button.tabIndex = at ? -1 : 0));
  }

  line(entry) {
    const button = this.part("button", "entry");
    button.type = "button";
    button.dataset.meeting = entry.id;
    button.setAttribute("aria-label", entry.line);
    button.append(this.part("span", "date", entry.date));
    const body = this.part("span", "body");
    const who = this.part("span", "who");
    // A name goes to the next line whole, not from its hyphen on.
    for (const piece of entry.everyone.split(/([^\s-]+-[^\s]+)/)) who.append(this.part("span", piece.includes("-") ? "whole" : "", piece));
    if (entry.status !== "held") who.append(" ", this.part("span", "status " + entry.status, this.words[entry.status]));
    body.append(who, this.part("span", "detail", entry.detail));
    button.append(body);
    button.onclick = () => this.choose(entry);
    const item = this.part("li", "");
    item.append(button);
    return item;
  }

  empty() {
    const item = this.part("li", "empty", this.words.nothing);
    const button = this.part("button", "clear", this.words.clear);
    button.type = "button";
    button.onclick = () => page.tell("cleared", Date.now());
    item.append(button);
    return item;
  }

  more(open) {
    const button = this.part("button", "more", this.words.more);
    button.type = "button";
    button.onclick = () => {
      this.limit += FIRST;
      this.update(open, null);
    };
    const item = this.part("li", "");
    item.append(button);
    return item;
  }

  part(tag, name, text = "") {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  }

  key(event) {
    const buttons = [...this.element.querySelectorAll("button")];
    const here = buttons.indexOf(this.element.getRootNode().activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || !buttons[to]) return;
    for (const button of buttons) button.tabIndex = -1;
    buttons[to].tabIndex = 0;
    buttons[to].focus();
    event.preventDefault();
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
