/** Whether a reader can see an element. */
const shown = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
  element.getClientRects().length > 0;
/** What matches a selector, as an array. */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
/** An element's text, on one line. */
const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
/** A few words that find an element in the page again. */
const place = (element) => {
  const name = element.localName + [...element.classList].map((part) => `.${part}`).join("");
  const figure = element.closest("figure[id]");
  return `${figure ? `#${figure.id} ` : ""}${name} “${words(element).slice(0, 50)}”`;
};
