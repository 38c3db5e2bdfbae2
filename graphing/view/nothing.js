// What a part says where the filters leave it nothing: what is the case, which filters are set, and the way forward. It is the same for all
// causes and in all parts; where there is no picture at all, the page says it (home.py).
const FUNNEL = "M2.5 3h11L9.5 8v5l-3-2V8zM2 1.5l12 13";

function emptied(place, none, words) {
  place.hidden = !none;
  const { hiding = null } = page.control;
  const told = JSON.stringify([words.nothing, hiding]);
  if (!none || place.dataset.told === told) return;
  place.dataset.told = told;
  const line = (text, name) => Object.assign(document.createElement("p"), { textContent: text, className: name });
  const button = Object.assign(document.createElement("button"), { type: "button", onclick: () => page.tell("cleared", Date.now()) });
  const [icon, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("aria-hidden", "true");
  path.setAttribute("d", FUNNEL);
  icon.append(path);
  button.append(icon, words.clear);
  place.replaceChildren(line(words.nothing, ""), ...(hiding ? [line(hiding, "hiding")] : []), button);
}
