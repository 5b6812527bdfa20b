// What makes the page scroll sideways on a screen `given` pixels wide, or is cut off there. What scrolls by itself may.
for (const details of document.querySelectorAll("details")) details.open = true;
const root = document.documentElement;
window.scrollTo(10_000, 0);
const moved = window.scrollX;
window.scrollTo(0, 0);

/** Whether an element is within something that a reader can scroll sideways, or that is put beside the page on purpose. */
const excused = (element) => {
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    if (["auto", "scroll"].includes(style.overflowX) && box !== element) return true;
    if (style.clipPath !== "none" || style.position === "fixed") return true;
  }
  return false;
};

const faults = [];
if (root.scrollWidth > given || moved > 0) faults.push(`the page is ${Math.max(root.scrollWidth, given + moved)} px wide`);
for (const element of document.body.querySelectorAll("*")) {
  const { right, left, width } = element.getBoundingClientRect();
  const beyond = right > given + 1 || (left < -1 && right > 0);
  if (width === 0 || !beyond || !shown(element) || excused(element)) continue;
  faults.push(`${place(element)} reaches from ${Math.round(left)} to ${Math.round(right)}`);
}
return faults;
