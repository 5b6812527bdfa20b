// @ts-check
// Elements, and text with code in it.

/** @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {Partial<HTMLElementTagNameMap[K]>} [properties] @param {(Node | string)[]} children @returns {HTMLElementTagNameMap[K]} */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Text whose parts between backticks are code. @param {string} text @returns {Node[]} */
export function words(text) {
  return text.split("`").map((part, index) => (index % 2 ? element("code", { textContent: part }) : document.createTextNode(part)));
}

/** @param {string} text @param {() => void} act */
export function button(text, act) {
  const made = element("button", { type: "button" }, ...words(text));
  made.addEventListener("click", act);
  return made;
}
