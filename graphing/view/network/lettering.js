// How labels are drawn once they have their places ({box, lines, letter, way}, in pixels of the screen).
function lettered(context, found, scale, theme) {
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const place of found) if (place.way) leader(context, place.way.map((one) => one / scale), scale, theme);
  for (const { way, box } of found) if (way) frame(context, box.map((one) => one / scale), scale, theme);
  context.lineWidth = 4 / scale;
  context.strokeStyle = theme.background;
  context.fillStyle = theme.text;
  let set = null; // the font is set anew only where it differs
  for (const { box: [left, top, right], lines, letter, way } of found) {
    if (letter !== set) context.font = `${(set = letter) / scale}px ${FONT}`;
    const at = (number) => [(left + right) / 2 / scale, (top + (way ? FRAME[1] : 0) + letter * (0.55 + LINE * number)) / scale];
    for (const [number, text] of lines.entries()) context.strokeText(text, ...at(number));
    for (const [number, text] of lines.entries()) context.fillText(text, ...at(number));
  }
  context.restore();
}

// The frame of a label to which a line leads: whatever is nearer to it than its own node, it is the line's.
function frame(context, [left, top, right, bottom], scale, { background, post }) {
  context.save();
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 3 / scale);
  context.fillStyle = background;
  context.fill();
  context.strokeStyle = post;
  context.lineWidth = 1 / scale;
  context.stroke();
  context.restore();
}

// The line from a node to a label that stands farther away: fine dots in the label's colour, which no line between nodes has, on a ground of
// their own.
function leader(context, [x, y, to, down], scale, { background, text }) {
  context.save();
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(to, down);
  context.lineCap = "round";
  context.strokeStyle = background;
  context.lineWidth = 4 / scale;
  context.stroke();
  context.strokeStyle = text;
  context.lineWidth = 2.4 / scale;
  context.setLineDash([0, 6 / scale]);
  context.stroke();
  context.restore();
}
