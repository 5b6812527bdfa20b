// The contrast of every text that is shown, in mdBook's theme `given`, by WCAG's formula.
const AT_LEAST = 4.5;

document.getElementById(`mdbook-theme-${given}`).click();
if (!document.documentElement.classList.contains(given)) return { measured: 0, faults: [`there is no theme ${given}`] };

const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const known = new Map();
/** Any CSS colour as red, green, blue and alpha, each 0 to 1. */
const rgba = (colour) => {
  if (!known.has(colour)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
  }
  return known.get(colour);
};
const over = ([r, g, b, alpha], below) => [r, g, b].map((part, index) => part * alpha + below[index] * (1 - alpha)).concat(1);
const luminance = (colour) => {
  const [r, g, b] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** The paper that an element stands on. */
const papers = new Map([[null, rgba("white")]]);
const paper = (element) => {
  if (!papers.has(element)) {
    papers.set(element, over(rgba(getComputedStyle(element).backgroundColor), paper(element.parentElement)));
  }
  return papers.get(element);
};
/** How much of an element shows through, its ancestors' share included. */
const opacity = (element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1);

/** In a picture a text stands on the last shape drawn before it that covers its middle. */
const shapeBelow = (text) => {
  const box = text.getBoundingClientRect();
  const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
  const covers = (shape) => {
    const isBefore = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
    const to = shape.getScreenCTM()?.inverse();
    return isBefore && to && getComputedStyle(shape).fill !== "none" && shape.isPointInFill(middle.matrixTransform(to));
  };
  return all("rect, circle, ellipse, path, polygon", text.ownerSVGElement).findLast(covers);
};

const colours = (element) => {
  const style = getComputedStyle(element);
  if (!element.ownerSVGElement) return [style.color, paper(element)];
  const shape = shapeBelow(element);
  const canvas = paper(element.ownerSVGElement);
  return [style.fill, shape ? over(rgba(getComputedStyle(shape).fill), canvas) : canvas];
};

const elements = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (walker.currentNode.data.trim() && !element.closest("script, style, noscript, title, desc, .visually-hidden")) elements.add(element);
}
let measured = 0;
const faults = new Map();
for (const element of elements) {
  if (!shown(element)) continue;
  measured += 1;
  const [ink, below] = colours(element);
  const [r, g, b, alpha] = rgba(ink);
  const ratio = contrast(over([r, g, b, alpha * opacity(element)], below), below);
  if (ratio >= AT_LEAST) continue;
  // One of a kind is enough.
  const kind = `${element.localName}.${element.className?.baseVal ?? element.className} ${ink} ${below}`;
  if (!faults.has(kind)) faults.set(kind, `${ratio.toFixed(2)}: ${place(element)} in ${ink}`);
}
return { measured, faults: [...faults.values()] };
