// @ts-check
// "Ask rustc": the same question, by a program that the playground in reach compiles.

import { button, element, words } from "./dom.js";
import { program, verdict } from "./program.js";

/** @import { Found } from "./explorer.js" */
/** @import { Assumptions } from "./judge.js" */
/** @import { Program } from "./program.js" */

/**
 * What theme/js/playground.js gives every page.
 * @typedef {{ success: boolean, stdout: string, stderr: string, diagnostics: string, compiler: string }} Run
 * @typedef {{ code: string, channel: string, edition: string, tests: boolean }} Sent
 * @typedef {{ name: string, isAgreed: boolean, agree(): void, run(program: Sent, stop: AbortSignal): Promise<Run> }} Playground
 * @typedef {{ find(): Playground | null, link(program: Sent): string }} Playgrounds
 */

/** @returns {Playgrounds} */
// @ts-expect-error: a class of a script that is no module
const playgrounds = () => CrossingPlayground;

/** The buttons, and the panel in which the answer comes. */
export class Asking {
  /** @param {(text: string) => void} say tells the reader who listens */
  constructor(say) {
    this.say = say;
    this.panel = element("div", { className: "explorer-asked" });
    this.tools = element("p", { className: "explorer-tools" });
    /** @type {AbortController | null} */
    this.run = null;
  }

  /** A new question. @param {string} source @param {Found | null} found @param {Assumptions} assumed */
  renew(source, found, assumed) {
    this.run?.abort();
    this.run = null;
    this.panel.replaceChildren();
    const made = found && program(source, found, assumed);
    if (!found || !made) return this.tools.replaceChildren();
    if (typeof made === "string") return this.tools.replaceChildren(element("span", { textContent: `rustc cannot be asked: ${made}` }));
    const open = element("a", { href: playgrounds().link(sent(made)), target: "_blank", rel: "noopener", textContent: "Open in Playground" });
    this.tools.replaceChildren(button("Ask rustc", () => this.#ask(found, made)), open);
  }

  /** @param {Found} found @param {Program} made */
  #ask(found, made) {
    const playground = playgrounds().find();
    if (!playground) return this.#show("", "This book names no playground. In a clone of it, `cargo run` starts one on your own computer.");
    if (playground.isAgreed) return void this.#send(playground, found, made);
    const send = button("Send and ask", () => {
      playground.agree();
      this.#send(playground, found, made);
    });
    const leave = button("Do not send", () => this.#show("", "Nothing was sent."));
    this.#show("", `This sends a program with your declarations to ${playground.name}, which compiles it there. You are asked once.`);
    this.panel.append(element("p", { className: "explorer-choices" }, send, leave));
    send.focus();
  }

  /** @param {Playground} playground @param {Found} found @param {Program} made */
  async #send(playground, found, made) {
    this.run?.abort();
    const run = new AbortController();
    this.run = run;
    this.#show("", `Asking ${playground.name} …`);
    try {
      const answer = await playground.run(sent(made), run.signal);
      if (this.run === run) this.#answered(found, made, answer);
    } catch (error) {
      if (this.run === run) this.#show("", error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {Found} found @param {Program} made @param {Run} answer */
  #answered(found, made, answer) {
    const said = verdict(found, made, answer);
    const compiler = answer.compiler || "rustc";
    if (!said) {
      const what = made.prints ? "refuses the program, so it gives no answer" : "does not agree that all of this holds";
      this.#show("differs", `${compiler} ${what}:`);
      this.panel.append(element("pre", { tabIndex: 0 }, element("code", { className: "nohighlight", textContent: plain(answer.diagnostics || answer.stderr) })));
      return;
    }
    const agrees = said.send === found.send && said.sync === found.sync;
    const answers = `\`Send\` ${said.send}, \`Sync\` ${said.sync}`;
    this.#show(agrees ? "agrees" : "differs", agrees ? `${compiler} agrees: ${answers}.` : `${compiler} disagrees: ${answers}. The explorer is wrong here.`);
  }

  /** @param {"agrees" | "differs" | ""} agreement @param {string} text */
  #show(agreement, text) {
    this.panel.dataset.agreement = agreement;
    this.panel.replaceChildren(element("p", {}, ...words(text)));
    this.say(text.replaceAll("`", ""));
  }
}

/** @param {Program} made @returns {Sent} */
function sent({ code, nightly }) {
  return { code, channel: nightly ? "nightly" : "stable", edition: "2024", tests: false };
}

/** Without colours. @param {string} text */
function plain(text) {
  return text.replace(/\x1b\[[\d;]*m/g, "");
}
