// The legend tells what there is to see.
function legend({ root, data: { nodes, edges } }) {
  const marked = ["alone", "former"].filter((mark) => edges[mark].some(Boolean));
  const there = new Set([...nodes.kind, ...edges.kind, ...edges.status, ...marked]);
  for (const part of root.querySelectorAll("[data-of]")) part.hidden = !there.has(part.dataset.of);
  narrow(root);
}

// One that takes more than a line is written closer together.
function narrow(root) {
  const { classList } = root.querySelector(".foot");
  classList.remove("full");
  const lines = [...root.querySelectorAll(".legend span")].filter((part) => part.offsetWidth).map((part) => part.offsetTop);
  classList.toggle("full", new Set(lines).size > 1);
}
