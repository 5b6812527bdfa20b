// @ts-check
/// <reference path="playground.js" />
// <crossing-limits>: what a run on this computer is held to, and what of it this system cannot hold. Empty on other pages.

class CrossingLimits extends HTMLElement {
  async connectedCallback() {
    const playground = CrossingPlayground.find();
    if (!playground?.isLocal) return;
    const limits = await playground.limits();
    if (limits.length > 0) this.replaceChildren(CrossingLimits.#list(limits));
  }

  /** @param {CrossingLimit[]} limits */
  static #list(limits) {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    const list = document.createElement("ul");
    const broken = limits.filter(({ holds }) => !holds).length;
    summary.textContent = broken === 0 ? "What a run on this computer is held to" : `What a run on this computer is held to, and ${broken} that it is not`;
    details.open = broken > 0;
    for (const { promise, holds, how } of [...limits].sort((a, b) => Number(a.holds) - Number(b.holds))) {
      const item = document.createElement("li");
      if (!holds) item.append(Object.assign(document.createElement("strong"), { textContent: "Not here: " }));
      item.append(`${promise} (${how}).`);
      list.append(item);
    }
    details.append(summary, list);
    return details;
  }
}

customElements.define("crossing-limits", CrossingLimits);
