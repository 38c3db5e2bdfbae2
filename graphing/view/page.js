// What the components of one page share: the bus, the palette, the theme as Streamlit hands it down, the payload's form.
const page = (globalThis.__hoedong ??= { bus: new EventTarget(), control: {} });
const FONT = "Pretendard, 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', sans-serif";
const COLOURS = {
  light: { person: "#2F6DB5", company: "#D27D25", agency: "#673B7D", met: "#2E8B6B", post: "#A2ABB8", cancelled: "#A8566B", ring: "#D33A3A", alone: "#B4690E" },
  dark: { person: "#5C96DB", company: "#E39A4D", agency: "#BC97C4", met: "#4DB28F", post: "#5D6672", cancelled: "#D48A9C", ring: "#FF6B6B", alone: "#E8A33D" },
};

function theme(host) {
  const css = getComputedStyle(host);
  const read = (name, otherwise) => css.getPropertyValue(name).trim() || otherwise;
  const background = read("--st-background-color", "#ffffff");
  const paint = document.createElement("canvas").getContext("2d");
  paint.fillStyle = background;
  paint.fillRect(0, 0, 1, 1);
  const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data;
  const dark = red * 0.299 + green * 0.587 + blue * 0.114 < 128;
  return { background, scheme: dark ? "dark" : "light", text: read("--st-text-color", "#222222"), ...COLOURS[dark ? "dark" : "light"] };
}

// An element that says what stays Korean in another language is marked so, for who hears it.
function korean(element, language) {
  if (language !== "ko" && /[가-힣]/.test(element.textContent)) element.lang = "ko";
  return element;
}

// Outlets in other letters than their own, as they call themselves; "" where they are in these. ``papers``: as one is shown → its own name.
function original(outlets, papers, seam = ", ") {
  const own = outlets.split(seam).map((one) => papers[one] ?? one).join(seam);
  return own === outlets ? "" : own;
}

// What a component sends, unless the reader has left for another page (proofs.js).
const staying = (send) => (name, value) => page.leaving?.() || send(name, value);

// {columns: [...], rows of values by column} as it is sent → [{...}, …]
function rows(table) {
  const names = Object.keys(table);
  const count = names.length ? table[names[0]].length : 0;
  const found = Array.from({ length: count }, () => ({}));
  for (const name of names) {
    const column = table[name];
    for (let at = 0; at < count; at += 1) found[at][name] = column[at];
  }
  return found;
}

// Python hears of a choice by the control, so that it draws the proofs alone. The pictures follow when those stand (component.py), at
// the latest after ``PATIENCE``: drawn at once they would hold the proofs up.
const PATIENCE = 250; // milliseconds

// ``met``: the ids of the meetings that the choice is about; ``moved``: whether the network goes where it stands; ``row``: what
// leads back to the row of a table that chose. Choices are counted: the answer to an earlier one may still be on its way.
function choose(choice, met = null, moved = false, row = null) {
  page.turn = (page.turn ?? 0) + 1;
  page.tell("picked", { ...(choice ?? { kind: "none", id: "" }), turn: page.turn, moved, ...(row && { row: true }) });
  page.row = row;
  page.seek = row ? page.turn : null;
  if (row) page.sight();
  // In the order in which Python tells them.
  met &&= [...met].sort((one, other) => one - other);
  page.control = { ...page.control, choice, met, opened: false, own: null, focus: null, beside: null };
  const draw = () => {
    if (page.owed !== draw) return;
    page.owed = null;
    page.bus.dispatchEvent(new Event("choice"));
  };
  page.owed = draw;
  setTimeout(draw, PATIENCE);
}

// One step back by Escape, from whichever picture it comes: an article that was opened from the proofs leads back to these, which then go
// with the choice.
function stepBack() {
  if (page.control.opened) document.querySelector(".st-key-back button")?.click();
  else choose(null);
}
