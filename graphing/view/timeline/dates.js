// The range as typed: what the brush does, by keyboard.
const ENDS = [-25567, 47846]; // 1900 and 2100: an end that is left open

class Dates {
  constructor(view, inputs) {
    this.view = view;
    this.inputs = inputs;
    for (const input of inputs) input.onchange = () => this.typed();
  }

  name(words) {
    for (const [at, input] of this.inputs.entries()) {
      input.setAttribute("aria-label", words[at ? "until" : "from"]);
      input.placeholder = words.date_form;
    }
  }

  // The range that is set, but not over what is being typed.
  show(range) {
    this.inputs.forEach((input, at) => {
      const day = range?.[at];
      const told = day === undefined || day === ENDS[at] ? "" : dayText(day, this.view.language);
      if (input.value === told || this.view.root.activeElement === input) return;
      input.value = told;
      input.setAttribute("aria-invalid", "false");
    });
  }

  typed() {
    const said = this.inputs.map((input) => (input.value.trim() ? typedDays(input.value) : undefined));
    this.inputs.forEach((input, at) => input.setAttribute("aria-invalid", String(said[at] === null)));
    if (said.includes(null)) return;
    const range = said.map((days, at) => days?.[at] ?? ENDS[at]);
    this.view.settle(said.some(Boolean) && range[0] <= range[1] ? range : null);
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
