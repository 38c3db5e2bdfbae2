// Words of an article, selected by mouse or keyboard, and what they are said to be. What an article says is only ever text here.
// Offsets count characters (code points), as Python does; a browser counts UTF-16 units.
const ACTIONS = [["person", "P"], ["organization", "O"], ["meeting", "M"]];
const markers = new WeakMap();
const length = (text) => [...text].length;

class Marker {
  constructor(root) {
    this.root = root.querySelector(".marker");
    this.text = this.root.querySelector(".marker-text");
    this.bar = this.root.querySelector(".marker-bar");
    this.said = this.root.querySelector(".marker-said");
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.bar.addEventListener("keydown", (event) => event.key === "Escape" && this.letGo(true));
    // A press on the bar must not take the selection away.
    this.bar.addEventListener("pointerdown", (event) => event.preventDefault());
    this.onUp = (event) => setTimeout(() => this.released(event));
    document.addEventListener("pointerup", this.onUp);
  }

  close() {
    document.removeEventListener("pointerup", this.onUp);
  }

  show(data, send) {
    this.send = send;
    this.words = data.words;
    this.root.querySelector(".marker-hint").textContent = data.words.mark_hint;
    this.text.setAttribute("aria-label", data.words.mark_text);
    const told = JSON.stringify(data.paragraphs);
    if (told === this.told) return;
    this.told = told;
    this.chosen = null;
    this.tokens = [];
    this.text.replaceChildren(...data.paragraphs.map((one, at) => this.paragraph(one, at)));
    this.bar.hidden = true;
  }

  paragraph({ kind, start, pieces }, at) {
    const line = document.createElement("p");
    line.className = kind;
    line.dataset.start = start;
    let place = start;
    for (const [text, mark, whose, telling] of pieces) {
      const piece = document.createElement(mark ? "mark" : "span");
      if (mark) piece.className = mark;
      if (whose) piece.dataset.whose = whose;
      piece.dataset.at = place;
      piece.textContent = text;
      place += length(text);
      if (telling) {
        const clause = document.createElement("span");
        clause.className = "telling";
        clause.append(piece);
        line.append(clause);
      } else line.append(piece);
    }
    const whole = line.textContent;
    for (const found of whole.matchAll(/\S+/g)) {
      const first = start + length(whole.slice(0, found.index));
      this.tokens.push({ start: first, end: first + length(found[0]), paragraph: at });
    }
    return line;
  }

  // A place in the page → the offset in the article; null where it is not in the text.
  offset(node, units) {
    if (!this.text.contains(node)) return null;
    if (node.nodeType !== Node.TEXT_NODE) {
      const next = node.childNodes[units] ?? node;
      const piece = next.closest?.("[data-at]") ?? next.querySelector?.("[data-at]") ?? next.parentElement?.closest("[data-at]");
      if (piece) return Number(piece.dataset.at);
      return node === this.text || units >= node.childNodes.length ? (this.tokens.at(-1)?.end ?? null) : null;
    }
    const piece = node.parentElement.closest("[data-at]");
    return piece && Number(piece.dataset.at) + length(node.data.slice(0, units));
  }

  // The offset in the article → a place in the page; at the border of two pieces, with ``after``, the second.
  place(offset, after) {
    for (const piece of this.text.querySelectorAll("[data-at]")) {
      const start = Number(piece.dataset.at);
      const letters = [...piece.textContent];
      const inside = after ? offset < start + letters.length : offset <= start + letters.length;
      if (offset >= start && inside) return [piece.firstChild, letters.slice(0, offset - start).join("").length];
    }
    return null;
  }

  released(event) {
    if (this.bar.contains(event.target)) return;
    const selection = document.getSelection();
    const whose = event.target.closest?.("mark[data-whose]");
    if (selection.isCollapsed || !selection.rangeCount) {
      if (whose && this.text.contains(whose)) {
        const start = Number(whose.dataset.at);
        this.choose(start, start + length(whose.textContent));
      } else if (!this.bar.hidden) this.letGo(false);
      return;
    }
    if (!selection.containsNode(this.text, true)) return this.forget(); // selected elsewhere, to be copied
    const range = selection.getRangeAt(0);
    const start = this.offset(range.startContainer, range.startOffset);
    const end = this.offset(range.endContainer, range.endOffset);
    if (start !== null && end !== null && start < end) this.choose(start, end);
    else this.letGo(false);
  }

  choose(start, end) {
    const text = this.slice(start, end);
    const ahead = length(text) - length(text.trimStart());
    const behind = length(text) - length(text.trimEnd());
    if (!text.trim()) return;
    this.chosen = { start: start + ahead, end: end - behind };
    const from = this.place(this.chosen.start, true);
    const to = this.place(this.chosen.end, false);
    if (!from || !to) return;
    document.getSelection().setBaseAndExtent(...from, ...to);
    this.said.textContent = this.words.mark_chosen.replace("{words}", text.trim());
    this.offer();
  }

  slice(start, end) {
    const parts = [];
    for (const piece of this.text.querySelectorAll("[data-at]")) {
      const first = Number(piece.dataset.at);
      const letters = [...piece.textContent];
      if (first < end && first + letters.length > start) parts.push(letters.slice(Math.max(0, start - first), end - first).join(""));
    }
    return parts.join("");
  }

  // Whose names are selected, each once.
  named() {
    const { start, end } = this.chosen;
    const inside = [...this.text.querySelectorAll("mark[data-whose]")].filter((mark) => {
      const first = Number(mark.dataset.at);
      return first < end && first + length(mark.textContent) > start;
    });
    return [...new Set(inside.map((mark) => mark.dataset.whose))];
  }

  offer() {
    const buttons = ACTIONS.map(([what, key]) => this.button(this.words["mark_" + what], key, () => this.tell({ what, ...this.chosen })));
    for (const whose of this.named()) {
      const name = whose.slice(whose.indexOf(":") + 1);
      buttons.push(this.button(this.words.mark_none.replace("{name}", name), "Del", () => this.tell({ what: "unmark", whose })));
    }
    this.bar.replaceChildren(...buttons);
    this.bar.setAttribute("aria-label", this.words.mark_text);
    this.bar.hidden = false;
    const box = document.getSelection().getRangeAt(0).getBoundingClientRect();
    const frame = this.root.getBoundingClientRect();
    const left = Math.min(Math.max(0, box.left - frame.left), Math.max(0, frame.width - this.bar.offsetWidth));
    this.bar.style.left = left + "px";
    this.bar.style.top = box.bottom - frame.top + 6 + "px";
  }

  button(label, key, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(label);
    const hint = document.createElement("kbd");
    hint.textContent = key;
    hint.setAttribute("aria-hidden", "true");
    button.append(hint);
    button.onclick = act;
    return button;
  }

  tell(what) {
    this.send("marked", what);
    this.letGo(true);
  }

  forget() {
    this.bar.hidden = true;
    this.chosen = null;
  }

  letGo(focus) {
    this.forget();
    document.getSelection().removeAllRanges();
    if (focus) this.text.focus({ preventScroll: true });
  }

  key(event) {
    // The key's place, not its letter: with Korean typing on, P is ㅔ.
    const act = ACTIONS.find(([, key]) => event.code === "Key" + key);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Escape") this.letGo(true);
    else if (event.key === "Enter" && this.chosen) this.bar.querySelector("button")?.focus();
    else if (act && plain && this.chosen) this.tell({ what: act[0], ...this.chosen });
    else if (event.key === "Delete" && this.chosen && this.named().length) this.tell({ what: "unmark", whose: this.named()[0] });
    else if (/^Arrow(Left|Right|Up|Down)$/.test(event.key)) this.move(event.key.slice(5), event.shiftKey, event.ctrlKey || event.altKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Arrows go from word to word, up and down from paragraph to paragraph; with Shift the end moves by a letter, with Ctrl too by a word.
  move(way, extend, words) {
    const forward = way === "Right" || way === "Down";
    if (!this.tokens.length) return;
    if (extend && this.chosen) return this.extend(forward, words || way === "Down" || way === "Up");
    const at = this.chosen ? this.tokens.findIndex((one) => one.end > this.chosen.start) : forward ? -1 : 0;
    let next = at + (forward ? 1 : -1);
    if (way === "Down" || way === "Up") {
      const paragraph = (this.tokens[at]?.paragraph ?? -1) + (forward ? 1 : -1);
      next = this.tokens.findIndex((one) => one.paragraph === paragraph);
    }
    const token = this.tokens[next];
    if (token) this.choose(token.start, token.end);
    this.seen();
  }

  extend(forward, words) {
    const { start, end } = this.chosen;
    let to = end + (forward ? 1 : -1);
    if (words) to = forward ? this.tokens.find((one) => one.end > end)?.end : this.tokens.findLast((one) => one.end < end)?.end;
    // A blank by itself is nothing to choose: on to the letter behind it, or before it.
    while (to > start && to < this.tokens.at(-1).end && !this.slice(to - 1, to).trim()) to += forward ? 1 : -1;
    if (to > start && to <= this.tokens.at(-1).end) this.choose(start, to);
    this.seen();
  }

  seen() {
    const node = document.getSelection().focusNode;
    node?.parentElement?.scrollIntoView({ block: "nearest" });
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let marker = markers.get(parentElement);
  if (!marker) markers.set(parentElement, (marker = new Marker(parentElement)));
  marker.show(data, setTriggerValue);
  return () => {
    markers.get(parentElement)?.close();
    markers.delete(parentElement);
  };
}
