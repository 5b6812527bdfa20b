// @ts-check
// Search by the words within code. mdBook's search splits texts at spaces and hyphens only, so that `Arc<Mutex<T>>` is one
// word for it, which nobody finds by `Mutex`. Here each word, of its index and of a query, counts by its parts as well, and
// each row of the truth tables is a result of its own, so that a type's name leads to the type.

(function searchWithinCode() {
  /** @type {any} */
  const elasticlunr = /** @type {any} */ (window).elasticlunr;
  if (!elasticlunr) return; // a book built without search

  const load = elasticlunr.Index.load;
  elasticlunr.Index.load = (/** @type {unknown} */ data) => {
    const index = load.call(elasticlunr.Index, data);
    addTypes(index, /** @type {any} */ (window).search.doc_urls);
    // Not of headings: `std::rc` is about `Rc`, and a chapter of that name is more so.
    addParts(index.index.body);
    const search = index.search;
    index.search = (/** @type {string} */ query, /** @type {unknown} */ options) => {
      const words = query.split(/\s+/).flatMap((word) => [word, ...parts(word)]);
      return search.call(index, [...new Set(words)].join(" "), options);
    };
    return index;
  };

  /** The words within a word, if there are some. @param {string} word */
  function parts(word) {
    return word.split(/[^\p{L}\p{N}_]+/u).filter((part) => part && part !== word);
  }

  /** Enters the parts of every word. @param {any} field */
  function addParts(field) {
    for (const [word, sections] of [...entries(field.root, "")]) {
      for (const part of parts(word).filter(elasticlunr.stopWordFilter).map(elasticlunr.stemmer)) {
        for (const [ref, { tf }] of Object.entries(sections)) {
          // tf is the square root of how often a word occurs.
          field.addToken(part, { ref, tf: Math.hypot(tf, field.getTermFrequency(part, ref)) });
        }
      }
    }
  }

  /**
   * All words of a field, each with the sections that have it.
   * @param {any} node @param {string} word
   * @returns {Generator<[string, Record<string, {tf: number}>]>}
   */
  function* entries(node, word) {
    if (node.df) yield [word, node.docs];
    for (const key of Object.keys(node)) {
      if (key.length === 1) yield* entries(node[key], word + key);
    }
  }

  /** Makes each type of the truth tables a result. @param {any} index @param {string[]} addresses */
  function addTypes(index, addresses) {
    for (const [at, section] of [...addresses.entries()]) {
      if (!/^truth-tables\.html#(language$|(std|core|alloc)-)/.test(section)) continue;
      for (const [path, rows] of types(index.documentStore.getDoc(String(at)).body)) {
        const name = path.replace(/.*::/, "");
        const row = `truth-tables.html#${path === name ? `rust.${name}` : path.replaceAll("::", ".")}`;
        const id = String(addresses.push(rows.length === 1 ? row : section) - 1);
        const body = rows.join(" ");
        // Found by its name, shown with its module: a search for a module finds the section.
        index.addDoc({ id, title: name, body, breadcrumbs: name });
        index.documentStore.addDoc(id, { id, title: name, body, breadcrumbs: `Truth tables » ${path}` });
      }
    }
  }

  /** The types of a section by their paths, each with the text of its rows. `NonZero` has many. @param {string} body */
  function types(body) {
    /** @type {Map<string, string[]>} */
    const found = new Map();
    // In a row's text, the type's claim comes after this word.
    for (const row of body.split(/ checked (?=\w)/).slice(1)) {
      const [path] = row.match(/^(\w+::)*\w+(?=[<:])/) ?? [];
      if (path) found.set(path, [...(found.get(path) ?? []), row]);
    }
    return found;
  }
})();
