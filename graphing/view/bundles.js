// Lays many files that are dropped at once one behind the other: see bundles.py.
// Constants (KIND, MANY, MOST_BYTES, NAME) stand before it.
globalThis.__hoedongFiles = NAME;
if (globalThis.__hoedongTogether) return;
globalThis.__hoedongTogether = true;
const ZONE = '[data-testid="stFileUploaderDropzone"]';
const bundle = (files) => {
  const listed = new TextEncoder().encode(JSON.stringify(files.map((file) => [file.name, file.size])) + "\n");
  return new File([listed, ...files], globalThis.__hoedongFiles.replace("#", files.length), { type: KIND });
};
const laid = (files) => {
  const over = new DataTransfer();
  let waiting = [], bytes = 0;
  const close = () => {
    if (waiting.length) over.items.add(waiting.length > 1 ? bundle(waiting) : waiting[0]);
    waiting = [], bytes = 0;
  };
  for (const file of files) {
    if (bytes + file.size > MOST_BYTES) close();
    waiting.push(file), bytes += file.size;
  }
  close();
  return over.files;
};
// What is handed on here is not taken again, though it may still be many files: large ones stay by themselves.
let handing = false;
const hand = (event, input, files) => {
  if (handing || files.length < MANY) return false;
  const together = laid(files);
  event.stopImmediatePropagation();
  input.files = together;
  handing = true;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  handing = false;
  return true;
};
document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.closest?.(ZONE)) hand(event, input, [...(input.files ?? [])]);
}, true);
document.addEventListener("drop", (event) => {
  const zone = event.target.closest?.(ZONE), input = zone?.querySelector('input[type="file"]');
  if (!input || [...event.dataTransfer.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory)) return;
  if (!hand(event, input, [...event.dataTransfer.files])) return;
  event.preventDefault();
  event.target.dispatchEvent(new DragEvent("dragleave", { bubbles: true }));
}, true);
