// @ts-check
/// <reference path="store.js" />
// Where the reader is: kept as they read, offered on the front page. It stays in this browser.

/**
 * @typedef {{ title: string, path: string, hash: string, heading: string }} CrossingPlace
 * @typedef {{ last: CrossingPlace | null, read: Record<string, number> }} CrossingReading
 *   `read` holds, for each page begun, how much of it has been on the screen: 0 to 1.
 */

class CrossingReader {
  static KEY = "reading";
  /** From here on a page counts as read: the proof line is at its very end. */
  static READ = 0.95;

  /** @returns {CrossingReading} */
  static recall() {
    const kept = CrossingStore.getJson(CrossingReader.KEY);
    return { last: kept?.last ?? null, read: kept?.read ?? {} };
  }

  /** The book's own path of an address, so that a reader may change the host: `thread-boundary.html`. @param {string} address */
  static pathOf(address) {
    const first = document.querySelector("#mdbook-sidebar a[href]");
    const root = new URL(".", first instanceof HTMLAnchorElement ? first.href : location.href);
    const { pathname } = new URL(address, location.href);
    return pathname.startsWith(root.pathname) ? pathname.slice(root.pathname.length) : pathname;
  }

  /** Keeps the place in this chapter. */
  static follow() {
    const title = document.querySelector("main h1");
    if (!title) return;
    const path = CrossingReader.pathOf(location.href);
    const headings = [...document.querySelectorAll("main :is(h2, h3)[id]")];
    let waiting = false;
    const keep = () => {
      waiting = false;
      // What has not been scrolled has not been read.
      if (window.scrollY < 200) return;
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 2).at(-1);
      const seen = Math.min(1, (window.scrollY + window.innerHeight) / document.documentElement.scrollHeight);
      const reading = CrossingReader.recall();
      reading.last = { title: title.textContent ?? "", path, hash: passed?.id ?? "", heading: passed?.textContent ?? "" };
      reading.read[path] = Math.max(reading.read[path] ?? 0, Math.round(seen * 100) / 100);
      CrossingStore.setJson(CrossingReader.KEY, reading);
    };
    window.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      setTimeout(keep, 400);
    }, { passive: true });
  }

  /** Shows the way back, on the front page. @param {HTMLElement} place */
  static offer(place) {
    const { last, read } = CrossingReader.recall();
    for (const link of document.querySelectorAll(".front-map a[href]")) {
      if (!(link instanceof HTMLAnchorElement)) continue;
      const share = read[CrossingReader.pathOf(link.href)];
      if (share === undefined) continue;
      const mark = document.createElement("span");
      mark.className = "reading-mark";
      mark.textContent = share >= CrossingReader.READ ? "read" : "begun";
      link.after(" ", mark);
    }
    if (!last || !/^[\w/-]+\.html$/.test(last.path)) return;
    const link = document.createElement("a");
    link.href = last.path + (last.hash ? `#${last.hash}` : "");
    link.textContent = last.title;
    place.replaceChildren("You left off in ", link, ...(last.heading ? [`, at “${last.heading}”.`] : ["."]));
  }
}

(function readOn() {
  const place = document.querySelector(".front-left-off");
  if (place instanceof HTMLElement) CrossingReader.offer(place);
  else CrossingReader.follow();
})();
