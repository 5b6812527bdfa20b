// @ts-check
/// <reference path="store.js" />
// <crossing-data>: what this browser keeps for the reader, to look at, take along, bring back and erase.

class CrossingData extends HTMLElement {
  static FILE = "crossing-threads.json";
  /** Ends every listener of this element. */
  #life = new AbortController();
  #status = document.createElement("p");
  #list = document.createElement("ul");
  #file = document.createElement("input");
  #buttons = {
    export: CrossingData.#button("Export"),
    import: CrossingData.#button("Import"),
    erase: CrossingData.#button("Erase"),
  };
  /** Whether Erase was pressed once. */
  #isWarned = false;

  connectedCallback() {
    this.#life = new AbortController();
    this.#status.setAttribute("role", "status");
    this.#list.className = "kept";
    Object.assign(this.#file, { type: "file", accept: "application/json,.json", hidden: true });
    const controls = document.createElement("p");
    controls.className = "controls";
    controls.append(...Object.values(this.#buttons), this.#file);
    this.replaceChildren(this.#list, controls, this.#status);
    const { signal } = this.#life;
    this.#buttons.export.addEventListener("click", () => this.#export(), { signal });
    this.#buttons.import.addEventListener("click", () => this.#file.click(), { signal });
    this.#buttons.erase.addEventListener("click", () => this.#erase(), { signal });
    this.#file.addEventListener("change", () => this.#import(), { signal });
    this.#show();
    if (!CrossingStore.isOpen) this.#say("This browser lets the page keep nothing. Everything works; nothing is remembered.");
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** @param {string} text */
  static #button(text) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: text });
    return button;
  }

  /** @param {string} words */
  #say(words) {
    this.#status.textContent = words;
  }

  /** Lists what is kept, in words. */
  #show() {
    this.#isWarned = false;
    this.#buttons.erase.textContent = "Erase";
    const entries = CrossingStore.entries();
    const keys = Object.keys(entries).sort();
    const items = keys.flatMap((key) => CrossingData.#describe(key, entries[key]));
    this.#list.replaceChildren(...items.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    if (items.length === 0) this.#list.append(Object.assign(document.createElement("li"), { textContent: "nothing" }));
    this.#buttons.export.disabled = items.length === 0;
    this.#buttons.erase.disabled = items.length === 0;
  }

  /** What an entry is, in the reader's words. @param {string} key @param {string} value @returns {string[]} */
  static #describe(key, value) {
    const [kind, name = ""] = key.split(/:(.*)/s);
    if (kind === "edit") return [`your version of ${name}.rs`];
    if (kind === "exercise") return [`your answer to the exercise ${name.replaceAll("_", " ")}`];
    if (kind === "quiz") return [`your answers to the quiz of ${name}`];
    if (key === "sends-code-to") return [`that Run may send programs to ${URL.canParse(value) ? new URL(value).host : value}`];
    if (key !== "reading") return [key];
    const { last, read = {} } = CrossingStore.getJson(key) ?? {};
    const begun = Object.keys(read).length;
    return [`how far you have read: ${begun} ${begun === 1 ? "page" : "pages"}${last?.title ? `, lastly ${last.title}` : ""}`];
  }

  #export() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([CrossingStore.exported()], { type: "application/json" }));
    link.download = CrossingData.FILE;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    this.#say(`Exported to ${CrossingData.FILE}.`);
  }

  async #import() {
    const [file] = this.#file.files ?? [];
    if (!file) return;
    try {
      const { kept, refused } = CrossingStore.bringBack(await file.text());
      this.#show();
      const not = refused > 0 ? ` ${refused} could not be kept.` : "";
      this.#say(`Imported ${kept} ${kept === 1 ? "entry" : "entries"} from ${file.name}.${not}`);
    } catch (error) {
      this.#say(`${file.name} was not imported: ${error instanceof Error ? error.message : error}`);
    }
    this.#file.value = "";
  }

  #erase() {
    if (!this.#isWarned) {
      this.#isWarned = true;
      this.#buttons.erase.textContent = "Erase all of it";
      this.#say("This cannot be undone. Press again to erase.");
      return;
    }
    CrossingStore.erase();
    this.#show();
    this.#say("Erased. Nothing is kept.");
    this.#buttons.import.focus();
  }
}

customElements.define("crossing-data", CrossingData);
