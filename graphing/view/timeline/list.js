// The same meetings as lines to read: each opens its proof. One stop for Tab; the arrow keys go from line to line.
const FIRST = 60;
const RESTED = 120; // milliseconds

// No line begins with the dot between two.
const unbroken = (text) => text.replace(/ ?·/g, (dot) => (dot === "·" ? "\u2060·" : "\u00a0·"));

// Whether a filter leaves something out. The dates do while they are dragged, of which Python does not yet know.
const limited = () => Boolean(page.control.hiding || page.control.range || page.control.statuses);

class List {
  // ``aside``: what has the keyboard while the list is away.
  constructor(element, choose, aside) {
    this.element = element;
    this.choose = choose;
    this.aside = aside;
    this.limit = FIRST;
    element.addEventListener("keydown", (event) => this.key(event));
  }

  // ``crowd``: how many meetings are ``left`` that are not listed, and how to ``ask`` for them.
  show(entries, { words, language, papers }, crowd) {
    this.language = language;
    this.papers = papers;
    this.crowd = crowd;
    this.entries = entries;
    this.words = words;
    this.drawn = null;
  }

  // To lay the lines out anew takes longer than all the drawing: they follow once the brush rests.
  soon(update) {
    clearTimeout(this.resting);
    this.resting = setTimeout(update, RESTED);
  }

  close() {
    clearTimeout(this.resting);
  }

  update(open, choice) {
    clearTimeout(this.resting);
    const held = this.held();
    this.element.hidden = Boolean(choice);
    if (choice && held) this.leave(held);
    if (this.crowd) open = open.filter((entry) => entry.listed);
    // Of somebody's surroundings those that are drawn; of a crowd, which is listed in part only, all.
    const { around } = page.control;
    const near = around && !this.crowd ? new Set(around) : null;
    if (near) open = open.filter(({ id }) => near.has(id));
    const none = !open.length && !this.crowd?.left;
    const wanted = none ? `none ${page.control.hiding} ${limited()}` : open.map((entry) => entry.id).join() + this.limit + Boolean(near);
    if (wanted === this.drawn) return this.back(choice);
    this.drawn = wanted;
    // The newest first; what has no date stands last.
    open = [...open.filter((entry) => entry.first !== null).reverse(), ...open.filter((entry) => entry.first === null)];
    const lines = open.slice(0, this.limit).flatMap((entry, at) => {
      const heading = entry.first === null && (at === 0 || open[at - 1].first !== null);
      return heading ? [this.part("li", "group", this.words.undated), this.line(entry)] : [this.line(entry)];
    });
    if (open.length > this.limit) lines.push(this.more(() => this.further(open)));
    else if (this.crowd?.left) lines.push(this.more(() => this.load(open.length), this.words.more_left.replace("{n}", this.crowd.left.toLocaleString("en"))));
    if (none) lines.push(this.none());
    else if (near) lines.unshift(this.part("li", "group", this.words.around_listed));
    this.element.replaceChildren(...lines);
    this.element.querySelectorAll("button").forEach((button, at) => (button.tabIndex = at ? -1 : 0));
    this.back(choice);
    if (this.asked < open.length) this.loaded();
  }

  // The lines that Python is asked for stand under those that are there, and the keyboard goes on with the first of them.
  load(count) {
    this.asked = count;
    this.limit = count + FIRST;
    this.crowd.ask();
  }

  loaded() {
    const line = this.element.querySelectorAll("[data-meeting]")[this.asked];
    this.asked = undefined;
    if (document.activeElement === document.body || document.activeElement === this.element.getRootNode().host) line?.focus({ preventScroll: true });
  }

  held() {
    return this.element.getRootNode().activeElement?.closest?.("[data-meeting]")?.dataset.meeting;
  }

  // The keyboard is not lost with the line that it was on, and comes back to it.
  leave(meeting) {
    this.left = meeting;
    this.aside.focus({ preventScroll: true });
  }

  back(choice) {
    if (choice || !this.left) return;
    const line = this.element.querySelector(`[data-meeting="${this.left}"]`);
    this.left = null;
    const now = this.element.getRootNode().activeElement;
    if (!line || (now && now !== this.aside) || (!now && document.activeElement !== document.body)) return;
    for (const button of this.element.querySelectorAll("button")) button.tabIndex = button === line ? 0 : -1;
    line.focus();
  }

  // In place of lines: that the filters leave none; without filters, that there are none.
  none() {
    const item = this.part("li", "none");
    const said = limited() ? this.part("div", "nothing") : this.part("p", "", this.words.timeline_empty);
    if (limited()) emptied(said, true, this.words);
    item.append(said);
    return item;
  }

  line(entry) {
    const button = this.part("button", "entry");
    button.type = "button";
    button.dataset.meeting = entry.id;
    button.append(this.part("span", "date", entry.date));
    const body = this.part("span", "body");
    const who = this.part("span", "who");
    // A name goes to the next line whole, not from its hyphen on.
    for (const piece of unbroken(entry.everyone).split(/([^\s-]+-[^\s]+)/)) who.append(this.part("span", piece.includes("-") ? "whole" : "", piece));
    if (entry.status !== "held") who.append(" ", this.part("span", "status " + entry.status, this.words[entry.status]));
    // It is called by what it says, in the languages of that; that somebody was met goes without saying for who sees.
    if (entry.status === "held") body.append(who, this.part("span", "said", this.words.held), this.details(entry));
    else body.append(who, this.details(entry));
    button.append(body);
    button.onclick = () => this.choose(entry);
    const item = this.part("li", "");
    item.append(button);
    return item;
  }

  // Place, topic and outlets. The topic is in the article's own words, an outlet tells what it calls itself.
  details(entry) {
    const line = this.part("span", "detail");
    for (const name of ["place", "topic", "outlet"].filter((one) => entry[one])) {
      if (line.firstChild) line.append("\u00a0· ");
      const part = korean(this.part("span", name, unbroken(entry[name])), this.language);
      if (name === "outlet") part.title = original(entry.outlet, this.papers);
      line.append(part);
    }
    return line;
  }

  further(open) {
    const first = this.limit;
    this.limit += FIRST;
    this.update(open, null);
    this.element.querySelectorAll("[data-meeting]")[first]?.focus();
  }

  more(ask, words = this.words.more) {
    const button = this.part("button", "more", words);
    button.type = "button";
    button.onclick = ask;
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

// Escape lets go of what is chosen, wherever on the page the keyboard is, but where it means something else.
const TYPED = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=listbox], [role=menu], [role=combobox]";

function letGo(event) {
  const { choice, opened } = page.control;
  if (event.key !== "Escape" || event.defaultPrevented || !(choice || opened) || document.fullscreenElement) return;
  if (event.composedPath()[0].closest?.(TYPED)) return;
  stepBack();
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
