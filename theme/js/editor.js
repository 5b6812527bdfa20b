// @ts-check
/// <reference path="answer.js" />
// The editor: a text area in the place of a program, with the few keys that code needs.

/**
 * Makes an editor. Tab indents, as in any editor of code; Enter keeps the indent; Escape gives the keyboard back.
 * @param {string} text @param {string} subject what is edited @param {AbortSignal} signal ends its listeners
 * @param {() => void} changed @param {() => void} left
 * @returns {HTMLTextAreaElement}
 */
function crossingEditor(text, subject, signal, changed, left) {
  const editor = crossingElement("textarea", { className: "listing-editor", value: text, spellcheck: false, autocapitalize: "off", ariaLabel: `${subject}, editor. Escape leaves it` });
  editor.setAttribute("autocomplete", "off");
  editor.setAttribute("wrap", "off");
  const fit = () => (editor.rows = editor.value.split("\n").length);
  fit();
  const change = () => {
    fit();
    changed();
  };
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const held = event.ctrlKey || event.altKey || event.metaKey;
    if (event.key === "Escape") {
      event.stopPropagation();
      left();
    } else if (event.key === "Tab" && !event.shiftKey && !held) {
      event.preventDefault();
      editor.setRangeText("    ", editor.selectionStart, editor.selectionEnd, "end");
      change();
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      const line = editor.value.slice(0, editor.selectionStart).split("\n").at(-1) ?? "";
      const indent = line.match(/^ */)?.[0] ?? "";
      if (indent === "") return;
      event.preventDefault();
      editor.setRangeText(`\n${indent}`, editor.selectionStart, editor.selectionEnd, "end");
      change();
    }
  };
  editor.addEventListener("input", change, { signal });
  editor.addEventListener("keydown", press, { signal });
  return editor;
}
