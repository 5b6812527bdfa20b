// @ts-check
// Mends what mdBook's own page leaves to be wished for: roles, names, and a keyboard's way to what scrolls.

(function mendChrome() {
  /** @param {string} id */
  const byId = (id) => document.getElementById(id);

  // The sidebar's toggle is a <label>, which takes no role, no state and no focus. A button stands in for it and presses it.
  const label = byId("mdbook-sidebar-toggle");
  if (label) {
    const button = document.createElement("button");
    button.type = "button";
    button.id = "crossing-sidebar-toggle";
    button.className = label.className;
    button.title = "Show or hide the contents";
    button.setAttribute("aria-label", "Contents");
    button.setAttribute("aria-controls", "mdbook-sidebar");
    button.append(...[...label.childNodes].map((node) => node.cloneNode(true)));
    const mirror = () => button.setAttribute("aria-expanded", label.getAttribute("aria-expanded") ?? "false");
    mirror();
    new MutationObserver(mirror).observe(label, { attributeFilter: ["aria-expanded"] });
    button.addEventListener("click", () => label.click());
    label.hidden = true;
    label.after(button);
  }

  byId("mdbook-menu-bar")?.setAttribute("role", "banner");
  byId("mdbook-search-wrapper")?.setAttribute("role", "search");
  const searchbar = byId("mdbook-searchbar");
  searchbar?.setAttribute("aria-describedby", "mdbook-searchresults-header");
  searchbar?.setAttribute("aria-label", "Search this book");

  // mdBook names the teasers of its results, and a <span> may have no name.
  const results = byId("mdbook-searchresults");
  if (results) {
    new MutationObserver(() => {
      for (const teaser of results.querySelectorAll(".teaser[aria-label]")) teaser.removeAttribute("aria-label");
    }).observe(results, { childList: true, subtree: true });
  }

  // The page's own title is the one heading of the first rank; the book's name leads to the front page.
  const title = document.querySelector(".menu-title");
  if (title) {
    title.setAttribute("role", "presentation");
    const first = document.querySelector("#mdbook-sidebar a[href]");
    if (first instanceof HTMLAnchorElement) {
      const link = document.createElement("a");
      link.href = first.href;
      link.append(...title.childNodes);
      title.append(link);
    }
  }

  // The first stop of the Tab key leads past the contents.
  const content = byId("mdbook-content");
  if (content) {
    content.tabIndex = -1;
    const skip = document.createElement("a");
    skip.className = "skip-link";
    skip.href = "#mdbook-content";
    skip.textContent = "Skip to the text";
    document.body.prepend(skip);
  }

  // An empty cell is no heading.
  for (const head of document.querySelectorAll("main th:empty")) {
    const cell = document.createElement("td");
    head.replaceWith(cell);
  }

  // The way on says where it leads.
  for (const link of document.querySelectorAll(".nav-wrapper a, .nav-wide-wrapper a")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const there = [...document.querySelectorAll("#mdbook-sidebar a")].find((a) => a instanceof HTMLAnchorElement && a.href === link.href);
    const name = there?.lastChild?.textContent?.trim();
    if (!name) continue;
    link.title = name;
    link.setAttribute("aria-label", `${link.rel.includes("prev") ? "Previous" : "Next"}: ${name}`);
  }
})();

// What scrolls sideways can be reached and scrolled by keyboard.
(function reachWhatScrolls() {
  const scrolling = document.querySelectorAll("main pre, main .table-wrapper");
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!(target instanceof HTMLElement) || target.closest(".listing")) continue;
      const overflows = target.scrollWidth > target.clientWidth;
      target.toggleAttribute("tabindex", overflows);
      if (!overflows) continue;
      target.tabIndex = 0;
      target.setAttribute("role", "group");
      if (!target.hasAttribute("aria-label")) target.setAttribute("aria-label", target.matches("pre") ? "text" : "table");
    }
  });
  for (const element of scrolling) observer.observe(element);
})();

// Paper has no summary to press: every answer and hint is opened for it, and closed again after.
(function openForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((details) => !details.open);
    for (const details of opened) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
