// Whom the chosen one met and a crowd's picture does not draw: they come with the choice, stand beside the others, and go with it. The
// picture itself is not sent anew.
class Guests {
  constructor(view) {
    this.view = view;
    this.told = null; // as it was sent
    this.rows = null;
    this.ids = new Set(); // of those whom the picture has not
  }

  // With every control: whoever was told last comes once that is unpacked.
  async come() {
    const told = page.control.guests ?? null;
    if (told?.rows === this.told?.rows && told?.more === this.told?.more) return;
    this.told = told;
    const rows = told && (await unpacked(told.rows));
    const { view } = this;
    if (this.told !== told || views.get(view.root) !== view || !view.network) return;
    this.rows = rows;
    this.seat();
    const more = view.root.querySelector(".more_met");
    more.hidden = !told?.more;
    more.textContent = told?.more ?? "";
    view.merge(view.nodes, [...view.people.values()].map((row) => dressedNode(view, { ...row, ...view.place(row) })));
    if (view.hung) view.hang();
    view.control();
  }

  // All whom the picture shows, and their lines: its own, and those of the guests that it has not.
  seat() {
    const { view } = this;
    const people = new Map(view.own.nodes.map((row) => [row.id, row]));
    const there = new Set(view.own.links.map(({ id }) => id));
    const guests = this.rows ? rows(this.rows.nodes).filter(({ id }) => !people.has(id)) : [];
    for (const row of guests) people.set(row.id, row);
    const lines = this.rows ? rows(this.rows.edges).filter(({ id, from, to }) => !there.has(id) && people.has(from) && people.has(to)) : [];
    this.ids = new Set(guests.map(({ id }) => id));
    if (view.stood) view.stood.seats = null;
    view.people = people;
    view.links = layered([...view.own.links, ...lines]);
    view.link = new Map(view.links.map((link) => [link.id, link]));
    weigh(people, view.links);
  }
}

// What Python has compressed (guests.py).
async function unpacked(told) {
  const bytes = Uint8Array.from(atob(told), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}
