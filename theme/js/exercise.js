// @ts-check
/// <reference path="store.js" />
/// <reference path="playground.js" />
/// <reference path="answer.js" />
/// <reference path="listing.js" />
// <crossing-exercise>: Check, hints in steps, and what the reader has done, for an exercise that reads fully without them.

/**
 * @typedef {"started" | "tried" | "solved"} CrossingProgress
 * @typedef {{ state: CrossingProgress | null, hints: number, answer: string | null }} CrossingAttempt
 * @typedef {{ name: string, passed: boolean, words: string }} CrossingTest
 */

/** What the reader has done in each exercise, as the terminal keeps it too. */
class CrossingAttempts {
  static WORDS = { started: "begun", tried: "tried", solved: "solved" };

  /** @param {string} name @returns {CrossingAttempt} */
  static get(name) {
    const kept = CrossingStore.getJson(`exercise:${name}`);
    const state = ["started", "tried", "solved"].includes(kept?.state) ? kept.state : null;
    const hints = Number.isInteger(kept?.hints) && kept.hints > 0 ? kept.hints : 0;
    return { state, hints, answer: typeof kept?.answer === "string" ? kept.answer : null };
  }

  /** @param {string} name @param {Partial<CrossingAttempt>} change @returns {boolean} whether it was kept */
  static change(name, change) {
    const { state, hints, answer } = { ...CrossingAttempts.get(name), ...change };
    return CrossingStore.setJson(`exercise:${name}`, { state: state ?? "started", hints, ...(answer !== null && { answer }) });
  }
}

class CrossingExercise extends HTMLElement {
  #life = new AbortController();
  #listing = /** @type {CrossingListing} */ (/** @type {unknown} */ (null));
  #check = crossingElement("button", { type: "button", className: "check", textContent: "Check", title: "Test this answer (Ctrl+Enter)" });
  #mark = crossingElement("span", { className: "exercise-state" });

  connectedCallback() {
    const listing = this.querySelector(":scope > crossing-listing");
    if (!(listing instanceof CrossingListing)) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#listing = listing;
    listing.addControl(this.#check);
    listing.keepIn({
      get: () => CrossingAttempts.get(this.name).answer,
      set: (answer) => this.#change({ answer }),
      remove: () => CrossingAttempts.get(this.name).answer !== null && this.#change({ answer: null }),
    });
    this.#check.addEventListener("click", () => this.check(), { signal });
    // Where there is an answer to check, the key that runs a listing checks it.
    listing.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      this.check();
    }, { signal, capture: true });
    const run = listing.querySelector(".listing-tools .run");
    if (run instanceof HTMLElement) run.title = "Compile and run";
    this.querySelector(":scope > .exercise-level")?.append(this.#mark);
    this.#hints.forEach((hint, index) => {
      hint.addEventListener("toggle", () => hint.open && this.#taken(index + 1), { signal });
    });
    this.#update();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  get name() {
    return this.dataset.name ?? "";
  }

  /** @returns {HTMLDetailsElement[]} */
  get #hints() {
    return [...this.querySelectorAll(":scope > details.exercise-hint")].filter((hint) => hint instanceof HTMLDetailsElement);
  }

  /** The program that tests `answer`. @param {string} answer */
  compose(answer) {
    const { before = "", between = "", after = "", quotes } = this.dataset;
    return before + answer + between + (quotes === undefined ? "" : CrossingExercise.#literal(answer)) + after;
  }

  /** `text` as a raw string of Rust's. @param {string} text */
  static #literal(text) {
    const runs = [...text.matchAll(/"(#*)/g)].map(([, hashes]) => hashes.length + 1);
    const hashes = "#".repeat(Math.max(1, ...runs));
    return `r${hashes}"${text}"${hashes}`;
  }

  // State

  /** @param {Partial<CrossingAttempt>} change @returns {boolean} whether it was kept */
  #change(change) {
    const kept = CrossingAttempts.change(this.name, change);
    this.#update();
    return kept;
  }

  /** @param {number} hints how many the reader has opened */
  #taken(hints) {
    if (hints > CrossingAttempts.get(this.name).hints) this.#change({ hints });
  }

  /** Says the present state on the page. */
  #update() {
    const { state, hints } = CrossingAttempts.get(this.name);
    this.#mark.textContent = state ? `, ${CrossingAttempts.WORDS[state]}` : "";
    this.toggleAttribute("data-solved", state === "solved");
    this.#hints.forEach((hint, index) => hint.toggleAttribute("data-later", index > hints));
  }

  // Checking

  /** Tests the answer as it is now. */
  check() {
    const { code, channel, edition, name } = this.#listing.program;
    const program = { code: this.compose(code), channel, edition, tests: true, name };
    return this.#listing.perform("Check", program, (playground, result) => this.#succeed(playground, result));
  }

  /** @param {CrossingPlayground} playground @param {CrossingRun} result */
  #succeed(playground, result) {
    const { state } = CrossingAttempts.get(this.name);
    this.#change({ state: result.success || state === "solved" ? "solved" : "tried" });
    const tests = CrossingExercise.#tests(result.stdout);
    const { outcome, word, words } = CrossingExercise.#verdict(result, tests);
    const panel = CrossingAnswer.panel("");
    CrossingAnswer.head(panel, outcome, word, "", playground, result);
    CrossingAnswer.stream(panel, this.#listing.subject, "the compiler’s answer", result.diagnostics, true);
    if (tests.length > 0) panel.append(crossingElement("ul", { className: "exercise-tests" }, ...tests.map(CrossingExercise.#test)));
    if (!result.success) {
      const more = tests.length > 0 ? crossingElement("details", {}, crossingElement("summary", { textContent: "All that was printed" })) : panel;
      CrossingAnswer.stream(more, this.#listing.subject, "standard output", result.stdout, false);
      CrossingAnswer.stream(more, this.#listing.subject, "standard error", result.stderr, !playground.isLocal);
      if (more !== panel && more.children.length > 1) panel.append(more);
    }
    panel.append(this.#onward(result.success));
    this.#listing.show(panel);
    this.#listing.say(`${word}. ${words}`);
  }

  /** What a check came to, and what a screen reader is told. @param {CrossingRun} result @param {CrossingTest[]} tests */
  static #verdict(result, tests) {
    const failed = tests.filter(({ passed }) => !passed);
    if (result.success) return { outcome: "run-pass", word: "Solved", words: `${tests.length === 1 ? "The test passes" : `All ${tests.length} tests pass`}.` };
    if (failed.length > 0) {
      const words = failed.map(({ name, words }) => `${name}: ${words}`).join(" ");
      return { outcome: "run-fail", word: "Not yet", words: `${failed.length} of ${tests.length} tests ${failed.length === 1 ? "fails" : "fail"}. ${words}` };
    }
    if (result.limit === "time") return { outcome: "hangs", word: "Not yet: it hangs", words: "A test still ran at the time limit." };
    const said = (result.diagnostics + result.stderr).replace(/\x1b\[[\d;]*m/g, "");
    const error = said.match(/^error(\[E\d{4}\])?:.*$/m)?.[0];
    if (error) return { outcome: "check-fail", word: "Does not compile", words: error };
    return { outcome: "run-fail", word: "Not yet", words: result.exitDetail };
  }

  /** What the test harness printed, a test each. @param {string} stdout @returns {CrossingTest[]} */
  static #tests(stdout) {
    return [...stdout.matchAll(/^test (\S+)(?: - should panic)? \.\.\. (ok|FAILED)$/gm)].map(([, path, verdict]) => {
      const name = (path.split("::").at(-1) ?? path).replaceAll("_", " ");
      return { name, passed: verdict === "ok", words: verdict === "ok" ? "" : CrossingExercise.#words(stdout, path) };
    });
  }

  /** The words with which a test failed. @param {string} stdout @param {string} path */
  static #words(stdout, path) {
    const begin = stdout.indexOf(`---- ${path} stdout ----\n`);
    if (begin < 0) return "";
    const told = stdout.slice(stdout.indexOf("\n", begin) + 1).split(/\n---- \S+ stdout ----\n|\nfailures:\n/)[0];
    const panics = [...told.matchAll(/^thread '([^']*)'.* panicked at .*:\n([\s\S]*?)(?=\nnote: |\n\n|\nthread '|$(?![\s\S]))/gm)];
    const own = panics.find(([, thread]) => thread === path) ?? panics[0];
    return (own?.[2] ?? told).trim().replace(/^assertion `[^`]*` failed: /, "");
  }

  /** @param {CrossingTest} test */
  static #test({ name, passed, words }) {
    const verdict = crossingElement("span", { className: "outcome-word", textContent: passed ? "passes" : "fails" });
    verdict.dataset.outcome = passed ? "run-pass" : "run-fail";
    const line = crossingElement("li", {}, verdict, ` ${name}`);
    if (words) line.append(crossingElement("p", { className: "exercise-words" }, ...CrossingAnswer.words(words)));
    return line;
  }

  /** Where to go from a result. @param {boolean} solved */
  #onward(solved) {
    const { hints } = CrossingAttempts.get(this.name);
    const hint = solved ? undefined : this.#hints[hints];
    const solution = this.querySelector(":scope > details.exercise-solution");
    const ways = crossingElement("p", { className: "choices" });
    if (hint) ways.append(this.#way(hints === 0 ? "A hint" : "The next hint", hint));
    if (solution instanceof HTMLDetailsElement) ways.append(this.#way(solved ? "Compare with the book’s solution" : "The solution", solution));
    return ways;
  }

  /** A button that opens `details` and leads there. @param {string} text @param {HTMLDetailsElement} details */
  #way(text, details) {
    const button = crossingElement("button", { type: "button", textContent: text });
    button.addEventListener("click", () => {
      details.open = true;
      details.querySelector("summary")?.focus();
      button.remove();
    }, { signal: this.#life.signal });
    return button;
  }
}

customElements.define("crossing-exercise", CrossingExercise);
