// @ts-check
// The page "Type explorer": an input, and the answer at each key.

import { Asking } from "./ask.js";
import { button, element, words } from "./dom.js";
import { explore } from "./explorer.js";
import { Malformed } from "./lexer.js";
import { suggestions } from "./suggest.js";
import { because, SAYS, tree } from "./tree.js";

/** @import { Found } from "./explorer.js" */
/** @import { Assumptions, Goal } from "./judge.js" */

const FIRST = "Arc<Mutex<Vec<Rc<str>>>>";
/** How long a reader pauses before the address, the suggestions and the spoken answer follow. */
const PAUSE_MS = 350;
/** What an unknown name can be taken for. */
const TAKEN = /** @type {[string, { send: boolean, sync: boolean }][]} */ ([
  ["Send + Sync", { send: true, sync: true }],
  ["Send", { send: true, sync: false }],
  ["Sync", { send: false, sync: true }],
  ["neither", { send: false, sync: false }],
]);

class TypeExplorer extends HTMLElement {
  #life = new AbortController();
  #input = element("textarea", { id: "explorer-input", rows: 1, spellcheck: false, autocomplete: "off", autocapitalize: "off" });
  #answer = element("div", { id: "explorer-answer" });
  #problem = element("div", { className: "explorer-problem", id: "explorer-problem" });
  #more = element("div", { className: "explorer-more" });
  #status = element("p", { className: "visually-hidden", role: "status" });
  #asking = new Asking((text) => this.#say(text));
  /** What unknown names are taken for, by the reader. @type {Assumptions} */
  #assumed = new Map();
  /** The address that the page has written itself. */
  #written = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const label = element("label", { htmlFor: "explorer-input", textContent: "A type, or declarations and a type" });
    this.#input.setAttribute("aria-describedby", "explorer-problem");
    this.replaceChildren(label, this.#input, this.#problem, this.#answer, this.#more, this.#asking.tools, this.#asking.panel, this.#status);
    this.#input.addEventListener("input", () => this.#changed(), { signal });
    // The arrows are the editor's: mdBook would turn the page.
    this.#input.addEventListener("keydown", (event) => event.stopPropagation(), { signal });
    window.addEventListener("hashchange", () => this.#follow(), { signal });
    if (!this.#follow()) this.#show(FIRST);
  }

  disconnectedCallback() {
    this.#life.abort();
    clearTimeout(this.#pause);
  }

  /** Asks what the address asks. Returns whether it asks anything. */
  #follow() {
    if (location.hash === this.#written && this.#written) return true;
    const asked = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
    const type = asked.get("type");
    if (type === null) return false;
    this.#assumed = new Map();
    for (const taken of asked.getAll("take")) {
      const [name, as] = taken.split("=");
      const known = TAKEN.find(([says]) => says === as);
      if (known) this.#assumed.set(name, known[1]);
    }
    this.#show(type);
    return true;
  }

  /** @param {string} source */
  #show(source) {
    this.#input.value = source;
    this.#renew();
  }

  #changed() {
    this.#renew();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#keep(), PAUSE_MS);
  }

  /** Puts the question into the address, so that it can be shared. */
  #keep() {
    const parts = [`type=${encodeURIComponent(this.#input.value)}`];
    for (const [name, { send, sync }] of this.#assumed) {
      const as = TAKEN.find(([, taken]) => taken.send === send && taken.sync === sync)?.[0] ?? "";
      parts.push(`take=${encodeURIComponent(`${name}=${as}`)}`);
    }
    this.#written = `#${parts.join("&")}`;
    history.replaceState(null, "", this.#written);
  }

  /** Answers anew. */
  #renew() {
    const source = this.#input.value;
    // For browsers without `field-sizing`.
    this.#input.rows = Math.min(24, source.split("\n").length);
    try {
      this.#answered(source, explore(source, this.#assumed));
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      this.#refused(source, error);
    }
  }

  /** @param {string} source @param {Found} found */
  #answered(source, found) {
    const { send, sync } = found;
    this.#problem.replaceChildren();
    this.#input.removeAttribute("aria-invalid");
    this.#answer.dataset.send = send;
    this.#answer.dataset.sync = sync;
    delete this.#answer.dataset.malformed;
    this.#answer.replaceChildren(this.#verdict(found.goals.send, found), this.#verdict(found.goals.sync, found));
    this.#more.replaceChildren(...this.#strangers(found));
    this.#asking.renew(source, found, this.#assumed);
    const { text } = found;
    this.#later(() => {
      this.#suggest(source, found);
      this.#say(`${text} ${SAYS[send]("Send")}, and ${SAYS[sync]("Sync")}.`);
    });
  }

  /** After the reader has paused. @param {() => void} act */
  #later(act) {
    clearTimeout(this.#pauseSuggest);
    this.#pauseSuggest = setTimeout(act, PAUSE_MS);
  }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pauseSuggest;

  /** @param {Goal} goal @param {Found} found */
  #verdict(goal, found) {
    const { answer, marker } = goal;
    const conditions = marker === "Send" ? found.sendIf : found.syncIf;
    const head = element("p", { className: "explorer-verdict" });
    head.dataset.answer = answer;
    head.dataset.marker = marker;
    const word = { yes: "yes", no: "no", depends: "depends", unknown: "unknown" }[answer];
    head.append(element("strong", { textContent: marker }), " ", element("span", { className: "explorer-word", textContent: word }));
    if (conditions.length > 0) head.append(" if ", ...conditions.flatMap((condition, at) => [at > 0 ? ", " : "", element("code", { textContent: condition })]));
    else if (answer !== "yes") head.append(element("span", { className: "explorer-because" }, ...words(because(goal, found.world))));
    return element("section", { ariaLabel: marker }, head, tree(goal, found.world));
  }

  /** Offers to take an unknown name for something. @param {Found} found */
  #strangers(found) {
    const traits = [found.goals.send, found.goals.sync].flatMap((goal) => strangerTraits(goal));
    const names = [...new Set([...found.unknown, ...traits, ...this.#assumed.keys()])];
    return names.map((name) => {
      const taken = this.#assumed.get(name);
      const choices = TAKEN.map(([says, as]) => {
        const choice = button(says, () => this.#take(name, as));
        choice.ariaPressed = String(taken?.send === as.send && taken?.sync === as.sync);
        return choice;
      });
      return element("p", { className: "explorer-choices" }, ...words(`Treat \`${name}\` as`), ...choices);
    });
  }

  /** @param {string} name @param {{ send: boolean, sync: boolean }} as */
  #take(name, as) {
    const isTaken = this.#assumed.get(name) === as;
    if (isTaken) this.#assumed.delete(name);
    else this.#assumed.set(name, as);
    this.#keep();
    this.#renew();
    const choices = /** @type {NodeListOf<HTMLElement>} */ (this.#more.querySelectorAll(".explorer-choices button"));
    [...choices].find((choice) => choice.ariaPressed === String(!isTaken))?.focus();
  }

  /** What would make it so. @param {string} source @param {Found} found */
  #suggest(source, found) {
    const found_ = found.send === "no" || found.sync === "no" ? suggestions(source, found, this.#assumed) : [];
    this.#more.querySelector(".explorer-suggestions")?.remove();
    if (found_.length === 0) return;
    const entries = found_.map((suggestion) => {
      const ask = button("", () => {
        this.#show(suggestion.source);
        this.#keep();
        this.#input.focus();
      });
      ask.append(element("code", { textContent: changedLines(source, suggestion.source) }));
      const { send, sync } = suggestion.found;
      const answers = element("span", { className: "explorer-outcome", textContent: `Send ${send}, Sync ${sync}` });
      return element("li", {}, ask, element("p", {}, answers, ": ", ...words(suggestion.changes.join("; "))));
    });
    this.#more.append(element("div", { className: "explorer-suggestions" }, element("p", { textContent: "What would change it" }), element("ul", {}, ...entries)));
  }

  /** @param {string} source @param {Malformed} error */
  #refused(source, error) {
    this.#answer.dataset.send = "unknown";
    this.#answer.dataset.sync = "unknown";
    this.#answer.dataset.malformed = "";
    this.#answer.replaceChildren();
    this.#more.replaceChildren();
    this.#asking.renew(source, null, this.#assumed);
    this.#input.ariaInvalid = "true";
    /** @type {HTMLElement[]} */
    const children = [element("p", {}, ...words(error.message))];
    const at = placed(source, error);
    if (at) children.push(at);
    if (error.choices.length > 0) children.push(element("p", { className: "explorer-choices" }, ...error.choices.map((choice) => this.#choice(source, error, choice))));
    this.#problem.replaceChildren(...children);
    this.#later(() => this.#say(error.message.replaceAll("`", "")));
  }

  /** @param {string} source @param {Malformed} error @param {string} text */
  #choice(source, { at, end }, text) {
    return button(`\`${text}\``, () => {
      this.#show(source.slice(0, at) + text + source.slice(end));
      this.#keep();
      this.#input.focus();
    });
  }

  /** @param {string} text */
  #say(text) {
    this.#status.textContent = text;
  }
}

/** Of a text, the lines that another has not; all of it if it is one line. @param {string} before @param {string} after */
function changedLines(before, after) {
  const known = new Set(before.split("\n"));
  const lines = after.trim().split("\n");
  const changed = lines.filter((line) => !known.has(line)).map((line) => line.trim());
  return lines.length > 1 && changed.length > 0 ? changed.join("\n") : after.trim();
}

/** Traits that nothing declares. @param {Goal} root @returns {string[]} */
function strangerTraits(root) {
  const seen = new Set([root]);
  /** @type {string[]} */
  const names = [];
  for (const goal of seen) {
    const name = goal.reason.kind === "unknown" ? goal.reason.text.match(/^the trait `(\w+)`/)?.[1] : undefined;
    if (name) names.push(name);
    for (const { goal: part } of goal.parts) seen.add(part);
  }
  return names;
}

/** The line with the place, and marks under it. @param {string} source @param {Malformed} error */
function placed(source, { at, end }) {
  const start = source.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const stop = source.indexOf("\n", at) < 0 ? source.length : source.indexOf("\n", at);
  const from = Math.max(start, at - 30);
  const to = Math.min(stop, from + 60);
  if (to <= from) return null;
  const number = source.slice(0, start).split("\n").length;
  const marks = " ".repeat(at - from) + "^".repeat(Math.max(1, Math.min(end, to) - at));
  const text = `${source.slice(from, to)}\n${marks}`;
  const where = `line ${number}, column ${at - start + 1}`;
  return element("pre", { ariaLabel: where }, element("code", { className: "nohighlight", textContent: text }), `\n${where}`);
}

customElements.define("type-explorer", TypeExplorer);
