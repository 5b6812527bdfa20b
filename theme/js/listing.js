// @ts-check
/// <reference path="store.js" />
/// <reference path="playground.js" />
/// <reference path="answer.js" />
/// <reference path="editor.js" />
/// <reference path="test-list.js" />
// <crossing-listing>: Run, Edit, Reset, Copy and Open in Playground for a listing that reads fully without them.

/**
 * @typedef {{ get: () => string | null, set: (text: string) => boolean, remove: () => void }} CrossingKeeper
 *   Where an edit is kept. `set` says whether it was.
 */

class CrossingListing extends HTMLElement {
  /** Ends every listener of this element. */
  #life = new AbortController();
  /** The run under way, if there is one. @type {AbortController | null} */
  #run = null;
  #figure = /** @type {HTMLElement} */ (/** @type {unknown} */ (null));
  #source = /** @type {HTMLElement} */ (/** @type {unknown} */ (null));
  /** @type {HTMLTextAreaElement | null} */
  #editor = null;
  /** What holds the original while the program is another. @type {HTMLDetailsElement | null} */
  #aside = null;
  /** The last result or notice. @type {HTMLElement | null} */
  #panel = null;
  #status = crossingElement("p", { className: "visually-hidden", role: "status" });
  #buttons = {
    run: CrossingListing.#button("run", "Run", "Compile and run (Ctrl+Enter)"),
    stop: CrossingListing.#button("stop", "Stop", "End this run"),
    miri: CrossingListing.#button("miri", "", "Run under Miri, which watches every access to memory"),
    edit: CrossingListing.#button("edit", "Edit", "Change the program in place"),
    reset: CrossingListing.#button("reset", "Reset", "Bring the original back"),
    copy: CrossingListing.#button("copy", "Copy", "Copy the program, hidden lines included"),
  };
  #link = crossingElement("a", { className: "open", textContent: "Playground", title: "Open in the Rust Playground", rel: "noopener", target: "_blank" });

  connectedCallback() {
    const figure = this.querySelector("figure.listing");
    const source = figure?.querySelector(":scope > .listing-source");
    const head = figure?.querySelector(":scope > .listing-head");
    if (!(figure instanceof HTMLElement) || !(source instanceof HTMLElement) || !head) return;
    this.#life = new AbortController();
    this.#figure = figure;
    this.#source = source;
    this.#addTools(head);
    this.#listen();
    this.#restore();
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#run?.abort();
  }

  /** The listing's name, under which an edit is kept. */
  get name() {
    return this.#figure.dataset.name ?? "";
  }

  /** The whole program as it stands in the book, hidden lines included. */
  get original() {
    return [...this.#source.querySelectorAll(".line")].map((line) => line.textContent).join("");
  }

  /** The program as it is now. @returns {CrossingProgram} */
  get program() {
    const { channel = "stable", edition = "2024", tests, name } = this.#figure.dataset;
    const code = this.#editor?.value ?? this.original;
    const isTests = tests !== undefined || CrossingTestList.isAskedFor(code);
    return { code, channel, edition, tests: isTests, name, sanitizer: this.#sanitizer };
  }

  /** What a listing that shows a fault is run under. @returns {"thread" | "address" | undefined} */
  get #sanitizer() {
    const shown = this.#figure.querySelector(".listing-outcome");
    const outcome = shown instanceof HTMLElement ? shown.dataset.outcome : undefined;
    if (outcome === "data-race" || outcome === "no-data-race") return "thread";
    return outcome === "memory-error" ? "address" : undefined;
  }

  get isEdited() {
    return this.#editor !== null && this.#editor.value !== this.original;
  }

  // The controls

  /** @param {string} name @param {string} text @param {string} title */
  static #button(name, text, title) {
    return crossingElement("button", { type: "button", className: name, textContent: text, title });
  }

  /** @param {Element} head */
  #addTools(head) {
    const { run, stop, edit, reset, copy, miri } = this.#buttons;
    const tools = crossingElement("span", { className: "listing-tools", role: "group", ariaLabel: this.subject });
    tools.append(this.#link, copy, reset, edit);
    if (this.#sanitizer && CrossingPlayground.find()?.offersMiri) {
      // A narrow listing shows its last word alone.
      miri.append(crossingElement("span", { textContent: "Run under " }), "Miri");
      tools.append(miri);
    }
    tools.append(run, stop);
    head.append(tools);
    this.#figure.append(this.#status);
  }

  /** What the controls are about. */
  get subject() {
    return this.#figure.querySelector(".listing-name")?.textContent ?? "this program";
  }

  /** Puts a control of others' before Run. @param {HTMLElement} control */
  addControl(control) {
    this.#buttons.run.before(control);
  }

  #listen() {
    const { signal } = this.#life;
    const { run, stop, edit, reset, copy, miri } = this.#buttons;
    run.addEventListener("click", () => this.run(), { signal });
    miri.addEventListener("click", () => this.run({ underMiri: true }), { signal });
    stop.addEventListener("click", () => this.#run?.abort(), { signal });
    edit.addEventListener("click", () => this.#edit(), { signal });
    reset.addEventListener("click", () => this.#reset(), { signal });
    copy.addEventListener("click", () => this.#copy(), { signal });
    // The address holds the program as it is when the link is used.
    for (const event of ["pointerenter", "pointerdown", "focus", "click"]) {
      this.#link.addEventListener(event, () => (this.#link.href = CrossingPlayground.link(this.program)), { signal });
    }
    this.#link.href = "https://play.rust-lang.org/";
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      this.run();
    }, { signal });
  }

  /** Says the present state on attributes and buttons. */
  #update() {
    const { run, stop, edit, reset, miri } = this.#buttons;
    const [shown, hidden] = this.#run ? [[stop], [run, miri]] : [[run, miri], [stop]];
    for (const button of shown) button.hidden = false;
    // The one takes the other's place, and its focus.
    if (hidden.some((button) => button === document.activeElement)) shown[0].focus();
    for (const button of hidden) button.hidden = true;
    edit.hidden = this.#editor !== null;
    reset.hidden = !this.isEdited;
    this.#figure.toggleAttribute("data-running", this.#run !== null);
    this.#figure.toggleAttribute("data-editing", this.#editor !== null);
    this.#figure.toggleAttribute("data-edited", this.isEdited);
    this.#setOriginalAside();
  }

  /** While the program is another, the original stands closed below it, with what the compiler pointed at. */
  #setOriginalAside() {
    if (this.isEdited === (this.#aside !== null)) return;
    if (this.#aside) {
      this.#aside.replaceWith(this.#source);
      this.#aside = null;
      return;
    }
    const details = crossingElement("details", { className: "listing-original" }, crossingElement("summary", { textContent: "The original program" }));
    const shown = [...this.#figure.children].find((child) => child.matches(".answer:not([data-kind='run']), .listing-answer"));
    this.#figure.insertBefore(details, shown ?? this.#status);
    details.append(this.#source);
    this.#aside = details;
  }

  async #copy() {
    const { code } = this.program;
    try {
      await navigator.clipboard.writeText(code);
      this.say("Copied.");
    } catch {
      this.say("The browser did not let the page copy.");
    }
    const { copy } = this.#buttons;
    copy.textContent = this.#status.textContent === "Copied." ? "Copied" : "Not copied";
    setTimeout(() => (copy.textContent = "Copy"), 1500);
  }

  /** Tells a screen reader. @param {string} words */
  say(words) {
    this.#status.textContent = words;
  }

  // Editing

  /** In the browser's store, under the listing's name; an inline program has none. @type {CrossingKeeper} */
  #keeper = {
    get: () => (this.name ? CrossingStore.get(`edit:${this.name}`) : null),
    set: (text) => !this.name || CrossingStore.set(`edit:${this.name}`, text),
    remove: () => this.name && CrossingStore.remove(`edit:${this.name}`),
  };

  /** Keeps edits elsewhere from now on, and shows what is kept there. @param {CrossingKeeper} keeper */
  keepIn(keeper) {
    this.#keeper = keeper;
    this.#restore();
  }

  #restore() {
    const kept = this.#keeper.get();
    if (kept !== null && kept !== this.original) this.#openEditor(kept);
    this.#update();
  }

  #edit() {
    this.#openEditor(this.original).focus();
    this.#update();
    this.say("Editing. Escape leaves the editor.");
  }

  /** @param {string} text @returns {HTMLTextAreaElement} */
  #openEditor(text) {
    const { signal } = this.#life;
    this.#editor?.remove();
    const editor = crossingEditor(text, this.subject, signal, () => this.#keep(), () => this.#leaveEditor());
    this.#figure.querySelector(":scope > .listing-head")?.after(editor);
    this.#editor = editor;
    editor.addEventListener("blur", () => this.#closeIfUnchanged(), { signal });
    return editor;
  }

  #keep() {
    const editor = this.#editor;
    if (!editor) return;
    if (!this.isEdited) this.#keeper.remove();
    else if (!this.#keeper.set(editor.value)) this.say("This browser keeps nothing for this page: your version is gone when the page is.");
    this.#update();
  }

  /** Escape gives the keyboard back to the page. */
  #leaveEditor() {
    if (!this.isEdited) this.#closeEditor();
    (this.isEdited ? this.#buttons.run : this.#buttons.edit).focus();
  }

  #closeIfUnchanged() {
    if (this.#editor && !this.isEdited) this.#closeEditor();
  }

  #closeEditor() {
    const editor = this.#editor;
    this.#editor = null;
    editor?.remove();
    this.#update();
  }

  #reset() {
    this.#keeper.remove();
    this.#closeEditor();
    this.show(null);
    this.#buttons.edit.focus();
    this.say("The original is back.");
  }

  // Running

  /** Runs the program as it is now. @param {{ underMiri?: boolean }} how */
  run({ underMiri = false } = {}) {
    const { program } = this;
    const succeed = (/** @type {CrossingPlayground} */ playground, /** @type {CrossingRun} */ result) =>
      this.#succeed(playground, result, { underMiri, tests: program.tests });
    return this.perform("Run", program, succeed, { underMiri });
  }

  /** Sends a program to the playground in reach, and shows the reader what came of it.
   * @param {string} verb what the reader pressed @param {CrossingProgram} program
   * @param {(playground: CrossingPlayground, result: CrossingRun) => void} succeed shows a result
   * @param {{ underMiri?: boolean }} how */
  async perform(verb, program, succeed, { underMiri = false } = {}) {
    if (this.#run) return;
    const playground = CrossingPlayground.find();
    if (!playground) return this.#fail(new CrossingTrouble("unreachable", "This book names no playground. In a clone of it, `cargo run` starts one on your own computer."));
    if (!playground.isAgreed) return this.#ask(playground, verb, () => this.perform(verb, program, succeed, { underMiri }));
    const run = new AbortController();
    this.#run = run;
    this.#update();
    this.show(CrossingAnswer.panel(`running ${underMiri ? "under Miri " : ""}on ${playground.name} …`));
    this.say("Running.");
    try {
      succeed(playground, await (underMiri ? playground.miri(program, run.signal) : playground.run(program, run.signal)));
    } catch (error) {
      this.#fail(error instanceof CrossingTrouble ? error : new CrossingTrouble("refused", `The page could not run the program: ${error}`));
    } finally {
      this.#run = null;
      this.#update();
    }
  }

  /** Asks once whether programs may be sent away. @param {CrossingPlayground} playground @param {string} verb
   * @param {() => void} go what was asked for */
  #ask(playground, verb, go) {
    const send = crossingElement("button", { type: "button", textContent: `Send and ${verb.toLowerCase()}` });
    const leave = crossingElement("button", { type: "button", textContent: "Do not send" });
    const { signal } = this.#life;
    send.addEventListener("click", () => {
      playground.agree();
      this.#buttons.run.focus();
      go();
    }, { signal });
    leave.addEventListener("click", () => {
      this.show(null);
      this.#buttons.run.focus();
      this.say("Nothing was sent.");
    }, { signal });
    const words = `${verb} sends this program to ${playground.name}, which compiles it and runs it there. You are asked once; nothing is sent before you press ${verb}.`;
    const panel = CrossingAnswer.panel("before the first run");
    panel.classList.add("run-notice");
    panel.append(crossingElement("p", { textContent: words }), crossingElement("p", { className: "choices" }, send, leave));
    this.show(panel);
    this.say(words);
    send.focus();
  }

  /** @param {CrossingPlayground} playground @param {CrossingRun} result @param {{ underMiri: boolean, tests: boolean }} how */
  #succeed(playground, result, { underMiri, tests }) {
    const watcher = underMiri ? "miri" : playground.isLocal ? this.#sanitizer : undefined;
    const listed = tests ? CrossingTestList.read(result.stdout) : [];
    let { outcome, word } = CrossingListing.#outcome(result, watcher);
    if (listed.length > 0) word = CrossingTestList.summary(listed);
    const detail = result.exitDetail.replace(/^[A-Z]/, (first) => first.toLowerCase()) || (result.success ? "exited with status 0" : "");
    const exit = detail && outcome !== "check-fail" ? ` (${detail})` : "";
    const panel = CrossingAnswer.panel("");
    CrossingAnswer.head(panel, outcome, word, exit, playground, result, underMiri);
    CrossingAnswer.stream(panel, this.subject, "the compiler’s answer", result.diagnostics, true);
    if (listed.length > 0) panel.append(CrossingTestList.element(listed));
    else CrossingAnswer.stream(panel, this.subject, "standard output", result.stdout, false);
    CrossingAnswer.stream(panel, this.subject, underMiri && !result.success ? "Miri’s report" : "standard error", result.stderr, !playground.isLocal);
    if (!result.diagnostics && !result.stdout && !result.stderr) panel.append(crossingElement("p", { className: "stream-title", textContent: "It printed nothing." }));
    const isSame = !this.isEdited && outcome === this.#figure.dataset.outcome && this.#isRecorded(panel);
    if (isSame) panel.append(crossingElement("p", { className: "run-same", textContent: "The same was recorded when this page was built." }));
    this.show(panel);
    this.#figure.toggleAttribute("data-same", isSame);
    this.say(`${this.subject}: ${word}${exit}. ${isSame ? "The same was recorded. " : ""}${result.stdout && listed.length === 0 ? `Output: ${result.stdout.slice(0, 300)}` : ""}`);
  }

  /** Whether `panel` shows what was recorded, and all of it. @param {HTMLElement} panel */
  #isRecorded(panel) {
    const recorded = this.#figure.querySelectorAll(".answer:not([data-kind='run']) pre");
    const [then, now] = [recorded, panel.querySelectorAll("pre")].map((texts) => [...texts].map((text) => CrossingListing.#folded(text.textContent ?? "")).sort());
    return then.length > 0 && then.join("\n") === now.join("\n");
  }

  /** A text without what is another's in each run: places of files, numbers of threads, closing counts, ends of lines. @param {string} text */
  static #folded(text) {
    return text
      .replace(/\/rustc\/[0-9a-f]+\//g, "")
      .replace(/(library\/\S+?\.rs)(:\d+)+/g, "$1")
      .replace(/(--> |panicked at |@)(src\/)?\w+\.rs:/g, "$1")
      .replace(/(thread '[^']*') \(\d+\)/g, "$1")
      .replace(/^(error: aborting due to|For more information about|Some errors have detailed).*$/gm, "")
      .replace(/\s+/g, " ")
      .trim();
  }

  /** What a run came to, in the book's words. @param {CrossingRun} result @param {"thread" | "address" | "miri" | undefined} watcher */
  static #outcome({ success, stderr, diagnostics, limit }, watcher) {
    const said = (diagnostics + stderr).replace(/\x1b\[[\d;]*m/g, "");
    if (/WARNING: ThreadSanitizer: data race|Undefined Behavior: Data race/.test(said)) return { outcome: "data-race", word: "data race" };
    if (/ERROR: AddressSanitizer/.test(said)) return { outcome: "memory-error", word: "memory error" };
    if (/Undefined Behavior/.test(said)) return { outcome: "memory-error", word: "undefined behavior" };
    if (success && watcher === "miri") return { outcome: "no-data-race", word: "no undefined behavior" };
    if (success && watcher === "thread") return { outcome: "no-data-race", word: "no data race" };
    if (success) return { outcome: "run-pass", word: "runs" };
    if (limit === "time" || /^error: the evaluated program deadlocked/m.test(said)) return { outcome: "hangs", word: "hangs" };
    if (/^error(\[E\d{4}\])?:/m.test(diagnostics.replace(/\x1b\[[\d;]*m/g, "") || said)) return { outcome: "check-fail", word: "does not compile" };
    if (/panicked at /.test(said)) return { outcome: "run-fail", word: "panics" };
    return { outcome: "run-fail", word: "ends with a failure" };
  }

  /** @param {CrossingTrouble} trouble */
  #fail(trouble) {
    const panel = CrossingAnswer.panel("no result");
    panel.classList.add("run-notice");
    panel.append(crossingElement("p", {}, ...CrossingAnswer.words(trouble.message)));
    let said = trouble.message;
    const recorded = this.#figure.querySelectorAll(".answer:not([data-kind='run'])").length > 0;
    if (trouble.kind !== "stopped" && recorded) {
      const below = this.isEdited
        ? "Below: the output recorded for the original program, not for yours."
        : `Below: the output recorded when this page was built, with ${CrossingListing.#compiler}.`;
      panel.append(crossingElement("p", { textContent: below }));
      said += ` ${below}`;
      if (!this.isEdited) for (const details of this.#figure.querySelectorAll("details")) details.open = true;
    }
    this.show(panel);
    this.say(said);
  }

  /** The compiler that recorded the results, as the page's last line has it. */
  static get #compiler() {
    return document.querySelector(".page-proof")?.textContent?.match(/rustc \d+\.\d+\.\d+\S*/)?.[0] ?? "the book's compiler";
  }

  // The panel

  /** Puts `panel` under the code, above what was recorded. @param {HTMLElement | null} panel */
  show(panel) {
    this.#panel?.remove();
    this.#panel = panel;
    this.#figure.removeAttribute("data-same");
    this.#figure.toggleAttribute("data-ran", panel?.querySelector(".outcome-word") != null);
    if (panel) (this.#editor ?? this.#source).after(panel);
  }
}

customElements.define("crossing-listing", CrossingListing);
