// The range as typed: what the brush does, by keyboard.
const ENDS = [-25567, 47846]; // 1900 and 2100: an end that is left open

class Dates {
  constructor(view, inputs) {
    this.view = view;
    this.inputs = inputs;
    for (const input of inputs) input.onchange = () => this.typed(input);
    // What was typed and could not be taken over, and under it why.
    this.kept = new Set();
    this.note = document.createElement("p");
    this.note.className = "wrong";
    this.note.setAttribute("role", "alert");
    inputs[0].parentElement.after(this.note);
  }

  name(words) {
    this.words = words;
    this.tell(this.wrong);
    for (const [at, input] of this.inputs.entries()) {
      input.setAttribute("aria-label", words[at ? "until" : "from"]);
      input.placeholder = words.date_form;
    }
  }

  // The range that is set, but not over what is being typed, nor over what is wrong, until another is set.
  show(range) {
    const shown = String(range ?? "");
    if (shown !== this.shown) this.tell(null);
    this.shown = shown;
    this.inputs.forEach((input, at) => {
      const day = range?.[at];
      const told = day === undefined || day === ENDS[at] ? "" : dayText(day, this.view.language);
      if (input.value === told || this.kept.has(input) || this.view.root.activeElement === input) return;
      input.value = told;
    });
  }

  // The key of the word that tells what is wrong; null where nothing is.
  tell(wrong) {
    this.wrong = wrong;
    if (!wrong) {
      this.kept.clear();
      for (const input of this.inputs) input.setAttribute("aria-invalid", "false");
    }
    this.note.textContent = wrong ? this.words[wrong] : "";
  }

  typed(input) {
    const said = this.inputs.map((one) => (one.value.trim() ? typedDays(one.value) : undefined));
    const range = said.map((days, at) => days?.[at] ?? ENDS[at]);
    const reversed = !said.includes(null) && range[0] > range[1];
    this.inputs.forEach((one, at) => one.setAttribute("aria-invalid", String(said[at] === null || (reversed && one === input))));
    this.tell(said.includes(null) ? "date_wrong" : reversed ? "date_reversed" : null);
    if (this.wrong) this.kept.add(input);
    else this.view.settle(said.some(Boolean) ? range : null);
  }
}

// Typed: 2024, 2024.2, 2024-02-05 or what a language writes (5 Feb 2024). → [first day, last day], null where it is none.
function typedDays(text) {
  const parts = text.trim().match(/^(\d{4})(?:\s*[.\-\/년]\s*(\d{1,2}))?(?:\s*[.\-\/월]\s*(\d{1,2}))?\s*[.년월일]?$/);
  const [year, month, day] = parts ? parts.slice(1).map((part) => part && Number(part)) : [];
  if (!parts) {
    const at = Date.parse(text + " UTC");
    return Number.isNaN(at) ? null : [at / DAY, at / DAY];
  }
  if (month > 12 || month < 1) return null;
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1) / DAY;
  if (day && new Date(first * DAY).getUTCDate() !== day) return null;
  const next = day ? first + 1 : (month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) / DAY;
  return [first, next - 1];
}
