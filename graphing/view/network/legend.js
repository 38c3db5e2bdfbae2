// The legend tells what there is to see.
function legend({ root, data: { nodes, edges, words } }) {
  const marked = ["alone", "former"].filter((mark) => edges[mark].some(Boolean));
  const there = new Set([...nodes.kind, ...edges.kind, ...edges.status, ...marked]);
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
