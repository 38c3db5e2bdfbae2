// What the page is told with every answer of Python (component.py's control), and how it tells Python; gives what to do when it goes.
function hear(page, data, send) {
  let { reach: paragraph, late, turn, trail, beside = null, guests = null, played, around = null, ...control } = data;
  page.asked = false;
  // Short on the way, thousands of them where somebody met often; texts on the page.
  if (control.met !== null) control.met = ungapped(control.met).map(String);
  control.guests = guests;
  control.opened = paragraph !== null && paragraph !== undefined;
  // With a choice they are not listed, and not told again: there they are once it is let go.
  control.around = around === null ? (control.choice && page.control.around) || null : ungapped(around).map(String);
  control.beside = beside && { ...beside, ids: ungapped(beside.at).map((at) => control.met[at]), first: numbers(beside.first), kind: numbers(beside.kind) };
  // The answer to an earlier choice than the last one (page.js).
  if (turn < page.turn) control = { ...control, choice: page.control.choice, met: page.control.met, own: page.control.own, focus: null, beside: page.control.beside ?? null, guests: page.control.guests ?? null };
  // What is being played goes on (play.js).
  if (page.playing) control = { ...control, range: page.playing, hiding: null };
  const tell = (name, value) => page.leaving() || send(name, value);
  page.tell = tell;
  page.late = late;
  page.trail = trail ?? 0;
  page.bus.dispatchEvent(new Event("trail"));
  delegate(page);
  arrive(page);
  reach(page, paragraph);
  seek(page, turn);
  if (late) afterwards(page);
  // What a click has owed since (page.js) is drawn after the frame that shows the proofs.
  const { owed } = page;
  if (owed) requestAnimationFrame(() => setTimeout(owed));
  // A click knows already what Python now confirms.
  if (JSON.stringify(page.control) !== JSON.stringify(control)) {
    page.control = control;
    page.bus.dispatchEvent(new Event("control"));
  }
  // Another may already stand in its place.
  return () => page.tell === tell && page.leave();
}

// What ``letters`` (component.py) has written with its LETTERS, which are put before this.
function numbers(told) {
  const found = [];
  let [number, place] = [0, 1];
  for (const letter of told) {
    const at = LETTERS.indexOf(letter);
    number += (at % 32) * place;
    place *= 32;
    if (at >= 32) continue;
    found.push(number);
    [number, place] = [0, 1];
  }
  return found;
}

// The ids that ``gaps`` has written.
function ungapped(told) {
  let last = 0;
  return numbers(told).map((gap) => (last += gap));
}

// What can be clicked in the proofs, which are plain HTML: names choose, a paragraph leads to its article, a sentence is copied.
// One listener on the document; what an element means stands in its value (whom it chooses: a letter and a number) or its data-…
// attributes. Streamlit's own parts have such too (an open list is data-open="true"): only what stands in proofs is meant.
const CHOICES = { p: "person", o: "organization", c: "organization", a: "organization", m: "meeting" };

function delegate(page) {
  if (page.delegated) return;
  page.delegated = true;
  watchLeaving(page);
  document.addEventListener("click", (event) => {
    const part = event.target.closest?.(".proofs :is(button[value], [data-open], button.copy), .to_row");
    if (!part) return;
    if (part.matches(".to_row")) page.row?.();
    else if (part.value) page.tell("choice", { kind: CHOICES[part.value[0]], id: part.value.slice(1) });
    else if (part.dataset.open) page.tell("opened", part.dataset.open.split(".").map(Number));
    else copy(part);
  });
}

// Whether the reader has left for another page that is not there yet. What asked this page for something now would be run as this
// page's after that one's run, and Streamlit would then clear what the other shows: nothing is sent any more.
// ``page.home`` is the path on which the parts of this page were mounted, ``page.target`` where a link was followed to, and when.
const LEAVING = 10_000; // milliseconds, after which the other page will not come

function watchLeaving(page) {
  const bare = (path) => path.replace(/\/$/, "");
  page.leaving = () => {
    if (!page.home) return false;
    const { path, since } = page.target ?? {};
    const left = path && performance.now() - since < LEAVING && bare(path) !== bare(page.home);
    return left || bare(location.pathname) !== bare(page.home);
  };
  page.leave = () => {
    page.home = page.target = null;
    page.tell = () => {};
    page.late = false;
  };
  const follow = (event) => {
    const link = event.target.closest?.("a[href]");
    const stays = !page.home || !link || link.target === "_blank" || link.origin !== location.origin;
    if (!stays) page.target = { path: link.pathname, since: performance.now() };
  };
  document.addEventListener("click", follow, { capture: true });
  addEventListener("popstate", () => (page.target = null));
}

// Takes note of where this page is, when its parts have just been mounted.
function arrive(page) {
  if (page.home) return;
  page.home = location.pathname;
  page.target = null;
}

// The sentence or headline that a button stands in, with outlet, headline, date and address: “…” — 가상일보, 「…」, 2025.03.05, and the address
function citation(part) {
  // Beside the article's own words stand a note (small) and the button.
  const own = [...part.parentElement.childNodes].filter((piece) => piece !== part && piece.nodeName !== "SMALL");
  const quoted = own.map((piece) => piece.textContent).join("");
  const header = part.closest("article").querySelector("header");
  const said = (name) => header.querySelector(`[data-cite=${name}]`);
  const title = said("title") && `「${said("title").textContent}」`;
  const facts = [said("outlet")?.title || said("outlet")?.textContent, said("author")?.textContent, title, said("date")?.textContent, said("address")?.getAttribute("href")];
  return `“${quoted.trim()}” — ${facts.filter(Boolean).join(", ")}`;
}

async function copy(part) {
  const text = citation(part);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where the page is not served from this machine or by https, browsers offer the old way only.
    const field = document.createElement("textarea");
    field.value = text;
    field.style.cssText = "position:fixed;opacity:0";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  const say = (done) => {
    part.textContent = done ? part.closest(".proofs").dataset.copied : "";
    part.classList.toggle("done", done);
  };
  say(true);
  setTimeout(() => say(false), 1600);
}

// Within the panel where that scrolls by itself, so that the pictures stay where they are; nor does the page move for what is in sight.
function bring(part) {
  const panel = part.closest(".st-key-proofs");
  const { top, bottom } = part.getBoundingClientRect();
  if (panel && panel.scrollHeight > panel.clientHeight) panel.scrollTop += top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
  else if (top < 0 || bottom > innerHeight) part.scrollIntoView({ block: "center" });
}

// The row of a table that chose stands far below the proofs: these come into sight at once, and what is read next once Python's answer to
// that row (``turn``) has drawn them.
const HEAD = 48; // pixels

function seek(page, turn) {
  // The upper edge of all that stands around them, unless that pushes them out: a narrow window has them below the network.
  page.sight ??= () => {
    const main = document.querySelector("[data-testid=stMain]");
    const ways = document.querySelector(".st-key-ways");
    const room = main && ways ? ways.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop : 0;
    main?.scrollTo(0, room > innerHeight / 2 ? room - HEAD : 0);
  };
  if (page.seek !== turn || !page.control) return;
  page.seek = null;
  requestAnimationFrame(() => setTimeout(() => {
    page.sight();
    const head = document.querySelector(".proofs h3");
    head?.setAttribute("tabindex", "-1");
    head?.focus({ preventScroll: true });
    // A scroll to the row that was focused just before may still be on its way.
    const stay = (left) => {
      const at = head?.isConnected ? head.getBoundingClientRect() : null;
      if (at && (at.top < 0 || at.bottom > innerHeight)) page.sight();
      if (left) setTimeout(stay, 40, left - 1);
    };
    stay(6);
  }));
}

// Brings the paragraph of the open article that begins at this character into sight, once it is there.
function reach(page, paragraph) {
  if (paragraph === null || paragraph === undefined) {
    page.reached = null;
    return;
  }
  const wanted = String(paragraph);
  let tries = 40;
  const look = () => {
    const part = document.querySelector(`[data-testid=article-text] p[data-start="${Number(paragraph)}"]`);
    if (part && page.reached !== wanted) {
      page.reached = wanted;
      bring(part);
      part.classList.add("reached");
    } else if (!part && tries-- > 0) setTimeout(look, 50);
  };
  look();
}

// Asks for what can wait as soon as the network is drawn and the browser rests; where it is not drawn, all the same.
// A reader may have left before this was there to see it (``watchLeaving``): the run that draws this page is then broken off, and that of
// the other begins at once. So nothing is asked for until no run has gone on for a while.
const PATIENCE = 3000; // milliseconds
const STILL = 50; // milliseconds

function afterwards(page) {
  if (page.waiting) return;
  page.waiting = true;
  let asked = false;
  let still = false;
  const tell = () => {
    const runs = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "running";
    const due = still && !runs;
    page.waiting = page.late && !due;
    if (page.waiting) setTimeout(tell, STILL);
    else if (page.late) page.tell("pictured", true);
    still = !runs;
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    clearTimeout(patience);
    tell();
  };
  const patience = setTimeout(ask, PATIENCE);
  const rest = () => (globalThis.requestIdleCallback ?? setTimeout)(ask);
  if (page.drawn) rest();
  else page.bus.addEventListener("drawn", rest, { once: true });
}
