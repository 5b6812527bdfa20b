// What the page says that was checked, and which of it a reader cannot see.
const closed = (element) => element.closest("details:not([open])") !== null;
const unseen = [];
const see = (element) => {
  if (!shown(element) && !closed(element)) unseen.push(`${place(element)} is not shown`);
};

const listings = {};
for (const figure of all("main figure.listing")) {
  const parts = all(".listing-head > :not(.listing-tools), .listing-source, .answer, .listing-answer > summary", figure);
  parts.forEach(see);
  const texts = parts.map((part) => part.textContent);
  if (texts.length < 2) unseen.push(`#${figure.id} has no program`);
  listings[figure.id] = texts.join("\n");
}
const claims = all("main code.claim");
claims.forEach(see);
const foot = document.querySelector("main .page-proof");
if (foot) see(foot);
// A quiz shows its options to each reader in another order.
return { listings, claims: claims.map(words).sort(), foot: foot && words(foot), unseen };
