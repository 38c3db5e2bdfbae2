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
const hand = (input, files) => {
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
  input.files = over.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
};
const few = (files) => files.length < MANY || files.some((file) => file.type === KIND);
document.addEventListener("change", (event) => {
  const input = event.target, files = [...(input.files ?? [])];
  if (!input.closest?.(ZONE) || few(files)) return;
  event.stopImmediatePropagation();
  hand(input, files);
}, true);
document.addEventListener("drop", (event) => {
  const zone = event.target.closest?.(ZONE), files = [...(event.dataTransfer?.files ?? [])];
  if (!zone || few(files) || [...event.dataTransfer.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  event.target.dispatchEvent(new DragEvent("dragleave", { bubbles: true }));
  hand(zone.querySelector('input[type="file"]'), files);
}, true);
