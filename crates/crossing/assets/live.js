// @ts-check
// Keeps an open page up to date under `crossing serve --watch`: loads it again when there is a newer edition, and shows
// why when there cannot be one. Put into the pages by the server; not part of the built book.

/** @typedef {{ number: number, problem: string | null }} News */

const meta = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="crossing-edition"]'));
const shown = Number(meta.content);

// Starts again by itself when the server does.
new EventSource("/-/events").addEventListener("message", (event) => {
  /** @type {News} */
  const news = JSON.parse(event.data);
  if (news.problem !== null) {
    show(news.problem);
  } else if (news.number !== shown) {
    location.reload();
  } else {
    document.querySelector("#crossing-problem")?.remove();
  }
});

/** @param {string} problem what the last build said */
function show(problem) {
  const panel = document.querySelector("#crossing-problem") ?? document.body.appendChild(makePanel());
  const text = panel.querySelector("pre");
  if (text) text.textContent = problem;
}

function makePanel() {
  const panel = document.createElement("section");
  panel.id = "crossing-problem";
  panel.setAttribute("role", "alert");
  panel.style.cssText =
    "position: fixed; inset: auto 0 0 0; max-height: 45vh; overflow: auto; z-index: 1000; padding: 0.75rem 1rem;" +
    "background: Canvas; color: CanvasText; border-top: 3px solid #b3261e; font-size: 1rem;";
  const title = document.createElement("strong");
  title.textContent = "The last change is not on this page:";
  const text = document.createElement("pre");
  text.tabIndex = 0;
  text.style.cssText = "margin: 0.5rem 0 0; white-space: pre-wrap; font-size: 0.85rem;";
  panel.append(title, text);
  return panel;
}
