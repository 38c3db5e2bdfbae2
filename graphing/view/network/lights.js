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
  }
  for (const link of visible) if (edges.has(link.id)) nodes.add(link.from).add(link.to);
  return { nodes, edges };
}

// Whether a node stands well inside of what is shown, large enough to be read: finding it then moves nothing.
function inSight({ network, canvas, crowd }, id) {
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const inside = (at, length) => at > 40 && at < length - 40;
  return network.getScale() >= (crowd ? 0.9 : 0.6) && inside(x, canvas.clientWidth) && inside(y, canvas.clientHeight);
}
