// Lists that are typed into (chooser/__init__.py). Sent once a visit: what every list is sent with only calls it. Put before it: STYLE and, of
// graphing/search.py, INITIALS, FINALS and PAIRS.
const page = (globalThis.__hoedong ??= { bus: new EventTarget(), control: {} });
const PAUSE = 110; // milliseconds after a key before Python is asked
const PRESS = 300; // milliseconds that a button may be held
const MOST = 200; // rows that are drawn
const [FIRST, LAST, EACH] = [0xac00, 0xd7a3, 588];
const folded = (text) => text.normalize("NFC").toLowerCase().replace(/[\s·ㆍ∙・.,\-‐–'’‘"“”()]+/g, "");

// What finds a query in folded text, as graphing/search.py has it, but for hanja.
function pattern(query) {
  const letters = [...folded(query)];
  const lone = letters.some((letter) => INITIALS.includes(letter) || PAIRS[letter]);
  const syllables = (letter) => {
    const [at, code] = [INITIALS.indexOf(letter), letter.codePointAt(0)];
    if (at >= 0) return `[${letter}${String.fromCharCode(FIRST + at * EACH)}-${String.fromCharCode(FIRST + at * EACH + EACH - 1)}]`;
    if (PAIRS[letter]) return [...PAIRS[letter]].map(syllables).join("");
    const end = (code - FIRST) % FINALS.length;
    if (!lone || code < FIRST || code > LAST || !end) return letter.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
    const [bare, last] = [code - end, FINALS[end]];
    const ways = [letter, String.fromCharCode(bare) + syllables(last)];
    if (PAIRS[last]) ways.push(String.fromCharCode(bare + FINALS.indexOf(PAIRS[last][0])) + syllables(PAIRS[last][1]));
    return `(?:${ways.join("|")})`;
  };
  return new RegExp(letters.map(syllables).join(""), "u");
}

// The options that hold what is typed, those that it begins first.
function fitting(options, query) {
  if (!folded(query)) return options;
  const wanted = pattern(query);
  const found = options.map((option) => [folded(option[1]).search(wanted), option]).filter(([at]) => at >= 0);
  return [...found.filter(([at]) => !at), ...found.filter(([at]) => at)].map(([, option]) => option);
}

const part = (name, attributes = {}, ...inner) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inner);
  return made;
};

class Chooser {
  constructor(root) {
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    (root.getRootNode().adoptedStyleSheets ?? []).push(style);
    this.label = part("label", { for: "typed" });
    this.input = part("input", { id: "typed", type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "offered", "aria-describedby": "note", autocomplete: "off", spellcheck: "false" });
    this.box = part("div", { class: "box" }, this.input);
    this.list = part("ul", { id: "offered", role: "listbox" });
    this.note = part("p", { id: "note" });
    this.pop = part("div", { class: "pop", popover: "manual" }, this.list, this.note);
    this.said = part("div", { class: "said", "aria-live": "polite" });
    root.append(part("div", { class: "frame" }, this.label, this.box, this.pop, this.said));
    this.chosen = [];
    this.at = -1;
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.left());
    this.box.addEventListener("click", (event) => this.pressed(event));
    // A press on the list must not take the focus from the field, or the list would be gone before the click.
    this.pop.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.pick(event.target.closest("li")));
    this.place = this.place.bind(this);
  }

  show(data, send) {
    // Not where the reader has left for another page (proofs.js).
    this.send = (kind, value) => page.leaving?.() || (kind === "query" ? send.trigger : send.state)(kind, value);
    const given = JSON.stringify(data.chosen);
    // Within a form Python hears of nothing before it is sent.
    if (!data.form || given !== this.given) this.chosen = data.chosen;
    this.given = given;
    this.data = data;
    this.label.textContent = data.label;
    this.list.setAttribute("aria-label", data.label);
    this.box.classList.toggle("single", data.single);
    if (data.single) this.list.removeAttribute("aria-multiselectable");
    else this.list.setAttribute("aria-multiselectable", "true");
    this.note.textContent = data.note ?? "";
    this.chips();
    if (this.open) this.draw();
  }

  get open() {
    return this.pop.matches(":popover-open");
  }

  chips() {
    const chips = this.chosen.map(([token, label]) => {
      const remove = part("button", { type: "button", "aria-label": this.data.words.remove.replace("{name}", label), "data-token": token }, "×");
      return part("span", { class: "chip", title: label }, part("span", {}, label), ...(this.data.needed ? [] : [remove]));
    });
    for (const chip of this.box.querySelectorAll(".chip")) chip.remove();
    this.box.prepend(...chips);
    this.input.placeholder = this.chosen.length ? "" : this.data.words.hint;
  }

  typed() {
    clearTimeout(this.wait);
    const query = this.input.value.trim();
    if (this.data.more && query) this.wait = setTimeout(() => this.send("query", query), PAUSE);
    this.at = query ? 0 : -1;
    this.draw();
  }

  // [token, label, class] of each row for what is typed.
  rows() {
    const query = this.input.value.trim();
    const known = this.data.more && query && this.data.query === query;
    const taken = new Set(this.data.single ? [] : this.chosen.map(([token]) => token));
    const left = (known ? this.data.found : fitting(this.data.options, query)).filter(([token]) => !taken.has(token));
    const rows = left.slice(0, MOST);
    const same = (one) => one[0] === query || one[1] === query;
    if (this.data.fresh && query && !left.some(same) && !this.chosen.some(same)) rows.push([query, this.data.words.add.replace("{name}", query), "fresh"]);
    return rows;
  }

  draw() {
    const rows = this.rows();
    const held = new Set(this.chosen.map(([token]) => token));
    this.list.replaceChildren(
      ...rows.map(([token, label, kind], at) => {
        const row = part("li", { id: "option-" + at, role: "option", title: label, "aria-selected": String(held.has(token)) }, label);
        row.option = [token, kind ? token : label];
        return row;
      }),
    );
    if (!rows.length) this.list.append(part("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, this.data.words.none));
    this.count = rows.length;
    this.said.textContent = this.data.words.found.replace("{n}", rows.length);
    if (!this.open) {
      this.pop.showPopover();
      addEventListener("scroll", this.place, true);
      addEventListener("resize", this.place);
    }
    this.input.setAttribute("aria-expanded", "true");
    this.place();
    // What is typed has its first row marked, also once Python has found it.
    this.mark(Math.min(this.input.value.trim() ? Math.max(0, this.at) : this.at, rows.length - 1));
  }

  // Under the field, or above it and what it is called where there is more room.
  place(event) {
    if (event && event.target instanceof Node && this.pop.contains(event.target)) return;
    const field = this.box.getBoundingClientRect();
    const top = this.label.getBoundingClientRect().top;
    const [below, above] = [innerHeight - field.bottom - 12, top - 12];
    const over = below < 180 && above > below;
    Object.assign(this.pop.style, {
      left: "0", width: "max-content", minWidth: Math.max(field.width, 240) + "px", maxWidth: Math.min(innerWidth - 16, Math.max(field.width, 440)) + "px",
      top: over ? "auto" : field.bottom + 4 + "px", bottom: over ? innerHeight - top + 2 + "px" : "auto",
      maxHeight: Math.min(320, over ? above : below) + "px",
    });
    // As wide as what it holds, within the window.
    this.pop.style.left = Math.max(8, Math.min(field.left, innerWidth - this.pop.offsetWidth - 8)) + "px";
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((row, place) => row.classList.toggle("at", place === at));
    const row = at >= 0 ? this.list.children[at] : null;
    if (row) this.input.setAttribute("aria-activedescendant", row.id);
    else this.input.removeAttribute("aria-activedescendant");
    row?.scrollIntoView({ block: "nearest" });
  }

  close() {
    if (!this.open) return;
    clearTimeout(this.wait);
    this.pop.hidePopover();
    removeEventListener("scroll", this.place, true);
    removeEventListener("resize", this.place);
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.said.textContent = "";
    // What was typed and not chosen says nothing.
    this.input.value = "";
    this.at = -1;
  }

  // Left for another field or a button: a new name that was typed is meant, as it is with Enter. In another window nothing is lost.
  left() {
    if (!document.hasFocus()) return;
    const query = this.input.value.trim();
    const rows = this.data.fresh && query ? this.rows() : [];
    const meant = rows.find(([token, label, kind]) => label === query || (token === query && (!kind || rows.length === 1)));
    this.close();
    // The button that is being pressed must not move away first.
    if (meant) this.take(this.with(meant[2] ? [query, query] : meant.slice(0, 2)), PRESS);
  }

  with(option) {
    return this.data.single ? [option] : [...this.chosen, option];
  }

  pressed(event) {
    const token = event.target.dataset?.token;
    if (token !== undefined) this.take(this.chosen.filter(([one]) => one !== token));
    this.input.focus();
    if (token === undefined && !this.open) this.draw();
  }

  pick(row) {
    if (!row?.option) return;
    this.input.value = "";
    this.at = -1;
    this.take(this.with(row.option));
    if (this.data.single) this.close();
    else this.draw();
  }

  take(chosen, wait = 0) {
    this.chosen = chosen;
    if (wait) setTimeout(() => this.chips(), wait);
    else this.chips();
    // Counted: what is chosen again after it was let go elsewhere is news.
    this.send("chosen", { tokens: chosen.map(([token]) => token), turn: Date.now() });
  }

  key(event) {
    if (event.isComposing && event.key !== "Enter") return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && !this.open) this.draw();
    else if (move && this.count) this.mark((this.at + move + this.count) % this.count || 0);
    else if (event.key === "Enter" && this.open && !event.isComposing) this.pick(this.list.children[this.at]);
    else if (event.key === "Escape" && this.open) this.close();
    else if (event.key === "Backspace" && !this.input.value && this.chosen.length && !this.data.needed) this.take(this.chosen.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

const lists = new WeakMap();
// The home page and the others each bring this: who comes from one to the other keeps the first, which knows what lists it has drawn.
page.chooser ??= ({ data, parentElement, setStateValue, setTriggerValue }) => {
  let list = lists.get(parentElement);
  if (!list) lists.set(parentElement, (list = new Chooser(parentElement)));
  list.show(JSON.parse(new TextDecoder().decode(data)), { state: setStateValue, trigger: setTriggerValue });
  return () => {
    if (parentElement.isConnected) return;
    list.close();
    lists.delete(parentElement);
  };
};
page.bus.dispatchEvent(new Event("choosing"));
