// @ts-check
/// <reference path="playground.js" />
// What the compiler and a program said, as a panel like those that a page comes with.

/** Makes an element with properties and children. @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, unknown>} [properties] @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[K]} */
function crossingElement(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

class CrossingAnswer {
  /** An empty panel. @param {string} title */
  static panel(title) {
    const panel = crossingElement("div", { className: "answer" }, crossingElement("p", { className: "answer-title", textContent: title }));
    panel.dataset.kind = "run";
    return panel;
  }

  /** Adds what was said on one stream, if anything. @param {HTMLElement} panel @param {string} subject whose it is
   * @param {string} name @param {string} text @param {boolean} isDiagnostic */
  static stream(panel, subject, name, text, isDiagnostic) {
    if (!text) return;
    const code = crossingElement("code", { className: "nohighlight" });
    code.append(...(isDiagnostic ? CrossingAnswer.coloured(text) : [text]));
    panel.append(
      crossingElement("p", { className: "stream-title", textContent: name }),
      crossingElement("pre", { tabIndex: 0, ariaLabel: `${name} of ${subject}`, role: "group" }, code),
    );
  }

  /** Says in the title what a run came to. @param {HTMLElement} panel @param {string} outcome @param {string} word
   * @param {string} detail @param {CrossingPlayground} playground @param {CrossingRun} result
   * @param {boolean} underMiri */
  static head(panel, outcome, word, detail, playground, result, underMiri = false) {
    const time = `${result.seconds.toFixed(result.seconds < 10 ? 2 : 0)} s`;
    const how = [`on ${playground.name}`, result.compiler ? `with ${result.compiler}` : underMiri && "under Miri", `in ${time}`].filter(Boolean).join(", ");
    const name = crossingElement("span", { className: "outcome-word", textContent: word });
    name.dataset.outcome = outcome;
    panel.firstElementChild?.append(name, `${detail} ${how}`);
  }

  /** Text with `code` in it, as nodes. @param {string} text @returns {Node[]} */
  static words(text) {
    return text.split("`").map((part, index) => (index % 2 ? crossingElement("code", { textContent: part }) : document.createTextNode(part)));
  }

  /** The compiler's text in its colours: by its own escapes where it sent any, else by the shape of its lines.
   * @param {string} text @returns {Node[]} */
  static coloured(text) {
    return text.includes("\x1b[") ? CrossingAnswer.#byEscapes(text) : CrossingAnswer.#byShape(text);
  }

  /** @param {string} text @returns {Node[]} */
  static #byEscapes(text) {
    const names = ["", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
    /** @type {Node[]} */
    const nodes = [];
    let bold = false;
    let colour = "";
    text.split(/\x1b\[([\d;]*)m/).forEach((part, index) => {
      if (index % 2 === 0) {
        const classes = [bold ? "ansi-bold" : "", colour && `ansi-${colour}`].filter(Boolean).join(" ");
        if (part) nodes.push(classes ? crossingElement("span", { className: classes, textContent: part }) : document.createTextNode(part));
        return;
      }
      const codes = part.split(";").map(Number);
      if (codes[0] === 0) [bold, colour] = [false, ""];
      else if (codes[0] === 1) bold = true;
      else if (codes[0] === 38 && codes[1] === 5) colour = names[codes[2] % 8] ?? "";
      else if ([3, 9].includes(Math.trunc(codes[0] / 10))) colour = names[codes[0] % 10] ?? "";
    });
    return nodes;
  }

  /** @param {string} text @returns {Node[]} */
  static #byShape(text) {
    /** @type {Record<string, string>} */
    const colours = { error: "ansi-red", warning: "ansi-yellow", note: "ansi-green", help: "ansi-cyan" };
    /** @param {string} part @param {string} colour */
    const bold = (part, colour) => crossingElement("span", { className: `ansi-bold ${colour}`.trim(), textContent: part });
    let colour = "ansi-red";
    return text.split(/(?<=\n)/).flatMap((line) => {
      const head = line.match(/^(error|warning|note|help)(\[E\d+\])?(:.*)$/s);
      if (head) {
        colour = colours[head[1]];
        const isTop = head[1] === "error" || head[1] === "warning";
        return [bold(head[1] + (head[2] ?? ""), colour), isTop ? bold(head[3], "") : document.createTextNode(head[3])];
      }
      const [, gutter, rest] = line.match(/^( *(?:\d+ \||-->|\||=(?= )|\.\.\.))(.*)$/s) ?? [];
      if (gutter === undefined) return [document.createTextNode(line)];
      const nodes = [bold(gutter, "ansi-blue")];
      const remark = gutter.endsWith("=") ? rest.match(/^( )(note|help)(.*)$/s) : null;
      if (remark) return [...nodes, remark[1], bold(remark[2], ""), remark[3]].map((node) => (typeof node === "string" ? document.createTextNode(node) : node));
      // Under a line of the program, without a number of their own, stand the marks and the labels.
      if (!/^ *\|$/.test(gutter)) return [...nodes, document.createTextNode(rest)];
      const at = rest.indexOf("^");
      return at < 0 ? [...nodes, bold(rest, "ansi-blue")] : [...nodes, bold(rest.slice(0, at), "ansi-blue"), bold(rest.slice(at), colour)];
    });
  }
}
