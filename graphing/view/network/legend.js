// The legend tells what there is to see of the kinds of nodes that are asked for: dates and status are only looked through. ``anew``: its
// words have been written anew.
function legend(view, anew = false) {
  const { root, people, links, data: { words } } = view;
  const { kinds } = page.control;
  const nodes = [...people.values()].filter(({ kind }) => ofKinds(kind, kinds));
  const seen = new Set(nodes.map(({ id }) => id));
  const lines = links.filter(({ from, to }) => seen.has(from) && seen.has(to));
  const of = (rows, field) => rows.map((row) => row[field]).filter(Boolean);
  const marked = ["alone", "former"].filter((mark) => lines.some((line) => line[mark]));
  const steps = new Set(nodes.map(({ far }) => far || 1));
  const far = steps.size > 1 ? [...steps].map((step) => `far${step}`) : [];
  const there = new Set([...far, ...of(nodes, "kind"), ...of(lines, "kind"), ...of(lines, "status"), ...marked]);
  const told = [...there].sort().join();
  if (told === view.legended && !anew) return;
  view.legended = told;
  for (const part of root.querySelectorAll("[data-of]")) part.hidden = !there.has(part.dataset.of);
  for (const part of root.querySelectorAll("[data-brief]")) Object.assign(part.dataset, { long: words[part.dataset.word], short: words[part.dataset.brief] });
  narrow(root);
}

// One that takes more than a line is written closer together, then with shorter words, where those bring it onto one.
function narrow(root) {
  const { classList } = root.querySelector(".foot");
  const say = (which) => root.querySelectorAll("[data-short]").forEach((part) => (part.textContent = part.dataset[which]));
  const long = () => new Set([...root.querySelectorAll(".legend span")].filter((part) => part.offsetWidth).map((part) => part.offsetTop)).size > 1;
  classList.remove("full");
  say("long");
  classList.toggle("full", long());
  if (!long()) return;
  say("short");
  if (long()) say("long");
}
