// @ts-check
// What libtest printed, as a list: each test, whether it holds, and what a failing one said.

/** @typedef {{ name: string, result: "ok" | "failed" | "ignored", said: string }} CrossingTest */

class CrossingTestList {
  /** Whether `code` is compiled as tests: it has some, and no `main` to run. @param {string} code */
  static isAskedFor(code) {
    return /^\s*#\[test\]/m.test(code) && !/^\s*(?:pub\s+)?fn\s+main\s*\(/m.test(code);
  }

  /** The tests that `stdout` tells of; none where it is not libtest's. @param {string} stdout @returns {CrossingTest[]} */
  static read(stdout) {
    if (!/^running \d+ tests?$/m.test(stdout)) return [];
    return [...stdout.matchAll(/^test (.+?) \.\.\. (ok|FAILED|ignored)/gm)].map(([, name, word]) => ({
      name,
      result: word === "ok" ? "ok" : word === "FAILED" ? "failed" : "ignored",
      said: word === "FAILED" ? CrossingTestList.#said(stdout, name.replace(/ - should panic$/, "")) : "",
    }));
  }

  /** What a failing test printed. @param {string} stdout @param {string} name */
  static #said(stdout, name) {
    const [, rest] = stdout.split(`---- ${name} stdout ----\n`);
    return (rest ?? "").split(/^(?:---- .* stdout ----|failures:)$/m)[0].trim();
  }

  /** In one line: `2 of 3 tests pass`. @param {CrossingTest[]} tests */
  static summary(tests) {
    const passed = tests.filter(({ result }) => result === "ok").length;
    const counted = tests.filter(({ result }) => result !== "ignored").length;
    const noun = counted === 1 ? "test" : "tests";
    if (passed === counted) return counted === 1 ? "the test passes" : `all ${counted} ${noun} pass`;
    return `${passed} of ${counted} ${noun} ${passed === 1 ? "passes" : "pass"}`;
  }

  /** @param {CrossingTest[]} tests @returns {HTMLUListElement} */
  static element(tests) {
    const list = document.createElement("ul");
    list.className = "test-list";
    for (const { name, result, said } of tests) {
      const item = document.createElement("li");
      const word = document.createElement("span");
      word.className = "outcome-word";
      word.textContent = { ok: "passes", failed: "fails", ignored: "ignored" }[result];
      if (result !== "ignored") word.dataset.outcome = result === "ok" ? "run-pass" : "run-fail";
      const code = document.createElement("code");
      code.textContent = name;
      item.append(code, " ", word);
      if (said) {
        const pre = document.createElement("pre");
        pre.tabIndex = 0;
        pre.setAttribute("role", "group");
        pre.setAttribute("aria-label", `what ${name} printed`);
        pre.textContent = said;
        item.append(pre);
      }
      list.append(item);
    }
    return list;
  }
}
