// @ts-check
// Finds a type among the truth tables: by words of its path, by module, by corner. Without this file every row stands there.

/** @typedef {{ row: HTMLElement, words: string, corner: string, departs: boolean }} TruthTableRow */
/** @typedef {{ section: HTMLElement, module: string, rows: TruthTableRow[] }} TruthTableModule */

class TruthTableFilter extends HTMLElement {
  /** The corners, as the rows name them and as a reader does. */
  static CORNERS = [
    ["", "any answer"],
    ["both", "Send and Sync"],
    ["Send", "Send only"],
    ["Sync", "Sync only"],
    ["neither", "neither"],
    ["depends", "depends on its parameters"],
    ["departs", "departs from the rule of thumb"],
  ];

  #leaving = new AbortController();
  #search = document.createElement("input");
  #module = document.createElement("select");
  #corner = document.createElement("select");
  #count = document.createElement("output");
  /** @type {TruthTableModule[]} */
  #modules = [];

  connectedCallback() {
    this.#leaving = new AbortController();
    this.#modules = TruthTableFilter.read();
    this.#build();
    const { signal } = this.#leaving;
    for (const control of [this.#search, this.#module, this.#corner]) {
      control.addEventListener("input", () => this.#filter(), { signal });
    }
    window.addEventListener("hashchange", () => this.#reveal(), { signal });
    this.#filter();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** The rows of the page, by module. @returns {TruthTableModule[]} */
  static read() {
    /** @type {NodeListOf<HTMLElement>} */
    const sections = document.querySelectorAll(".truth-table[data-module]");
    return [...sections].map((section) => {
      /** @type {NodeListOf<HTMLElement>} */
      const names = section.querySelectorAll(".type");
      const rows = [...names].flatMap((name) => {
        const row = name.closest("tr");
        const words = `${name.id} ${name.textContent}`.toLowerCase();
        const { corner = "", departs } = name.dataset;
        return row ? [{ row, words, corner, departs: departs !== undefined }] : [];
      });
      return { section, module: section.dataset.module ?? "", rows };
    });
  }

  #build() {
    this.#search.type = "search";
    this.#search.placeholder = "MutexGuard";
    this.#search.spellcheck = false;
    this.#search.autocapitalize = "off";
    const modules = this.#modules.map(({ module }) => [module, module]);
    TruthTableFilter.fill(this.#module, [["", "every module"], ...modules]);
    TruthTableFilter.fill(this.#corner, TruthTableFilter.CORNERS);
    this.#count.setAttribute("aria-live", "polite");
    const controls = [
      TruthTableFilter.labelled("type", this.#search),
      TruthTableFilter.labelled("module", this.#module),
      TruthTableFilter.labelled("answer", this.#corner),
    ];
    this.setAttribute("role", "search");
    this.setAttribute("aria-label", "Types");
    this.replaceChildren(...controls, this.#count);
  }

  /** @param {HTMLSelectElement} select @param {string[][]} options */
  static fill(select, options) {
    select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  }

  /** @param {string} text @param {HTMLElement} control */
  static labelled(text, control) {
    const label = document.createElement("label");
    const name = document.createElement("span");
    name.textContent = text;
    label.append(name, control);
    return label;
  }

  #filter() {
    const words = this.#search.value.toLowerCase().split(/[\s:.]+/).filter(Boolean);
    const [module, corner] = [this.#module.value, this.#corner.value];
    let shown = 0;
    let all = 0;
    for (const { section, module: own, rows } of this.#modules) {
      let inSection = 0;
      for (const row of rows) {
        const found = (!module || module === own) && fits(row, corner) && words.every((word) => row.words.includes(word));
        row.row.hidden = !found;
        inSection += Number(found);
      }
      section.hidden = inSection === 0;
      shown += inSection;
      all += rows.length;
    }
    this.#narrow(shown < all);
    this.#count.textContent = shown === all ? `${all} types` : `${shown} of ${all} types`;
  }

  /** What stands between the question and its answer makes room. @param {boolean} narrowed */
  #narrow(narrowed) {
    /** @type {NodeListOf<HTMLElement>} */
    const between = document.querySelectorAll(".truth-table:not([data-module]), .truth-table-modules");
    for (const element of between) element.hidden = narrowed;
  }

  /** A link to a row that is filtered away shows it. */
  #reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    this.#search.value = "";
    this.#module.value = "";
    this.#corner.value = "";
    this.#filter();
    target.scrollIntoView();
  }
}

/** Whether a row is of a corner; "" asks for none. @param {TruthTableRow} row @param {string} corner */
function fits(row, corner) {
  if (corner === "departs") return row.departs;
  return !corner || row.corner === corner;
}

customElements.define("truth-table-filter", TruthTableFilter);
