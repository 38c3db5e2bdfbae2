// The uploader in the reader's words, which Streamlit lets nobody set: for those who see it and those who hear it. Constants (KINDS, CHOOSE,
// DROP, LARGE) stand before it. The window that files are chosen in shows those that are read, and others on demand; what is dropped is never held
// back by that.
globalThis.__hoedongUploader = { KINDS, CHOOSE, DROP, LARGE };
const say = (part, words) => {
  if (part.textContent !== words) part.childNodes.forEach((one, at) => (one.data = at ? "" : words));
  part.dataset.said = "";
};
const REFUSED = '[data-testid="stFileChip"] [role="alert"], [data-testid="stTooltipErrorContent"] p';
const all = () => {
  const told = globalThis.__hoedongUploader;
  for (const zone of document.querySelectorAll('[data-testid="stFileUploaderDropzone"]')) {
    const input = zone.querySelector('input[type="file"]');
    if (input && input.accept !== told.KINDS) input.accept = told.KINDS;
    if (input && input.getAttribute("aria-label") !== told.CHOOSE) input.setAttribute("aria-label", told.CHOOSE);
    for (const part of zone.querySelectorAll("button p")) say(part, told.CHOOSE);
    for (const part of zone.querySelectorAll('[data-testid="stFileUploaderDropzoneInstructions"] span')) say(part, told.DROP);
  }
  for (const part of document.querySelectorAll(REFUSED)) if ("said" in part.dataset || /must be .* or smaller/.test(part.textContent)) say(part, told.LARGE);
};
globalThis.__hoedongKinds ??= new MutationObserver(all);
globalThis.__hoedongKinds.observe(document.body, { subtree: true, childList: true });
all();
