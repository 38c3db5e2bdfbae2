// What the mouse brings up ends with it. Of a mouse that leaves the picture in one jump vis-network hears nothing: it is told of one that is
// nowhere near.
const NOWHERE = { x: -1e6, y: -1e6 };

// Takes the hover and its words away. What was clicked stays quiet until the mouse has left it; what a finger brought up goes by itself.
function unhover({ network, tip, finger }, left = false) {
  if (finger) return;
  const quiet = tip.quiet && !left;
  network?.selectionHandler.hoverObject({}, NOWHERE);
  tip.hide(quiet);
}
