// What the filters leave open. Asked for at every step of a brush, over thousands of lines: each is looked at once.
const FIRM = ["held", "planned", "cancelled"]; // the firmest first

// Marks every line as ``open`` or not, with the firmest status of its meetings that are left (undefined where none is or it is a post);
// gives the nodes that are near: who met, and where they have posts. ``people`` holds the nodes by id.
function sift(links, people, { kinds, statuses, range }) {
  const limited = Boolean(range) || Boolean(statuses);
  const fits = ([first, last, status]) =>
    (!statuses || statuses.includes(status)) && (!range || (first !== null && last >= range[0] && first <= range[1]));
  const shown = (id) => !kinds || kinds.includes(people.get(id)?.kind);
  const met = new Set();
  for (const link of links) {
    if (link.kind === "post") continue;
    let best = FIRM.length;
    for (const days of link.days) if (best && fits(days)) best = Math.min(best, FIRM.indexOf(days[2]));
    link.firmest = FIRM[best];
    link.open = Boolean(link.firmest) && shown(link.from) && shown(link.to);
    if (link.firmest) met.add(link.from).add(link.to);
  }
  for (const [id, person] of people) if (person.kind === "person" && !met.has(id) && person.days.some(fits)) met.add(id);
  const near = new Set(met);
  for (const link of links) {
    if (link.kind !== "post") continue;
    const had = !limited || met.has(link.from);
    link.open = had && shown(link.from) && shown(link.to);
    if (had) near.add(link.to);
  }
  return new Set([...people.keys()].filter((id) => shown(id) && (!limited || near.has(id))));
}
