// The meetings as a table: what the timeline has been sent, under the same filters, dates and choice, sorted and searched here.
const PAGE = 100;
const sheets = new WeakMap();
const SORTED = { date: (row) => [row.first === null, row.first ?? 0, row.last ?? 0], certainty: (row) => [false, parseInt(row.certainty, 10), 0] };
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const bare = (text) => text.toLowerCase().replace(/[\s·,.]/g, "");
const initials = (text) => text.replace(/[가-힣]/g, (letter) => INITIALS[Math.floor((letter.charCodeAt(0) - 0xac00) / 588)]);

class Sheet {
  constructor(root) {
    this.root = root;
    this.body = root.querySelector("tbody");
    this.limit = PAGE;
    this.by = "date";
    this.down = true;
    this.onPage = () => this.draw();
    for (const name of ["control", "choice", "range", "entries"]) page.bus.addEventListener(name, this.onPage);
    this.input = root.querySelector("input");
    this.input.addEventListener("input", () => this.draw());
    root.querySelector(".more").onclick = () => {
      this.limit += PAGE;
      this.draw();
    };
  }

  close() {
    for (const name of ["control", "choice", "range", "entries"]) page.bus.removeEventListener(name, this.onPage);
  }

  show(data) {
    this.words = data.words;
    this.input.placeholder = data.words.table_filter;
    this.input.setAttribute("aria-label", data.words.table_filter);
    this.root.querySelector(".scroll").setAttribute("aria-label", data.words.meetings);
    this.root.querySelector(".more").textContent = data.words.more;
    this.root.querySelector(".frame").style.setProperty("--ring", theme(this.root.host ?? this.root).ring);
    this.heads = data.columns.map((name) => this.head(name));
    this.root.querySelector("thead tr").replaceChildren(...this.heads);
    this.draw();
  }

  head(name) {
    const head = document.createElement("th");
    head.scope = "col";
    head.dataset.column = name;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.words[name];
    button.onclick = () => {
      this.down = this.by === name ? !this.down : name === "date" || name === "certainty";
      this.by = name;
      this.draw();
    };
    head.append(button);
    return head;
  }

  cell(row, name) {
    return name === "status" ? this.words[row.status] : name === "participants" ? row.everyone : row[name];
  }

  rows() {
    const { statuses, range } = page.control;
    const query = bare(this.input.value);
    const lone = [...query].every((letter) => INITIALS.includes(letter));
    const fits = (row) => {
      if (statuses && !statuses.includes(row.status)) return false;
      if (range && (row.first === null || row.last < range[0] || row.first > range[1])) return false;
      if (!query) return true;
      const text = bare([row.date, row.everyone, this.words[row.status], row.place, row.topic, row.outlet].join("\n"));
      return text.includes(query) || (lone && initials(text).includes(query));
    };
    const key = SORTED[this.by] ?? ((row) => [!this.cell(row, this.by), this.cell(row, this.by), row.first ?? 0]);
    const order = (one, other) => {
      const [a, b] = [key(one), key(other)];
      // What is untold stands last, whichever way the rest is sorted.
      if (a[0] !== b[0]) return a[0] ? 1 : -1;
      const found = typeof a[1] === "string" ? a[1].localeCompare(b[1], "ko") : a[1] - b[1];
      return (found || a[2] - b[2]) * (this.down ? -1 : 1);
    };
    return (page.meetings?.() ?? []).filter(fits).sort(order);
  }

  draw() {
    if (!this.words) return;
    for (const head of this.heads) head.setAttribute("aria-sort", head.dataset.column !== this.by ? "none" : this.down ? "descending" : "ascending");
    const rows = this.rows();
    const { choice, met } = page.control;
    const chosen = new Set(choice ? (met ?? [choice.id]) : []);
    this.root.querySelector(".count").textContent =
      rows.length === 1 ? this.words.table_count_one : this.words.table_count.replace("{n}", rows.length.toLocaleString("en"));
    this.root.querySelector(".more").hidden = rows.length <= this.limit;
    this.body.replaceChildren(...(rows.length ? rows.slice(0, this.limit).map((row) => this.line(row, chosen.has(row.id))) : [this.none()]));
  }

  line(row, chosen) {
    const line = document.createElement("tr");
    line.setAttribute("aria-selected", String(chosen));
    line.dataset.meeting = row.id;
    for (const head of this.heads) {
      const cell = document.createElement("td");
      cell.className = head.dataset.column;
      const text = this.cell(row, head.dataset.column);
      if (head.dataset.column === "date") {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = text;
        button.setAttribute("aria-label", row.line ?? text);
        cell.append(button);
      } else cell.textContent = text;
      line.append(cell);
    }
    line.onclick = () => choose({ kind: "meeting", id: row.id }, [row.id]);
    return line;
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

export default function ({ data, parentElement }) {
  let sheet = sheets.get(parentElement);
  if (!sheet) sheets.set(parentElement, (sheet = new Sheet(parentElement)));
  sheet.show(data);
  return () => {
    sheets.get(parentElement)?.close();
    sheets.delete(parentElement);
  };
}
