// The words that a mouse brings up on a picture, or a finger that rests on it.
const TOUCHED = 2500; // milliseconds that they stay after a finger

class Tip {
  // ``free``: whether it may stand beyond the picture's lower border.
  constructor(element, canvas, free = false) {
    this.element = element;
    this.canvas = canvas;
    this.free = free;
    this.quiet = false;
  }

  show(text, event) {
    if (!text || this.quiet) return;
    clearTimeout(this.gone);
    const box = this.canvas.getBoundingClientRect();
    this.element.textContent = text;
    this.element.hidden = false;
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const { offsetWidth: wide, offsetHeight: high } = this.element;
    const low = this.free ? innerHeight - box.top : box.height;
    this.element.style.left = Math.max(4, Math.min(x + 16, box.width - wide - 8)) + "px";
    this.element.style.top = (y + 20 + high > low ? y - high - 14 : y + 20) + "px";
  }

  // A finger hides what it points at: the words stand above it, and stay a while.
  touched(text, event) {
    if (!text) return;
    this.show(text, event);
    const y = event.clientY - this.canvas.getBoundingClientRect().top;
    this.element.style.top = Math.max(this.free ? -Infinity : 4, y - this.element.offsetHeight - 24) + "px";
    this.gone = setTimeout(() => this.hide(), TOUCHED);
  }

  // ``quiet``: until the mouse leaves what it clicked.
  hide(quiet = false) {
    this.element.hidden = true;
    this.quiet = quiet;
  }
}
