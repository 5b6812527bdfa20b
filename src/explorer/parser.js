// @ts-check
// From tokens to types and bounds. Declarations are read by `items.js`.

import { Malformed } from "./lexer.js";

/** @import { Token } from "./lexer.js" */
/** @import * as Syntax from "./syntax.js" */

/** How deep types may be nested. rustc gives up at 128 steps of its own. */
export const DEEPEST = 128;

const KEYWORDS = new Set(
  ("as async await break const continue dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return static " +
    "struct trait true type unsafe use where while").split(" "),
);
const CLOSERS = /** @type {Record<string, string>} */ ({ "(": ")", "[": "]", "{": "}", "<": ">" });

export class Parser {
  /** @param {Token[]} tokens */
  constructor(tokens) {
    this.tokens = tokens;
    this.place = 0;
    this.depth = 0;
  }

  // Tokens

  /** @param {number} [ahead] */
  peek(ahead = 0) {
    return this.tokens[Math.min(this.place + ahead, this.tokens.length - 1)];
  }

  /** Goes on by `count` tokens. @param {number} count */
  pass(count) {
    this.place += count;
  }

  next() {
    const token = this.peek();
    if (token.kind !== "end") this.place += 1;
    return token;
  }

  /** @param {string} text @param {number} [ahead] */
  is(text, ahead = 0) {
    const token = this.peek(ahead);
    return token.text === text && token.kind !== "literal";
  }

  /** @param {string} text */
  eat(text) {
    if (!this.is(text)) return false;
    this.place += 1;
    return true;
  }

  /** @param {string} text @param {string} [after] what it has to follow, for the message */
  expect(text, after = "") {
    if (!this.eat(text)) throw this.unexpected(`\`${text}\``, after);
  }

  /** @param {string} expected @param {string} [after] */
  unexpected(expected, after = "") {
    const { kind, text, at, end } = this.peek();
    const found = kind === "end" ? "the end" : `\`${text}\``;
    return new Malformed(`Expected ${expected}${after && ` ${after}`}, found ${found}.`, at, end);
  }

  get done() {
    return this.peek().kind === "end";
  }

  /** The end of what was read last. */
  get last() {
    return this.tokens[Math.max(0, this.place - 1)].end;
  }

  /** @param {string} what */
  name(what) {
    const { kind, text } = this.peek();
    if (kind !== "name" || KEYWORDS.has(text)) throw this.unexpected(what);
    return this.next();
  }

  /**
   * What `read` reads, between commas, up to `close`.
   * @template T @param {string} close @param {() => T} read @param {string} opened what is being listed, for the message
   * @returns {T[]}
   */
  list(close, read, opened) {
    const items = [];
    while (!this.eat(close)) {
      if (this.done) throw this.unexpected(`\`${close}\``, opened);
      items.push(read());
      if (!this.is(close) && !this.eat(",")) throw this.unexpected(`\`,\` or \`${close}\``, opened);
    }
    return items;
  }

  /** Passes over a bracket and all that is in it. @param {string} open */
  skip(open) {
    const from = this.peek();
    this.expect(open);
    const closers = [CLOSERS[open]];
    while (closers.length > 0) {
      const { kind, text } = this.next();
      if (kind === "end") throw new Malformed(`This \`${open}\` is not closed.`, from.at, from.end);
      if (kind !== "sign") continue;
      if (text === closers[closers.length - 1]) closers.pop();
      else if (text in CLOSERS && text !== "<") closers.push(CLOSERS[text]);
    }
  }

  // Types

  /** @param {{ plus?: boolean }} [where] whether `A + B` may stand here @returns {Syntax.Type} */
  type({ plus = true } = {}) {
    const { at, end } = this.peek();
    if (this.depth >= DEEPEST) throw new Malformed(`This is nested deeper than ${DEEPEST} levels.`, at, end);
    this.depth += 1;
    try {
      return this.#type(at, plus);
    } finally {
      this.depth -= 1;
    }
  }

  /** @param {number} at @param {boolean} plus @returns {Syntax.Type} */
  #type(at, plus) {
    const { kind, text } = this.peek();
    if (kind === "name") {
      if (text === "dyn" || text === "impl") return this.#bounded(at, text, plus);
      if (["fn", "unsafe", "extern", "for"].includes(text)) return this.#function(at);
      return this.path(at);
    }
    if (this.eat("&")) return this.#reference(at);
    if (this.eat("*")) return this.#pointer(at);
    if (this.eat("(")) return this.#tuple(at);
    if (this.eat("[")) return this.#array(at);
    if (this.eat("!")) return { node: "never", at, end: this.last };
    if (this.is("<") || this.is("::")) return this.path(at);
    throw this.unexpected("a type");
  }

  /** @param {number} at @returns {Syntax.Type} */
  #reference(at) {
    const lifetime = this.peek().kind === "lifetime" ? this.next().text : "";
    const mutable = this.eat("mut");
    const inner = this.type({ plus: false });
    return { node: "ref", mutable, lifetime, inner, at, end: this.last };
  }

  /** @param {number} at @returns {Syntax.Type} */
  #pointer(at) {
    const mutable = this.eat("mut");
    if (!mutable && !this.eat("const")) throw this.unexpected("`const` or `mut`", "after `*`");
    const inner = this.type({ plus: false });
    return { node: "pointer", mutable, inner, at, end: this.last };
  }

  /** @param {number} at @returns {Syntax.Type} */
  #tuple(at) {
    /** @type {Syntax.Type[]} */
    const items = [];
    let comma = false;
    while (!this.eat(")")) {
      if (items.length > 0 && !comma) throw this.unexpected("`,` or `)`");
      if (this.done) throw this.unexpected("`)`");
      items.push(this.type());
      comma = this.eat(",");
    }
    // Brackets around a type are no tuple.
    if (items.length === 1 && !comma) return items[0];
    return { node: "tuple", items, at, end: this.last };
  }

  /** @param {number} at @returns {Syntax.Type} */
  #array(at) {
    const inner = this.type();
    if (this.eat("]")) return { node: "array", inner, length: null, at, end: this.last };
    this.expect(";", "or `]` after the type of the elements");
    const from = this.place;
    if (this.is("]")) throw this.unexpected("a length");
    while (!this.is("]")) {
      if (this.done) throw this.unexpected("`]`");
      const { text } = this.peek();
      if (["(", "[", "{"].includes(text)) this.skip(text);
      else this.next();
    }
    const length = this.tokens.slice(from, this.place).map(({ text }) => text).join(" ");
    this.expect("]");
    return { node: "array", inner, length, at, end: this.last };
  }

  /** @param {number} at @returns {Syntax.Type} */
  #function(at) {
    if (this.eat("for")) this.#lifetimes();
    let head = this.eat("unsafe") ? "unsafe " : "";
    if (this.eat("extern")) head += this.peek().kind === "literal" ? `extern ${this.next().text} ` : "extern ";
    if (!this.is("fn") && !head) return this.path(at);
    this.expect("fn");
    this.expect("(", "after `fn`");
    const parameters = this.list(")", () => this.#argument(), "in the function's parameters");
    const result = this.eat("->") ? this.type({ plus: false }) : null;
    return { node: "fn", head: `${head}fn`, parameters, result, at, end: this.last };
  }

  /** `name: Type`, or the type alone. */
  #argument() {
    if (this.peek().kind === "name" && this.is(":", 1)) this.place += 2;
    return this.type();
  }

  #lifetimes() {
    this.expect("<", "after `for`");
    this.list(">", () => this.next(), "in the list of lifetimes");
  }

  /** @param {number} at @param {"dyn" | "impl"} node @param {boolean} plus @returns {Syntax.Type} */
  #bounded(at, node, plus) {
    const from = this.next();
    const bounds = plus ? this.bounds() : [this.bound()];
    if (!plus && this.is("+")) {
      throw new Malformed(`Put brackets around \`${node} A + B\` after \`&\` or \`*\`.`, from.at, this.peek().end);
    }
    if (bounds.length === 0) throw this.unexpected("a trait", `after \`${node}\``);
    return { node, bounds, at, end: this.last };
  }

  /** @param {number} at @returns {Syntax.PathType} */
  path(at) {
    /** @type {Syntax.Type | null} */
    let self = null;
    /** @type {Syntax.Path | null} */
    let as = null;
    if (this.eat("<")) {
      self = this.type();
      as = this.eat("as") ? this.traitPath() : null;
      this.expect(">", "after the qualified type");
      this.expect("::", "after `>`");
    } else {
      this.eat("::");
    }
    const segments = this.#segments();
    return { node: "path", segments, self, as, at, end: this.last };
  }

  /** @returns {Syntax.Path} */
  traitPath() {
    const { at } = this.peek();
    this.eat("::");
    return { segments: this.#segments(), at, end: this.last };
  }

  #segments() {
    const segments = [this.#segment()];
    while (this.eat("::")) segments.push(this.#segment());
    return segments;
  }

  /** @returns {Syntax.Segment} */
  #segment() {
    const { text: name, at, end } = this.name("a type");
    /** @type {Syntax.Arg[]} */
    let args = [];
    /** @type {Syntax.Type | null} */
    let result = null;
    const turbofish = this.is("::") && this.is("<", 1);
    if (turbofish) this.next();
    if (this.eat("<")) args = this.list(">", () => this.#generic(), `in the arguments of \`${name}\``);
    else if (/^(Async)?Fn(Mut|Once)?$/.test(name) && this.eat("(")) {
      const { at } = this.peek();
      const items = this.list(")", () => this.type(), `in the arguments of \`${name}\``);
      args = [{ type: { node: "tuple", items, at, end: this.last } }];
      result = this.eat("->") ? this.type({ plus: false }) : { node: "tuple", items: [], at, end: at };
    }
    return { name, args, result, at, end };
  }

  /** @returns {Syntax.Arg} */
  #generic() {
    const { kind, text, at } = this.peek();
    if (kind === "lifetime") return { lifetime: this.next().text };
    if (kind === "literal" || text === "true" || text === "false") return { constant: this.next().text };
    if (text === "-") return { constant: this.next().text + this.next().text };
    if (text === "{") {
      const from = this.place;
      this.skip("{");
      return { constant: this.tokens.slice(from, this.place).map((token) => token.text).join(" ") };
    }
    if (kind === "name" && (this.is("=", 1) || this.is(":", 1))) {
      const name = this.next().text;
      if (this.eat("=")) return { name, is: this.type(), bounds: [] };
      this.next();
      return { name, is: null, bounds: this.bounds() };
    }
    const type = this.type();
    if (this.is("=") && type.node === "path") {
      // `Item<'a> = X`: a generic associated type.
      this.next();
      return { name: type.segments[0].name, is: this.type(), bounds: [] };
    }
    if (this.peek().at === at) throw this.unexpected("a type");
    return { type };
  }

  // Bounds

  /** @returns {Syntax.Bound[]} */
  bounds() {
    /** @type {Syntax.Bound[]} */
    const bounds = [];
    while (this.#beginsBound()) {
      bounds.push(this.bound());
      if (!this.eat("+")) break;
    }
    return bounds;
  }

  #beginsBound() {
    const { kind, text } = this.peek();
    return kind === "lifetime" || ["?", "(", "::", "for"].includes(text) || (kind === "name" && !KEYWORDS.has(text));
  }

  /** @returns {Syntax.Bound} */
  bound() {
    const { kind, at } = this.peek();
    if (kind === "lifetime") return { trait: null, maybe: false, lifetime: this.next().text, at, end: this.last };
    if (this.eat("(")) {
      const bound = this.bound();
      this.expect(")");
      return bound;
    }
    const maybe = this.eat("?");
    if (this.eat("for")) this.#lifetimes();
    const trait = this.traitPath();
    return { trait, maybe, lifetime: "", at, end: this.last };
  }

  /** What stands in `<…>` after a declared name, if anything does. @returns {Syntax.Parameter[]} */
  parameters() {
    return this.eat("<") ? this.list(">", () => this.#parameter(), "in the parameters") : [];
  }

  /** @returns {Syntax.Parameter} */
  #parameter() {
    const { kind, at } = this.peek();
    if (kind === "lifetime") {
      const name = this.next().text;
      const bounds = this.eat(":") ? this.bounds() : [];
      return { kind: "lifetime", name, bounds, default: null, at, end: this.last };
    }
    if (this.eat("const")) {
      const name = this.name("the constant's name").text;
      this.expect(":", "after the constant's name");
      this.type();
      const standard = this.eat("=") ? this.#generic() : null;
      const constant = standard && "constant" in standard ? standard.constant : undefined;
      return { kind: "const", name, bounds: [], default: null, constant, at, end: this.last };
    }
    const name = this.name("a parameter").text;
    const bounds = this.eat(":") ? this.bounds() : [];
    const standard = this.eat("=") ? this.type() : null;
    return { kind: "type", name, bounds, default: standard, at, end: this.last };
  }

  /** The predicates after `where`, if it stands here. @returns {Syntax.Predicate[]} */
  where() {
    return this.eat("where") ? this.predicates() : [];
  }

  /** @returns {Syntax.Predicate[]} */
  predicates() {
    const predicates = [];
    while (!this.done && !["{", ";", "="].includes(this.peek().text)) {
      predicates.push(this.#predicate());
      if (!this.eat(",")) break;
    }
    return predicates;
  }

  /** @returns {Syntax.Predicate} */
  #predicate() {
    const { kind, at } = this.peek();
    if (kind === "lifetime") {
      this.next();
      this.expect(":", "in the `where` clause");
      return { subject: null, bounds: this.bounds(), at, end: this.last };
    }
    if (this.eat("for")) this.#lifetimes();
    const subject = this.type();
    this.expect(":", "in the `where` clause");
    return { subject, bounds: this.bounds(), at, end: this.last };
  }
}
