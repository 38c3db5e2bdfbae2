// The search box: what is typed goes to Python, which knows all names; arrows, Enter and clicks choose from what it found.
const PAUSE = 110;
const boxes = new WeakMap();

class Finder {
  constructor(root) {
    this.input = root.querySelector("input");
    this.list = root.querySelector("ul");
    this.said = root.querySelector(".said");
    this.at = -1;
    this.entered = null; // what was sent off with Enter before the answer to it had come
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("focus", () => this.draw());
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    // A press on the list must not take the focus from the box, or the list would be gone before the click.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.pick(event.target.closest("li")));
  }

  show(data, send) {
    // Not where the reader has left for another page (proofs.js).
    this.send = (name, value) => globalThis.__hoedong?.leaving?.() || send(name, value);
    this.data = data;
    this.input.placeholder = data.words.search;
    this.input.setAttribute("aria-label", data.words.search);
    this.list.setAttribute("aria-label", data.words.found);
    if (data.text !== this.text && !this.focused()) this.input.value = data.text;
    this.text = data.text;
    this.draw();
  }

  focused() {
    return this.input.getRootNode().activeElement === this.input;
  }

  typed() {
    clearTimeout(this.wait);
    this.entered = null;
    this.at = -1;
    const query = this.input.value.trim();
    // An emptied box lets the search in the text go.
    if (!query && this.data.text) this.send("text", "");
    if (query) this.wait = setTimeout(() => this.send("query", query), PAUSE);
    this.draw();
  }

  draw() {
    const query = this.input.value.trim();
    const known = query && query !== this.data.text && this.data.query === query;
    if (!known || !this.focused()) return this.close();
    // Where nobody is called so, that is said first, and names like it follow.
    const rows = [...this.data.found, ...this.data.near].map((row, at) => this.row(at, row.kind + ":" + row.id, row.label, row.note));
    rows.push(this.row(rows.length, "", this.data.words.in_text.replace("{text}", query), ""));
    rows.at(-1).classList.add("text");
    this.options = rows;
    this.list.replaceChildren(...(this.data.nobody ? [this.nobody()] : []), ...rows);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.said.textContent = this.data.said;
    this.mark(this.data.found.length ? Math.max(0, this.at) : this.at);
    if (this.entered === query) this.take();
  }

  // Takes what is marked; nothing is, where nobody was found: then the words are searched for.
  take() {
    this.entered = null;
    this.pick(this.options[this.at] ?? this.options.at(-1));
  }

  row(at, choice, label, note) {
    const row = document.createElement("li");
    row.id = "found-" + at;
    row.role = "option";
    row.dataset.choice = choice;
    const name = document.createElement("b");
    name.textContent = label;
    const more = document.createElement("span");
    more.textContent = note;
    row.append(name, more);
    return row;
  }

  nobody() {
    const row = document.createElement("li");
    row.role = "option";
    row.className = "nobody";
    row.setAttribute("aria-disabled", "true");
    row.textContent = this.data.nobody;
    return row;
  }

  mark(at) {
    this.at = at;
    this.options.forEach((row, place) => row.setAttribute("aria-selected", String(place === at)));
    const row = this.options[at];
    if (row) this.input.setAttribute("aria-activedescendant", row.id);
    else this.input.removeAttribute("aria-activedescendant");
    row?.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.list.hidden = true;
    if (!this.focused()) this.entered = null;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  pick(row) {
    if (!row || row.ariaDisabled) return;
    if (row.dataset.choice) {
      const [kind, id] = row.dataset.choice.split(":");
      this.send("choice", { kind, id });
      this.input.value = this.data.text;
    } else this.send("text", this.input.value.trim());
    this.at = -1;
    this.close();
  }

  // Who types faster than names are found means the first of them all the same.
  ask(query) {
    clearTimeout(this.wait);
    this.entered = query;
    if (this.data.query !== query) this.send("query", query);
    else this.draw();
  }

  key(event) {
    const count = this.list.hidden ? 0 : this.options.length;
    if (event.isComposing && event.key !== "Enter") return;
    if (event.key === "ArrowDown" && count) this.mark((this.at + 1) % count);
    else if (event.key === "ArrowUp" && count) this.mark((this.at - 1 + count) % count);
    else if (event.key === "Enter" && !event.isComposing) {
      const query = this.input.value.trim();
      if (count) this.take();
      else if (query && query !== this.data.text) this.ask(query);
    } else if (event.key === "Escape") {
      this.entered = null;
      this.close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let box = boxes.get(parentElement);
  if (!box) boxes.set(parentElement, (box = new Finder(parentElement)));
  box.show(data, setTriggerValue);
  return () => {
    if (!parentElement.isConnected) clearTimeout(box.wait);
    boxes.delete(parentElement);
  };
}
