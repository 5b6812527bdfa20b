// @ts-check
// The way to an answer as nested lists: one question an entry, open where the trouble is.

import { element, words } from "./dom.js";
import { lastOf } from "./library.js";

/** @import { Answer, Goal } from "./judge.js" */
/** @import { Rule } from "./library.js" */
/** @import { World } from "./world.js" */

/** How many entries are made at once; what is deeper is made when it is opened. */
const AT_ONCE = 200;

/** What is said of a type, after its name. @type {Record<Answer, (marker: string) => string>} */
export const SAYS = {
  yes: (marker) => `is ${marker}`,
  no: (marker) => `is not ${marker}`,
  depends: (marker) => `may be ${marker}`,
  unknown: (marker) => `may be ${marker}, unknown`,
};

/** @param {Goal} goal @param {World} world @returns {HTMLElement} */
export function tree(goal, world) {
  const trouble = new Set(way(goal));
  const room = { left: AT_ONCE };
  return element("ul", { className: "explorer-tree" }, entry(goal, "", [], { world, trouble, room }));
}

/** @typedef {{ world: World, trouble: Set<Goal>, room: { left: number } }} Drawing */

/** The questions from the whole to the first part that decides. @param {Goal} goal @returns {Goal[]} */
function way(goal) {
  /** @type {Goal[]} */
  const found = [];
  for (let at = /** @type {Goal | undefined} */ (goal); at && at.answer !== "yes" && !found.includes(at); ) {
    found.push(at);
    const { answer } = at;
    at = at.parts.find((part) => part.goal.answer === answer)?.goal;
  }
  return found;
}

/** @param {Goal} goal @param {string} label @param {Goal[]} above @param {Drawing} drawing @returns {HTMLLIElement} */
function entry(goal, label, above, drawing) {
  drawing.room.left -= 1;
  const { world, trouble } = drawing;
  const item = element("li");
  item.dataset.answer = goal.answer;
  item.dataset.marker = goal.marker;
  const name = element("span", { className: "explorer-name" });
  if (label) name.append(element("span", { className: "explorer-label", textContent: label }), " ");
  name.append(element("code", { textContent: world.types.text(goal.type) }), " ", said(goal));
  if (above.includes(goal)) {
    item.append(element("p", {}, name, ": taken as holding, since this is what is being asked. A cycle adds no condition."));
    return item;
  }
  if (goal.parts.length === 0) {
    const links = linksOf(goal);
    item.append(element("p", {}, name, ": ", ...words(goal.reason.text), ...(links.length > 0 ? [" (", ...links, ")"] : [])));
    return item;
  }
  const details = element("details", { open: trouble.has(goal) }, element("summary", {}, name, ": ", ...words(goal.reason.text)));
  const fill = () => {
    if (details.querySelector("ul")) return;
    const parts = goal.parts.map((part) => entry(part.goal, part.label, [...above, goal], drawing));
    const links = linksOf(goal);
    if (links.length > 0) details.append(element("p", { className: "explorer-links" }, ...links));
    details.append(element("ul", {}, ...parts));
  };
  if (details.open || drawing.room.left > 0) fill();
  else details.addEventListener("toggle", () => ((drawing.room.left = AT_ONCE), fill()), { once: true });
  item.append(details);
  return item;
}

/** @param {Goal} goal */
function said({ answer, marker }) {
  const verdict = element("span", { className: "explorer-said", textContent: SAYS[answer](marker) });
  verdict.dataset.answer = answer;
  verdict.dataset.marker = marker;
  return verdict;
}

/** To the row of the truth tables, and to the chapter with the reason. @param {Goal} goal @returns {(Node | string)[]} */
function linksOf({ reason: { rule } }) {
  if (!rule) return [];
  return [link(`truth-tables.html#${anchor(rule)}`, "its row"), ", ", link(rule.chapter.file.replace(/md$/, "html"), rule.chapter.title)];
}

/** @param {string} href @param {string} textContent */
function link(href, textContent) {
  return element("a", { href, textContent });
}

/** What identifies the row of a rule on the page "Truth tables". @param {Rule} rule */
export function anchor({ path, kind }) {
  const dotted = path.split(/[^\p{L}\p{N}_]+/u).filter(Boolean).join(".");
  return kind === "language" ? `rust.${dotted}` : dotted;
}

/** The first thing that decides, in a sentence. @param {Goal} goal @param {World} world */
export function because(goal, world) {
  const steps = way(goal);
  const last = steps[steps.length - 1];
  if (!last || last === goal) return goal.reason.text;
  return `${nameOf(last, world)} ${SAYS[last.answer](last.marker)}: ${last.reason.text}`;
}

/** @param {Goal} goal @param {World} world */
function nameOf(goal, world) {
  return `\`${world.types.text(goal.type) || lastOf(goal.type.head)}\``;
}
