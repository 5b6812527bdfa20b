// @ts-check
/// <reference path="listing.js" />
/// <reference path="answers.js" />
// <crossing-question>: choosing, checking and explaining for a question that reads fully without them.

class CrossingQuestion extends HTMLElement {
  /** Told to whoever holds the question when it was answered, and when it no longer is. */
  static ANSWERED = "crossing-answered";
  static #count = 0;

  /** Ends every listener of this element. */
  #life = new AbortController();
  #list = /** @type {HTMLElement} */ (/** @type {unknown} */ (null));
  #details = /** @type {HTMLDetailsElement} */ (/** @type {unknown} */ (null));
  #verdict = crossingElement("p", { className: "question-verdict" });
  /** For a screen reader, which does not see what changed. */
  #status = crossingElement("p", { className: "visually-hidden", role: "status" });
  #check = crossingElement("button", { type: "button", className: "question-check", textContent: "Check answer" });

  connectedCallback() {
    const list = this.querySelector(":scope > .question-options");
    const details = this.querySelector(":scope > .question-answer");
    if (!(list instanceof HTMLElement) || !(details instanceof HTMLDetailsElement)) return;
    this.#list = list;
    this.#details = details;
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.addEventListener("click", (event) => this.#press(event), { signal });
    this.#list.addEventListener("change", () => this.#reopen(), { signal });
    this.#shuffle();
    this.#build();
    this.#restore();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** The chapter that asks, which need not be the one that shows it. */
  get chapter() {
    const quiz = this.closest("crossing-quiz");
    return this.dataset.chapter ?? (quiz instanceof HTMLElement ? quiz.dataset.chapter : undefined) ?? "";
  }

  get name() {
    return this.dataset.id ?? "";
  }

  /** Whether it was answered, and right; `null` where it was not. @returns {boolean | null} */
  get isRight() {
    return { right: true, wrong: false }[this.dataset.answered ?? ""] ?? null;
  }

  get #isOrder() {
    return this.dataset.choose === "order";
  }

  get #options() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children]);
  }

  get #inputs() {
    return [...this.#list.querySelectorAll("input")];
  }

  /** What is right: options, or the order of all. @returns {number[]} */
  get #key() {
    const selector = this.#isOrder ? ".question-steps > li" : ".question-reasons > li[data-right='yes']";
    return [...this.#details.querySelectorAll(selector)].map(CrossingQuestion.#place);
  }

  /** What the reader chose, or the order that they made. @returns {number[]} */
  get #chosen() {
    const chosen = this.#isOrder ? this.#options : this.#options.filter((option) => option.querySelector("input")?.checked);
    return chosen.map(CrossingQuestion.#place);
  }

  /** An option's place in the chapter's source. @param {Element} option */
  static #place(option) {
    return Number(/** @type {HTMLElement} */ (option).dataset.option);
  }

  // The controls

  #build() {
    const ask = this.querySelector(":scope > .question-ask");
    const number = (CrossingQuestion.#count += 1);
    if (ask) ask.id ||= `question-${number}`;
    const role = this.dataset.choose === "one" ? "radiogroup" : "group";
    const group = crossingElement("div", { className: "question-choices", role });
    if (ask) group.setAttribute("aria-labelledby", ask.id);
    this.#list.before(group);
    group.append(this.#list);
    if (this.#isOrder) this.#options.forEach((option) => this.#movable(option));
    else this.#options.forEach((option) => this.#choosable(option, `question-${number}-choice`));
    const tools = crossingElement("p", { className: "question-tools" }, this.#check);
    group.after(tools, this.#verdict, this.#status);
  }

  /** @param {Event} event */
  #press(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const step = button?.closest("li");
    if (button === this.#check) this.#answer();
    else if (button?.matches(".question-moves > button") && step) this.#move(step, button.matches(".question-up") ? -1 : 1, button);
  }

  /** @param {HTMLElement} option @param {string} name */
  #choosable(option, name) {
    const input = crossingElement("input", { type: this.dataset.choose === "one" ? "radio" : "checkbox", name });
    const words = crossingElement("span", { className: "question-words" });
    for (const node of [...option.childNodes]) {
      // A label holds phrases and no paragraphs.
      const isParagraph = node instanceof HTMLParagraphElement;
      words.append(...(isParagraph ? [crossingElement("span", {}, ...node.childNodes)] : [node]));
    }
    option.replaceChildren(crossingElement("label", {}, input, words));
  }

  /** @param {HTMLElement} step */
  #movable(step) {
    const words = crossingElement("span", { className: "question-words" }, ...step.childNodes);
    const buttons = ["up", "down"].map((way) =>
      crossingElement("button", { type: "button", className: `question-${way}`, textContent: way === "up" ? "↑" : "↓", ariaLabel: `Move “${words.textContent}” ${way}` }),
    );
    step.replaceChildren(words, crossingElement("span", { className: "question-moves" }, ...buttons));
  }

  /** @param {HTMLElement} step @param {number} by @param {HTMLButtonElement} button */
  #move(step, by, button) {
    const other = by < 0 ? step.previousElementSibling : step.nextElementSibling;
    if (by < 0) other?.before(step);
    else other?.after(step);
    button.focus();
    const at = this.#options.indexOf(step) + 1;
    this.#reopen();
    this.#say(`${step.querySelector(".question-words")?.textContent}: now ${at} of ${this.#options.length}.`);
  }

  /** Tells a screen reader. @param {string} words */
  #say(words) {
    this.#status.textContent = words;
  }

  // The order in which options are shown

  /** Puts the options, and what is said of each, into this reader's own order. The corners keep theirs. */
  #shuffle() {
    if (this.dataset.kind === "corner") return;
    const places = this.#options.map(CrossingQuestion.#place).sort((a, b) => a - b);
    CrossingQuestion.#permute(places, `${CrossingAnswers.seed} ${this.chapter} ${this.name}`);
    // An order to be found is not shown solved.
    if (this.#isOrder && String(places) === String(this.#key)) places.push(...places.splice(0, 1));
    const reasons = this.#details.querySelector(".question-reasons");
    for (const list of [this.#list, reasons]) if (list) CrossingQuestion.#sort(list, places);
  }

  /** Shuffles in place, the same for the same seed. @param {number[]} places @param {string} seed */
  static #permute(places, seed) {
    let state = 2166136261;
    for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
    const random = () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    for (let last = places.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [places[last], places[other]] = [places[other], places[last]];
    }
  }

  /** @param {Element} list @param {number[]} places */
  static #sort(list, places) {
    const items = new Map([...list.children].map((item) => [CrossingQuestion.#place(item), item]));
    list.append(...places.flatMap((place) => items.get(place) ?? []));
  }

  // Answering

  #answer() {
    const chosen = this.#chosen;
    if (chosen.length === 0) {
      this.#verdict.textContent = "Choose an answer first.";
      this.#say(this.#verdict.textContent);
      this.#inputs[0]?.focus();
      return;
    }
    this.#show();
    CrossingAnswers.keep(this.chapter, this.name, { chosen, right: this.isRight === true });
    this.#details.open = true;
    this.#say(`${this.#verdict.textContent} ${this.#explanation(chosen)}`);
    this.dispatchEvent(new CustomEvent(CrossingQuestion.ANSWERED, { bubbles: true }));
  }

  /** Why the chosen options are right or wrong, in one text. @param {number[]} chosen */
  #explanation(chosen) {
    const paragraphs = this.#isOrder
      ? [...this.#details.querySelectorAll(":scope > p")]
      : [...this.#details.querySelectorAll(".question-reasons > li")].filter((reason) => chosen.includes(CrossingQuestion.#place(reason))).flatMap((reason) => [...reason.querySelectorAll(":scope > p")]);
    return paragraphs.map((paragraph) => paragraph.textContent?.replace(/\s+/g, " ").trim()).join(" ");
  }

  /** Shows whether what is chosen is right. */
  #show() {
    this.#unmark();
    const [key, chosen] = [this.#key, this.#chosen];
    const right = this.#isOrder ? String(chosen) === String(key) : chosen.length === key.length && chosen.every((place) => key.includes(place));
    this.dataset.answered = right ? "right" : "wrong";
    const [word, ...more] = right ? ["Right."] : CrossingQuestion.#wrong(chosen, key, this.#isOrder);
    this.#verdict.replaceChildren(crossingElement("strong", { textContent: word }), ...more);
    this.#options.forEach((option, at) => {
      const place = CrossingQuestion.#place(option);
      if (!chosen.includes(place)) return;
      const fits = this.#isOrder ? key[at] === place : key.includes(place);
      option.dataset.verdict = fits ? "right" : "wrong";
      option.append(crossingElement("span", { className: "question-mark", textContent: fits ? "right" : "wrong" }));
    });
  }

  /** The word, and what is to come of it. @param {number[]} chosen @param {number[]} key @param {boolean} isOrder */
  static #wrong(chosen, key, isOrder) {
    const comesBack = " It comes back at the end of the next chapter.";
    if (isOrder || chosen.some((place) => !key.includes(place))) return ["Wrong.", comesBack];
    return ["Not all that are right.", comesBack];
  }

  /** Another choice is not yet an answer. The last one stays kept until it is checked. */
  #reopen() {
    if (this.isRight === null) return;
    delete this.dataset.answered;
    this.#unmark();
    this.#verdict.textContent = "";
    this.#details.open = false;
    this.dispatchEvent(new CustomEvent(CrossingQuestion.ANSWERED, { bubbles: true }));
  }

  #unmark() {
    for (const option of this.#options) {
      delete option.dataset.verdict;
      option.querySelector(".question-mark")?.remove();
    }
  }

  /** Shows the answer that was kept, unless the question is asked anew or is no longer the one that was answered. */
  #restore() {
    const answer = CrossingAnswers.of(this.chapter)[this.name];
    const known = this.#options.map(CrossingQuestion.#place);
    if (this.dataset.anew !== undefined || !answer || !Array.isArray(answer.chosen)) return;
    if (!answer.chosen.every((place) => known.includes(place))) return;
    if (this.#isOrder && answer.chosen.length !== known.length) return;
    if (this.#isOrder) CrossingQuestion.#sort(this.#list, answer.chosen);
    else this.#options.forEach((option) => {
      const input = option.querySelector("input");
      if (input) input.checked = answer.chosen.includes(CrossingQuestion.#place(option));
    });
    this.#show();
  }
}

customElements.define("crossing-question", CrossingQuestion);
