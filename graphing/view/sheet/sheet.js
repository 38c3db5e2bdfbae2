// A table that sorts and searches itself. The meetings are what the timeline has been sent, under the same filters, dates and choice; the
// rows of other tables come with them. What is chosen anywhere is marked here, a row chooses. Of a long table (``total`` rows) a page is
// here, sorted and found already: Python is asked for all else.
const PAGE = 100;
const REST = 450; // milliseconds after the last letter or click, before Python is told for the address
const sheets = new WeakMap();
const SORTED = {
  date: (row) => [(row.first ?? null) === null, row.first ?? 0, row.last ?? 0],
  certainty: (row) => [false, parseInt(row.certainty, 10), 0],
};
const DOWN = ["date", "certainty", "number", "articles"]; // sorted from the last or largest at first
const KOREAN = new Intl.Collator("ko");
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const bare = (text) => text.toLowerCase().replace(/[\s·,.]/g, "");
const initials = (text) => text.replace(/[가-힣]/g, (letter) => INITIALS[Math.floor((letter.charCodeAt(0) - 0xac00) / 588)]);

class Sheet {
  constructor(root) {
    this.root = root;
    this.body = root.querySelector("tbody");
    this.limit = PAGE;
    this.onPage = () => this.draw();
    this.onControl = () => this.adopt();
    for (const name of ["choice", "range", "entries"]) page.bus.addEventListener(name, this.onPage);
    page.bus.addEventListener("control", this.onControl);
    this.input = root.querySelector("input");
    this.input.addEventListener("input", () => this.arrange());
    root.querySelector(".more").onclick = () => {
      if (this.total !== null) return void this.send("more", performance.now());
      this.limit += PAGE;
      this.draw();
    };
  }

  close() {
    clearTimeout(this.wait);
    for (const name of ["choice", "range", "entries"]) page.bus.removeEventListener(name, this.onPage);
    page.bus.removeEventListener("control", this.onControl);
  }

  show(data, send) {
    this.send = staying(send);
    if (data.what !== this.what) {
      clearTimeout(this.wait);
      [this.limit, this.known, this.busy] = [PAGE, null, 0];
    }
    const another = data.what !== this.what;
    this.what = data.what;
    this.opens = data.opens;
    this.words = data.words;
    this.spoken = data.language;
    this.papers = data.papers;
    this.given = data.rows && rows(data.rows);
    this.total = data.total;
    this.input.placeholder = data.words.table_filter;
    this.input.setAttribute("aria-label", data.words.table_filter);
    this.root.querySelector(".scroll").setAttribute("aria-label", data.words[data.what]);
    this.root.querySelector(".more").textContent = data.words.more;
    this.root.querySelector(".frame").style.setProperty("--ring", theme(this.root.host ?? this.root).ring);
    const { columns } = data;
    if (this.columns?.join() !== columns.join() || this.language !== data.words.more) {
      this.heads = columns.map((name) => this.head(name));
      this.root.querySelector("thead tr").replaceChildren(...this.heads);
    }
    this.columns = columns;
    this.language = data.words.more;
    this.adopt();
    if (another || this.led()) requestAnimationFrame(() => this.come());
  }

  // Takes over the order and the search that the address tells, and draws; unless Python still answers to what was there a moment ago.
  adopt() {
    const { order = null, find = null } = page.control;
    const told = JSON.stringify([order, find]);
    if (told !== this.known && performance.now() >= (this.busy ?? 0)) {
      this.known = told;
      const by = order?.replace("-", "");
      const there = this.columns?.includes(by);
      [this.by, this.down] = there ? [by, order.startsWith("-")] : [this.usual(), true];
      this.input.value = find ?? "";
    }
    this.draw();
  }

  usual() {
    return this.opens === "meeting" ? "date" : "number";
  }

  // Another order or search: drawn at once, told to Python once it rests.
  arrange() {
    const order = this.down && this.by === this.usual() ? null : (this.down ? "-" : "") + this.by;
    const find = this.input.value.trim() || null;
    this.known = JSON.stringify([order, find]);
    this.busy = performance.now() + 2500;
    page.control = { ...page.control, order, find };
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.send("arranged", { order: order ?? "", find: find ?? "" }), REST);
    this.limit = PAGE;
    if (this.total === null) this.draw();
    else this.sort();
  }

  head(name) {
    const head = document.createElement("th");
    head.scope = "col";
    head.dataset.column = name;
    head.className = name;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.words[name];
    button.onclick = () => {
      this.down = this.by === name ? !this.down : DOWN.includes(name);
      this.by = name;
      this.arrange();
    };
    head.append(button);
    return head;
  }

  cell(row, name) {
    if (this.given) return row[name] ?? "";
    return (name === "status" ? (this.words[row.status] ?? row.status) : name === "participants" ? row.everyone : row[name]) ?? "";
  }

  rows() {
    if (this.total !== null) return this.given;
    // What Python was asked for fits all filters already; the timeline has what dates and statuses hide.
    const { statuses, range } = this.given ? {} : page.control;
    const query = bare(this.input.value);
    const lone = [...query].every((letter) => INITIALS.includes(letter));
    const fits = (row) => {
      if (statuses && !statuses.includes(row.status)) return false;
      if (range && (row.first === null || row.last < range[0] || row.first > range[1])) return false;
      if (!query) return true;
      const text = bare(this.columns.filter((name) => name !== "certainty").map((name) => this.cell(row, name)).join("\n"));
      return text.includes(query) || (lone && initials(text).includes(query));
    };
    const key = SORTED[this.by] ?? ((row) => [this.cell(row, this.by) === "", this.cell(row, this.by), row.first ?? 0]);
    const order = ([a], [b]) => {
      // What is untold stands last, whichever way the rest is sorted.
      if (a[0] !== b[0]) return a[0] ? 1 : -1;
      const found = typeof a[1] === "string" ? KOREAN.compare(a[1], b[1]) : a[1] - b[1];
      return (found || a[2] - b[2]) * (this.down ? -1 : 1);
    };
    const keyed = (this.given ?? page.meetings?.() ?? []).filter(fits).map((row) => [key(row), row]);
    return keyed.sort(order).map(([, row]) => row);
  }

  // The rows that stand for what is chosen: in the table of meetings those that it is about; else itself, who its ends are or who was there.
  marked() {
    const { choice, met } = page.control;
    if (!choice) return () => false;
    if (this.opens === "meeting") {
      const chosen = new Set(met ?? [choice.id]);
      return ({ id }) => chosen.has(id);
    }
    const told = choice.kind === "meeting" && page.meetings?.().find(({ id }) => (met ?? [choice.id]).includes(id));
    const of = told ? [...told.ends, ...page.firms(told).map(String)] : choice.kind === "meeting" ? [] : [choice.id];
    const chosen = new Set(this.opens !== "edge" && choice.kind === "edge" ? choice.id.split(":").slice(1) : of);
    const whose = this.opens === "edge" && choice.kind !== "meeting" && choice.kind !== "edge";
    return ({ id }) => (whose ? id.split(":").slice(1).includes(choice.id) : chosen.has(id));
  }

  sort() {
    for (const head of this.heads) head.setAttribute("aria-sort", head.dataset.column !== this.by ? "none" : this.down ? "descending" : "ascending");
  }

  draw() {
    if (!this.words || !this.by) return;
    this.sort();
    const rows = this.rows();
    const count = this.total ?? rows.length;
    const limit = this.total === null ? this.limit : rows.length;
    const marked = this.marked();
    this.root.querySelector(".count").textContent =
      count === 1 ? this.words.count_one : this.words.count.replace("{n}", count.toLocaleString("en"));
    this.root.querySelector(".more").hidden = count <= limit;
    this.body.replaceChildren(...(rows.length ? rows.slice(0, limit).map((row) => this.line(row, marked(row))) : [this.none()]));
  }

  line(row, chosen) {
    const line = document.createElement("tr");
    line.setAttribute("aria-selected", String(chosen));
    line.dataset.row = row.id;
    for (const [at, name] of this.columns.entries()) {
      const cell = document.createElement("td");
      cell.className = name;
      const text = this.cell(row, name);
      if (!at) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = text;
        button.setAttribute("aria-label", row.line ?? this.columns.map((column) => this.cell(row, column)).filter((part) => part !== "").join(", "));
        cell.append(button);
      } else cell.textContent = text;
      korean(cell, this.spoken);
      if (name === "outlet") cell.title = original(text, this.papers);
      line.append(cell);
    }
    line.onclick = () => choose({ kind: this.opens, id: row.id }, this.met(row.id), this.opens === "person" || this.opens === "organization", () => this.back(row.id));
    return line;
  }

  // Leads from the proofs back to the row that opened them; to the table, where that is no longer in it.
  back(id) {
    const line = [...this.body.rows].find(({ dataset }) => dataset.row === id);
    (line ?? this.root.querySelector(".scroll")).scrollIntoView({ block: "center" });
    (line?.querySelector("button") ?? this.input).focus({ preventScroll: true });
  }

  // Whether the keyboard is still on what leads here from under the network.
  led() {
    return Boolean(document.activeElement?.closest(".st-key-lost"));
  }

  // A table that was just asked for comes into sight, with the row of buttons that asked for it; one that an address opens does not. Who
  // was led here from afar goes on here.
  come() {
    const head = document.querySelector(".st-key-tables");
    const led = this.led();
    if (led || head?.contains(document.activeElement)) head.scrollIntoView({ block: "start" });
    if (led) this.root.querySelector(".scroll").focus({ preventScroll: true });
  }

  // The meetings that a row is about, as far as the timeline knows them before Python says so.
  met(id) {
    const about = {
      meeting: (entry) => entry.id === id,
      person: (entry) => entry.ends.includes(id),
      organization: (entry) => page.firms(entry).includes(Number(id)),
      edge: (entry) => entry.ends.includes(id),
    }[this.opens];
    return (page.meetings?.() ?? []).filter(about).map((entry) => entry.id);
  }

  none() {
    const line = document.createElement("tr");
    const cell = document.createElement("td");
    cell.colSpan = this.heads.length;
    cell.className = "empty";
    cell.textContent = this.words.nothing;
    line.append(cell);
    return line;
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let sheet = sheets.get(parentElement);
  if (!sheet) sheets.set(parentElement, (sheet = new Sheet(parentElement)));
  sheet.show(JSON.parse(new TextDecoder().decode(data)), setTriggerValue);
  return () => {
    sheets.get(parentElement)?.close();
    sheets.delete(parentElement);
  };
}
