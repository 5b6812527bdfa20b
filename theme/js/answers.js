// @ts-check
/// <reference path="store.js" />
// What the reader answered in the quizzes. It stays in this browser.

/**
 * @typedef {{ chosen: number[], right: boolean }} CrossingAnswer
 *   The options by their places in the chapter's source; for steps to be put in order, that order.
 * @typedef {{ chapter: string, id: string, right: boolean, href: string }} CrossingAnswered
 *   A question that was answered. `chapter` is the chapter's file without its ending, and `href` leads to the question
 *   from any page beside the chapter.
 */

/** Kept under `quiz:CHAPTER`, for each chapter a map from question to answer. */
class CrossingAnswers {
  static PREFIX = "quiz:";

  /** The answers in a chapter. @param {string} chapter @returns {Record<string, CrossingAnswer>} */
  static of(chapter) {
    const kept = CrossingStore.getJson(CrossingAnswers.PREFIX + chapter);
    return kept && typeof kept === "object" ? kept : {};
  }

  /** Keeps an answer, or forgets the one that was kept. @param {string} chapter @param {string} id @param {CrossingAnswer | null} answer */
  static keep(chapter, id, answer) {
    const { [id]: _, ...answers } = CrossingAnswers.of(chapter);
    if (answer) answers[id] = answer;
    CrossingStore.setJson(CrossingAnswers.PREFIX + chapter, answers);
  }

  /** All questions that were answered, in any chapter. @returns {CrossingAnswered[]} */
  static all() {
    const chapters = CrossingStore.keys(CrossingAnswers.PREFIX).map((key) => key.slice(CrossingAnswers.PREFIX.length));
    return chapters.flatMap((chapter) =>
      Object.entries(CrossingAnswers.of(chapter)).map(([id, { right }]) => ({ chapter, id, right, href: `${chapter}.html#quiz-${id}` })),
    );
  }

  /** The questions whose last answer was wrong: what to review. @returns {CrossingAnswered[]} */
  static toReview() {
    return CrossingAnswers.all().filter(({ right }) => !right);
  }

  static #seed = "";

  /** A text that is the same for this reader each time: options are shuffled by it. */
  static get seed() {
    CrossingAnswers.#seed ||= CrossingStore.get("seed") ?? "";
    if (!CrossingAnswers.#seed) {
      CrossingAnswers.#seed = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
      CrossingStore.set("seed", CrossingAnswers.#seed);
    }
    return CrossingAnswers.#seed;
  }
}
