// @ts-check
/// <reference path="question.js" />
/// <reference path="answers.js" />
// <crossing-quiz>: a chapter's questions, how many were answered right, and questions of earlier chapters that were not.

class CrossingQuiz extends HTMLElement {
  /** How many earlier questions come back at once. */
  static AT_MOST = 3;

  #life = new AbortController();
  #score = crossingElement("p", { className: "quiz-score" });

  connectedCallback() {
    // The page of the whole book is for paper.
    if (document.querySelectorAll("crossing-quiz").length > 1) return;
    this.#life = new AbortController();
    this.append(this.#score);
    this.addEventListener(CrossingQuestion.ANSWERED, () => this.#count(), { signal: this.#life.signal });
    this.#count();
    this.#bringBack();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  get chapter() {
    return this.dataset.chapter ?? "";
  }

  #count() {
    const questions = [...this.querySelectorAll(":scope > crossing-question")];
    const answers = questions.map((question) => (question instanceof CrossingQuestion ? question.isRight : null));
    const right = answers.filter((answer) => answer === true).length;
    const open = answers.filter((answer) => answer === null).length;
    const rest = open === 0 ? "" : open === questions.length ? ", none answered yet" : `, ${open} not answered yet`;
    this.#score.textContent = `${right} of ${questions.length} right${rest}.`;
  }

  // Questions of earlier chapters

  /** Asks again what was answered wrong in the chapters before this one, the nearest first. */
  async #bringBack() {
    const { signal } = this.#life;
    const chapters = CrossingQuiz.#chapters();
    const here = chapters.findIndex(({ name }) => name === this.chapter);
    const earlier = chapters.slice(0, Math.max(here, 0)).reverse();
    const due = CrossingAnswers.toReview();
    const wanted = earlier.flatMap(({ name, address, title }) => due.filter(({ chapter }) => chapter === name).map(({ id }) => ({ name, id, address, title })));
    const found = [];
    for (const { name, id, address, title } of wanted) {
      if (found.length >= CrossingQuiz.AT_MOST || signal.aborted) break;
      const question = await CrossingQuiz.#fetch(address, id, signal);
      if (!question) continue;
      question.dataset.chapter = name;
      question.dataset.anew = "";
      found.push({ question, title, address });
    }
    if (found.length === 0 || signal.aborted) return;
    const section = crossingElement("section", { className: "quiz-earlier", ariaLabel: "From earlier" }, crossingElement("h3", { textContent: "From earlier" }));
    for (const { question, title, address } of found) {
      const link = crossingElement("a", { href: address, textContent: title });
      section.append(crossingElement("p", { className: "quiz-from" }, "From ", link, "."), question);
    }
    this.append(section);
  }

  /** The book's chapters, as the contents name them. @returns {{ name: string, address: string, title: string }[]} */
  static #chapters() {
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("#mdbook-sidebar a[href]"));
    return [...links].map((link) => {
      const { origin, pathname } = new URL(link.href);
      const name = pathname.split("/").at(-1)?.replace(/\.html$/, "") ?? "";
      return { name, address: origin + pathname, title: link.lastChild?.textContent?.trim() ?? name };
    });
  }

  /** The question as its own page has it; `null` where it is no longer there or the page cannot be had.
   * @param {string} address @param {string} id @param {AbortSignal} signal @returns {Promise<HTMLElement | null>} */
  static async #fetch(address, id, signal) {
    try {
      const response = await fetch(address, { signal });
      if (!response.ok) return null;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const question = page.getElementById(`quiz-${id}`);
      if (!question) return null;
      for (const element of [question, ...question.querySelectorAll("[id]")]) element.id = `earlier-${element.id}`;
      for (const link of question.querySelectorAll("a[href]")) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
      return document.importNode(question, true);
    } catch {
      return null;
    }
  }
}

customElements.define("crossing-quiz", CrossingQuiz);
