// @ts-check
// The words of Rust: what the type explorer reads, as tokens with their places.

/** @typedef {{ kind: "name" | "lifetime" | "literal" | "sign" | "end", text: string, at: number, end: number }} Token */

/** An input that is no question, and where it stops being one. `choices` are texts that could stand there instead. */
export class Malformed extends Error {
  /** @param {string} message @param {number} at @param {number} [end] @param {string[]} [choices] */
  constructor(message, at, end = at + 1, choices = []) {
    super(message);
    this.at = at;
    this.end = end;
    this.choices = choices;
  }
}

/** How long an input may be. What a reader asks about is far shorter, and the page answers at each key. */
export const LONGEST = 20_000;

const SPACE = /(?:\s+|\/\/[^\n]*)+/y;
const LIFETIME = /'(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*(?!')/uy;
const NAME = /(?:r#)?[\p{XID_Start}_]\p{XID_Continue}*/uy;
const NUMBER = /\d[\w]*(?:\.\d[\w]*)?/y;
const QUOTED = /b?'(?:[^'\\\n]|\\[^\n]{1,10}?)'|[bc]?"(?:[^"\\]|\\[^])*"/y;
const SIGN = /::|->|=>|\.\.=?|[<>(){}[\],;:&*+=!?#|.$@^/%~-]/y;

/**
 * @param {string} source
 * @returns {Token[]} the last is of the kind `end`
 * @throws {Malformed}
 */
export function tokens(source) {
  if (source.length > LONGEST) {
    throw new Malformed(`This is ${source.length.toLocaleString("en")} characters long. The explorer reads ${LONGEST.toLocaleString("en")}.`, LONGEST, source.length);
  }
  /** @type {Token[]} */
  const found = [];
  let at = 0;
  /** @param {RegExp} pattern */
  const match = (pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? "";
  };
  /** @param {Token["kind"]} kind @param {string} text */
  const push = (kind, text) => {
    found.push({ kind, text, at, end: at + text.length });
    at += text.length;
  };
  while (at < source.length) {
    const space = match(SPACE);
    if (space) at += space.length;
    else if (source.startsWith("/*", at)) at = endOfComment(source, at);
    else {
      const quoted = match(QUOTED);
      const lifetime = quoted ? "" : match(LIFETIME);
      const name = quoted || lifetime ? "" : match(NAME);
      const number = quoted || lifetime || name ? "" : match(NUMBER);
      if (quoted) push("literal", quoted);
      else if (lifetime) push("lifetime", lifetime);
      else if (name) push("name", name);
      else if (number) push("literal", number);
      else {
        const sign = match(SIGN);
        if (!sign) throw new Malformed(`\`${[...source.slice(at, at + 2)][0]}\` is no part of a type.`, at);
        push("sign", sign);
      }
    }
  }
  found.push({ kind: "end", text: "", at: source.length, end: source.length });
  return found;
}

/** Comments nest. @param {string} source @param {number} at */
function endOfComment(source, at) {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = at;
  let depth = 0;
  for (let found = edge.exec(source); found; found = edge.exec(source)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  throw new Malformed("This comment has no end.", at, at + 2);
}
