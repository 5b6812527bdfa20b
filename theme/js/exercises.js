// @ts-check
/// <reference path="store.js" />
/// <reference path="answer.js" />
/// <reference path="exercise.js" />
// <crossing-exercises>: all exercises and quizzes with what the reader has done, to filter, and what to come back to.
// Without this file the page is a list of links.

/**
 * @typedef {{ item: HTMLElement, entry: HTMLElement, link: HTMLAnchorElement, section: HTMLElement, level: string, state: string }} CrossingExerciseEntry
 */

class CrossingExercises extends HTMLElement {
  static STATES = [["", "any state"], ["new", "not begun"], ["begun", "begun or tried"], ["solved", "solved"]];
  static LEVELS = [["", "any level"], ["easy", "easy"], ["middle", "middle"], ["hard", "hard"]];

  #life = new AbortController();
  #chapter = document.createElement("select");
  #level = document.createElement("select");
  #state = document.createElement("select");
  #count = document.createElement("output");
  /** @type {CrossingExerciseEntry[]} */
  #entries = [];

  connectedCallback() {
    this.#life = new AbortController();
    this.#entries = this.#read();
    const chapters = this.#sections.map((section) => {
      const title = section.querySelector("h2")?.textContent ?? "";
      return [section.dataset.chapter ?? "", title];
    });
    CrossingExercises.#fill(this.#chapter, [["", "every chapter"], ...chapters]);
    CrossingExercises.#fill(this.#level, CrossingExercises.LEVELS);
    CrossingExercises.#fill(this.#state, CrossingExercises.STATES);
    const controls = crossingElement("div", { className: "exercises-controls", role: "search", ariaLabel: "Exercises" });
    controls.append(
      CrossingExercises.#labelled("chapter", this.#chapter),
      CrossingExercises.#labelled("level", this.#level),
      CrossingExercises.#labelled("state", this.#state),
      this.#count,
    );
    this.#count.setAttribute("aria-live", "polite");
    this.prepend(...this.#review(), controls);
    for (const control of [this.#chapter, this.#level, this.#state]) {
      control.addEventListener("input", () => this.#filter(), { signal: this.#life.signal });
    }
    this.#filter();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** @returns {HTMLElement[]} */
  get #sections() {
    return [...this.querySelectorAll(":scope > section[data-chapter]")].filter((section) => section instanceof HTMLElement);
  }

  /** The list, each entry marked with what the reader has done. @returns {CrossingExerciseEntry[]} */
  #read() {
    return this.#sections.flatMap((section) => [...section.querySelectorAll(".exercise-entry")].flatMap((entry) => {
      const item = entry.closest("li");
      const link = item?.querySelector("a");
      if (!(entry instanceof HTMLElement) || !item || !link) return [];
      const { name, quiz, level = "" } = entry.dataset;
      const { state, words } = quiz ? CrossingExercises.#quiz(quiz) : CrossingExercises.#exercise(name ?? "");
      entry.dataset.state = state;
      if (words) entry.append(crossingElement("span", { className: "exercise-state", textContent: `, ${words}` }));
      return [{ item, entry, link, section, level, state }];
    }));
  }

  /** @param {string} name */
  static #exercise(name) {
    const { state } = CrossingAttempts.get(name);
    if (state === null) return { state: "new", words: "" };
    return { state: state === "solved" ? "solved" : "begun", words: CrossingAttempts.WORDS[state] };
  }

  /** How many questions of a quiz the reader has right and wrong. @param {string} chapter */
  static #answers(chapter) {
    const kept = CrossingStore.getJson(`quiz:${chapter}`);
    const answers = kept && typeof kept === "object" ? Object.values(kept) : [];
    const wrong = answers.filter((answer) => answer?.right === false).length;
    return { right: answers.filter((answer) => answer?.right === true).length, wrong };
  }

  /** @param {string} chapter */
  static #quiz(chapter) {
    const { right, wrong } = CrossingExercises.#answers(chapter);
    if (right + wrong === 0) return { state: "new", words: "" };
    return { state: wrong === 0 ? "solved" : "begun", words: `${right} right, ${wrong} wrong` };
  }

  /** What the reader began and has not got right: exercises tried first, then quizzes. @returns {HTMLElement[]} */
  #review() {
    const open = this.#entries.flatMap(({ entry, link }) => {
      const { name, quiz } = entry.dataset;
      const tried = name !== undefined && CrossingAttempts.get(name).state === "tried";
      const wrong = quiz ? CrossingExercises.#answers(quiz).wrong : 0;
      const words = tried ? "tried, not solved" : `${wrong} ${wrong === 1 ? "answer" : "answers"} wrong`;
      return tried || wrong > 0 ? [{ link, words, quiz: quiz !== undefined }] : [];
    });
    if (open.length === 0) return [];
    open.sort((a, b) => Number(a.quiz) - Number(b.quiz));
    const items = open.map(({ link, words }) => {
      const again = crossingElement("a", { href: link.href, textContent: link.textContent ?? "" });
      return crossingElement("li", {}, again, crossingElement("span", { className: "exercise-entry", textContent: ` ${words}` }));
    });
    const heading = crossingElement("h2", { id: "what-to-review-next", textContent: "What to review next" });
    const review = crossingElement("section", { className: "exercises-review" }, heading, crossingElement("ul", {}, ...items));
    review.setAttribute("aria-labelledby", heading.id);
    return [review];
  }

  #filter() {
    const [chapter, level, state] = [this.#chapter.value, this.#level.value, this.#state.value];
    const shown = new Set();
    for (const { item, section, level: own, state: now } of this.#entries) {
      item.hidden = !((!chapter || section.dataset.chapter === chapter) && (!level || own === level) && (!state || now === state));
      if (!item.hidden) shown.add(item);
    }
    for (const section of this.#sections) section.hidden = ![...section.querySelectorAll("li")].some((item) => shown.has(item));
    const all = this.#entries.length;
    this.#count.textContent = shown.size === all ? `${all} in all` : `${shown.size} of ${all}`;
  }

  /** @param {HTMLSelectElement} select @param {string[][]} options */
  static #fill(select, options) {
    select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  }

  /** @param {string} text @param {HTMLElement} control */
  static #labelled(text, control) {
    return crossingElement("label", {}, crossingElement("span", { textContent: text }), control);
  }
}

customElements.define("crossing-exercises", CrossingExercises);
