// What of the page is not on paper. Run with print styles, on a screen as wide as the paper.
/** The truth tables are printed without the claims behind each row: they would be most of the book. */
const leftOut = (element) => element.closest(".truth-table details") !== null;
const closed = all("details:not([open])").filter((details) => !leftOut(details)).length;
const faults = [];
const parts = all("main :is(.listing-source, .line, .answer, .answer pre, code.claim, .page-proof), main details > *");
for (const part of parts) {
  if (words(part) && !leftOut(part) && !shown(part)) faults.push(`${place(part)} is not printed`);
}
for (const pre of all("main pre")) {
  if (pre.scrollWidth > pre.clientWidth + 1) faults.push(`${place(pre)} is cut off: ${pre.scrollWidth} px in ${pre.clientWidth}`);
}
for (const button of all("button, .listing-tools")) {
  if (shown(button)) faults.push(`${place(button)} is printed, and paper has nothing to press`);
}
return { closed, faults };
