// @ts-check
// What the reader leaves behind: edits, answers and the place in the book. It stays in this browser.

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
}
