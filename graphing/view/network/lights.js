const MOST = 3; // so many of those whom somebody met are named in any case

// What stays bright when something is chosen: the thing, its lines and who stands at their other ends.
function lit({ network, people, links }, choice) {
  const nodes = new Set();
  const edges = new Set();
  // While a picture is put together vis-network draws between the nodes and their lines.
  const lines = network.body.edges;
  const visible = links.filter((link) => lines[link.id] && !lines[link.id].options.hidden);
  const light = (meetings) => {
    const met = new Set(meetings);
    for (const person of people.values()) if (person.meetings.some((one) => met.has(one))) nodes.add(person.id);
    for (const link of visible) if (link.kind !== "post" && link.meetings.some((one) => met.has(one))) edges.add(link.id);
  };
  const own = (page.control.own ?? []).filter((id) => people.has(id));
  if (own.length) {
    // Somebody's companies stand for who is chosen, and lead to whom that one met.
    const met = new Set(page.control.met);
    for (const id of own) nodes.add(id);
    const theirs = visible.filter((link) => own.includes(link.from) || own.includes(link.to));
    for (const link of theirs) if (link.meetings.some((one) => met.has(one))) edges.add(link.id);
  } else if (choice.kind === "meeting") {
    light([choice.id]);
  } else if (choice.kind !== "edge" ? !people.has(choice.id) : !visible.some((link) => link.id === choice.id)) {
    // Chosen in another reading: what stands for the same meetings here.
    light(page.control.met ?? []);
  } else {
    if (choice.kind !== "edge") nodes.add(choice.id);
    for (const link of visible) if (link.id === choice.id || link.from === choice.id || link.to === choice.id) edges.add(link.id);
    // Where meetings are nodes, whom somebody met stands behind them; a company was where its people were.
    const met = new Set([...(people.get(choice.id)?.meetings ?? []), ...(page.control.met ?? [])]);
    for (const link of visible) if (link.kind === "spoke" && met.has(link.meetings[0])) edges.add(link.id);
    if (choice.kind === "organization") {
      const own = new Set(visible.filter(({ kind, to }) => kind === "post" && to === choice.id).map(({ from }) => from));
      const theirs = visible.filter(({ kind, from, to }) => kind !== "post" && (own.has(from) || own.has(to)));
      for (const link of theirs) if (link.meetings.some((one) => met.has(one))) edges.add(link.id);
    }
  }
  for (const link of visible) if (edges.has(link.id)) nodes.add(link.from).add(link.to);
  return { nodes, edges };
}

// The one whose surroundings a picture shows, whoever is chosen in it: Python names it so.
const amid = ({ data }) => /^around (\d+) /.exec(data.view)?.[1];

// What is drawn over vis-network's picture: crosses, pins, labels; where something is chosen all else steps back behind it. But the
// surroundings of who is chosen are all that was asked for: there the own lines come forward, and nothing steps back.
function spotlight(view, context) {
  const { body } = view.network;
  const choice = page.control.choice;
  const { nodes, edges } = choice && view.links ? lit(view, choice) : { nodes: new Set(), edges: new Set() };
  const crossed = (view.links && cancellable(view.links, view.people).filter(({ id, firmest, open, line }) => firmest === "cancelled" && open && line?.from && (body.edges[id] || !view.hung))) ?? [];
  const off = new Set(crossed.map(({ id }) => id));
  // What is ringed: who is chosen, or the companies that stand for that one.
  const marked = choice && (page.control.own ?? (["edge", "meeting"].includes(choice.kind) ? [] : [choice.id]));
  const arm = (view.crowd ? 3 : 5) / view.near;
  cross(view, context, crossed.map(({ line }) => line), view.theme.cancelled, arm);
  for (const id of view.pins.ids) hole(context, body.nodes[id], view.theme.background);
  const centre = amid(view);
  view.sure = surely(view, choice, centre);
  const whole = centre !== undefined && ["person", "organization"].includes(choice?.kind) && choice.id === centre;
  view.crossed = crossed.map(({ line }) => crosspoint(view, line));
  view.ringed = [...(nodes.size ? marked : []), ...(centre ? [centre] : [])];
  // What is chosen may have nothing to stand for it in this reading: then nothing is dimmed.
  if (!nodes.size) focusRing(view, context);
  if (!nodes.size) view.boxes = named(view, context, view.bodies(view.people.keys()), crossed.map(({ line }) => line));
  if (nodes.size) {
    if (!whole) dim(context, view.theme.background);
    const bright = view.bodies(whole ? view.people.keys() : nodes).filter((node) => !node.options.hidden);
    const own = [...edges].filter((id) => off.has(id)).map((id) => body.edges[id]);
    for (const id of edges) strongly(view, body.edges[id], (line) => line.draw(context));
    cross(view, context, own, view.theme.cancelled, 5 / view.near);
    if (choice.kind === "edge" && edges.has(choice.id)) overline(context, body.edges[choice.id], view.theme.ring);
    for (const node of bright) node.draw(context);
    for (const id of view.pins.ids) if (whole || nodes.has(id)) hole(context, body.nodes[id], view.theme.background);
    focusRing(view, context);
    const first = choice.kind === "meeting" ? "-" + choice.id : (marked[0] ?? null);
    if (whole) view.boxes = surrounded(view, context, bright, crossed.map(({ line }) => line), first, nodes);
    else view.boxes = named(view, context, bright, own, first);
    for (const id of marked) ring(context, body.nodes[id], view.theme.ring);
  }
  if (centre) ring(context, body.nodes[centre], view.theme.text, [], 1);
}

// Where the keyboard is: under the names, which it would strike through.
function focusRing({ focused, canvas, network, theme }, context) {
  if (focused && canvas.matches(":focus-visible")) ring(context, network.body.nodes[focused], theme.text, [4, 3], 9);
}

// Who is named in any case: who is chosen (the ends of a line), the one whose surroundings these are, and those whom they met most.
function surely({ links, people }, choice, centre) {
  if (!links) return [];
  const ends = choice?.kind === "edge" ? links.filter(({ id }) => id === choice.id).flatMap(({ from, to }) => [from, to]) : [];
  const about = [...new Set([...(ends.length ? ends : [choice?.id]), centre])].filter((id) => people.has(id));
  if (ends.length || !about.length) return about;
  const held = new Map(links.map((link) => [link, link.days.filter(([, , status]) => status === "held").length]));
  const met = about.flatMap((id) => {
    const theirs = links.filter(({ kind, open, from, to }) => open && kind !== "post" && kind !== "spoke" && (from === id || to === id));
    return theirs.sort((one, other) => held.get(other) - held.get(one) || other.meetings.length - one.meetings.length).slice(0, MOST).map(({ from, to }) => (from === id ? to : from));
  });
  return [...new Set([...about, ...met])];
}

// All that stands there so far steps back.
function dim(context, background) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = DIMMED;
  context.fillStyle = background;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

// A line as the few of a small picture are drawn, however pale it is among the many of a crowd.
function strongly(view, line, draw) {
  const { options } = line;
  const [opacity, width] = [options.color.opacity, options.width];
  options.color.opacity = 1;
  options.width = Math.max(width, 0.8 * thickness({ crowd: false, near: view.near }, view.link.get(line.id)));
  draw(line);
  options.color.opacity = opacity;
  options.width = width;
}

// The labels of ``nodes``, which lie neither on ``all`` nor on the crosses of these lines, nor on any ring or ``lid``.
function named(view, context, nodes, crossed, first = null, all = nodes, lids = [], plain = view.hurried) {
  const { root, network, people, theme, near, crowd, canvas, ringed, sure, stood } = view;
  const corner = network.DOMtoCanvas({ x: 3, y: 3 });
  const other = network.DOMtoCanvas({ x: canvas.clientWidth - 3, y: canvas.clientHeight - 3 });
  const others = all.filter(({ options }) => !options.hidden);
  const pale = others.length < view.visible.length && all === nodes && !plain ? backward(view, others) : [];
  const crosses = crossed.map((line) => crosspoint(view, line));
  const blocked = [...over(root.querySelector(".more_met"), canvas, network), ...lids];
  const seen = [corner.x, corner.y, other.x, other.y];
  return captions(context, nodes, { scale: network.getScale(), near, crowd, named: people, theme, others, pale, crosses, blocked, ringed, first, sure, seen, plain, berths: stood.rooms });
}

// Who has stepped back behind these.
function backward(view, nodes) {
  const front = new Set(nodes.map(({ id }) => id));
  return view.bodies(view.visible).filter(({ id }) => !front.has(id));
}

// While dates are dragged or played names are placed at every step: a line leads to one only once that rests.
const RESTS = 200; // milliseconds

function hurry(view) {
  view.hurried = true;
  clearTimeout(view.resting);
  view.resting = setTimeout(() => {
    view.hurried = false;
    if (view.network) view.redraw();
  }, RESTS);
}

// The labels of somebody's surroundings: first of the one and of those who are ``near``, as where others step back; then of these others,
// where they have room beside their nodes.
function surrounded(view, context, all, crossed, centre, near) {
  const own = named(view, context, all.filter(({ id }) => near.has(id)), crossed, centre, all);
  const lids = own.map(({ left, top, right, bottom }) => [left, top, right, bottom]);
  return [...own, ...named(view, context, all.filter(({ id }) => !near.has(id)), crossed, null, all, lids, true)];
}

// The box of the picture that a part of the page lies over; none where it is hidden.
function over(part, canvas, network) {
  if (part.hidden) return [];
  const [lid, pane] = [part.getBoundingClientRect(), canvas.getBoundingClientRect()];
  const from = network.DOMtoCanvas({ x: lid.left - pane.left, y: lid.top - pane.top });
  const to = network.DOMtoCanvas({ x: lid.right - pane.left, y: lid.bottom - pane.top });
  return [[from.x, from.y, to.x, to.y]];
}
