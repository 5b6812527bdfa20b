// @ts-check
// What the reader leaves behind: edits, answers and the place in the book. It stays in this browser, until the reader takes
// it along as a file, or erases it.

/** localStorage, where it may be blocked or full: then nothing is remembered, and everything else works. */
class CrossingStore {
  static PREFIX = "crossing:";

  /** @param {string} key @returns {string | null} */
  static get(key) {
    try {
      return localStorage.getItem(CrossingStore.PREFIX + key);
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {string} value @returns {boolean} whether it was kept */
  static set(key, value) {
    try {
      localStorage.setItem(CrossingStore.PREFIX + key, value);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} key */
  static remove(key) {
    try {
      localStorage.removeItem(CrossingStore.PREFIX + key);
    } catch {
      // Blocked: there was nothing to remove.
    }
  }

  /** The keys that begin so, in order. @param {string} start @returns {string[]} */
  static keys(start) {
    const whole = CrossingStore.PREFIX + start;
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(whole)).map((key) => key.slice(CrossingStore.PREFIX.length)).sort();
    } catch {
      return [];
    }
  }

  /** A value that was kept as JSON; `null` where there is none or it cannot be read. @param {string} key @returns {any} */
  static getJson(key) {
    try {
      return JSON.parse(CrossingStore.get(key) ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {unknown} value @returns {boolean} */
  static setJson(key, value) {
    return CrossingStore.set(key, JSON.stringify(value));
  }

  /** Whether this browser lets the page keep anything. */
  static get isOpen() {
    const kept = CrossingStore.set("probe", "");
    CrossingStore.remove("probe");
    return kept;
  }

  /** All that is kept, by its key without the prefix. @returns {Record<string, string>} */
  static entries() {
    /** @type {Record<string, string>} */
    const entries = {};
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(CrossingStore.PREFIX)) entries[key.slice(CrossingStore.PREFIX.length)] = localStorage.getItem(key) ?? "";
      }
    } catch {
      // Blocked: there is nothing.
    }
    return entries;
  }

  /** What of it goes into a file: the reader's own work, and no leave to send programs anywhere. @param {string} key */
  static #travels(key) {
    return key === "reading" || /^(?:edit|exercise|quiz):[\w.-]+$/.test(key);
  }

  /** The file that the reader takes along; the book's exercises in the terminal read and write the same one. @returns {string} */
  static exported() {
    const entries = Object.fromEntries(Object.entries(CrossingStore.entries()).filter(([key]) => CrossingStore.#travels(key)));
    return `${JSON.stringify({ book: "crossing-threads", version: 1, entries }, null, 2)}\n`;
  }

  /**
   * Keeps what such a file holds, in place of what is kept under the same names.
   * @param {string} text
   * @returns {{ kept: number, refused: number }} how many entries were kept, and how many could not be
   * @throws {Error} if it is no such file; then nothing was changed
   */
  static bringBack(text) {
    /** @type {any} */
    let file = null;
    try {
      file = JSON.parse(text);
    } catch {
      throw new Error("it is not JSON.");
    }
    if (file?.book !== "crossing-threads") throw new Error("it was not exported from this book.");
    if (file.version !== 1) throw new Error(`its version is ${file.version}, and this page reads version 1.`);
    /** @type {[string, unknown][]} */
    const entries = Object.entries(file.entries ?? {});
    const kept = entries.filter(([key, value]) => typeof value === "string" && CrossingStore.#travels(key) && CrossingStore.set(key, value));
    return { kept: kept.length, refused: entries.length - kept.length };
  }

  /** Forgets all that the book keeps, its theme and the state of its contents included. */
  static erase() {
    for (const key of Object.keys(CrossingStore.entries())) CrossingStore.remove(key);
    try {
      for (const storage of [localStorage, sessionStorage]) {
        for (const key of Object.keys(storage)) if (key.startsWith("mdbook-")) storage.removeItem(key);
      }
    } catch {
      // Blocked: there was nothing.
    }
  }
}
