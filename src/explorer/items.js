// @ts-check
// From tokens to declarations, and to the question that follows them.

import { Malformed, tokens } from "./lexer.js";
import { Parser } from "./parser.js";

/** @import * as Syntax from "./syntax.js" */

/**
 * Reads declarations, and a type or a closure after them.
 * @param {string} source @returns {Syntax.Input} @throws {Malformed}
 */
export function parse(source) {
  return new Items(tokens(source)).input();
}

const MODIFIERS = new Set(["pub", "unsafe", "auto", "const", "async", "extern", "default"]);

class Items extends Parser {
  /** @returns {Syntax.Input} */
  input() {
    /** @type {Syntax.Item[]} */
    const items = [];
    while (!this.done && !this.eat(";")) {
      const item = this.#item();
      if (!item) break;
      items.push(...item);
    }
    if (this.done) return { items, question: null, where: [] };
    const question = this.#closure() ?? this.type();
    const where = this.where();
    this.eat(";");
    if (!this.done) throw this.#tooMuch(question);
    return { items, question, where };
  }

  /** @param {Syntax.Place} question */
  #tooMuch(question) {
    const { text, at, end } = this.peek();
    if (text === ">") return new Malformed("This `>` closes nothing.", at, end);
    if (text === "+") return new Malformed("A `+` joins bounds, after `dyn` or `impl`.", at, end);
    return new Malformed(`The type ends before \`${text}\`. Declarations come first, then one type.`, Math.max(at, question.at), end);
  }

  /** The items that begin here; `null` if it is the question that does. @returns {Syntax.Item[] | null} */
  #item() {
    const { at } = this.peek();
    const derives = this.#attributes();
    const from = this.place;
    this.#visibility();
    let ahead = 0;
    while (MODIFIERS.has(this.peek(ahead).text) || (ahead > 0 && this.peek(ahead).kind === "literal")) ahead += 1;
    const keyword = this.peek(ahead);
    const named = this.peek(ahead + 1).kind === "name";
    switch (keyword.kind === "name" ? keyword.text : "") {
      case "struct":
      case "enum":
        this.pass(ahead + 1);
        return [this.#adt(at, /** @type {"struct" | "enum"} */ (keyword.text), derives)];
      case "union":
        if (!named) break;
        this.pass(ahead + 1);
        return [this.#adt(at, "union", derives)];
      case "type":
        this.pass(ahead + 1);
        return [this.#alias(at)];
      case "trait":
        this.pass(ahead + 1);
        return [this.#trait(at)];
      case "impl": {
        if (!this.#isBlock(ahead)) break;
        this.pass(ahead + 1);
        const item = this.#impl(at);
        return item ? [item] : [];
      }
      case "use":
        this.next();
        return this.#use();
      case "let":
        this.next();
        return [this.#let(at)];
      case "fn":
        if (!named) break;
        this.pass(ahead + 1);
        return this.#passOver();
      case "static":
        return this.#passOver();
      case "mod":
      case "macro_rules":
        throw new Malformed(`The explorer reads declarations of types, no \`${keyword.text}\`.`, keyword.at, keyword.end);
    }
    if (this.is("const") && this.peek(1).kind === "name" && this.is(":", 2)) return this.#passOver();
    this.pass(from - this.place);
    return null;
  }

  /** The derived traits. */
  #attributes() {
    /** @type {string[]} */
    const derives = [];
    while (this.is("#")) {
      this.next();
      this.eat("!");
      const from = this.place;
      this.skip("[");
      const words = this.tokens.slice(from + 1, this.place - 1);
      if (words[0]?.text === "derive") derives.push(...words.slice(1).filter(({ kind }) => kind === "name").map(({ text }) => text));
    }
    return derives;
  }

  #visibility() {
    if (this.eat("pub") && this.is("(") && ["crate", "super", "self", "in"].includes(this.peek(1).text)) this.skip("(");
  }

  /** Whether an `impl` has a block or is a type. @param {number} ahead */
  #isBlock(ahead) {
    if (ahead > 0) return true;
    for (let at = this.place; at < this.tokens.length; at += 1) {
      const { text } = this.tokens[at];
      if (text === "{") return true;
      if (text === ";") return false;
    }
    return this.tokens.slice(this.place).some(({ text }, index, rest) => text === "for" && rest[index + 1]?.text !== "<");
  }

  /** A function or a constant: nothing of it is asked. @returns {Syntax.Item[]} */
  #passOver() {
    while (!this.done) {
      if (this.eat(";")) return [];
      if (this.is("{")) {
        this.skip("{");
        return [];
      }
      if (this.is("(") || this.is("[")) this.skip(this.peek().text);
      else this.next();
    }
    throw this.unexpected("`;` or a block");
  }

  /** @param {number} at @param {"struct" | "enum" | "union"} item @param {string[]} derives @returns {Syntax.Adt} */
  #adt(at, item, derives) {
    const { text: name } = this.name(`the name of the ${item}`);
    const parameters = this.parameters();
    let where = this.where();
    /** @type {Syntax.Field[]} */
    let fields = [];
    if (item === "enum") {
      this.expect("{", `after \`enum ${name}\``);
      fields = this.list("}", () => this.#variant(), `in \`enum ${name}\``).flat();
    } else if (this.eat("{")) {
      fields = this.#named("", `in \`${item} ${name}\``);
    } else if (item === "struct" && this.eat("(")) {
      fields = this.#positional("", `in \`struct ${name}\``);
      where = [...where, ...this.where()];
      this.#close();
    } else if (item === "struct") {
      this.#close();
    } else {
      throw this.unexpected("`{`", `after \`${item} ${name}\``);
    }
    return { item, name, generics: { parameters, where }, fields, derives, at, end: this.last };
  }

  #variant() {
    this.#attributes();
    const { text: variant } = this.name("a variant");
    const prefix = `${variant}.`;
    /** @type {Syntax.Field[]} */
    let fields = [];
    if (this.eat("(")) fields = this.#positional(prefix, `in \`${variant}\``);
    else if (this.eat("{")) fields = this.#named(prefix, `in \`${variant}\``);
    if (this.eat("=")) while (!this.done && !this.is(",") && !this.is("}")) this.next();
    return fields;
  }

  /** @param {string} prefix @param {string} where @returns {Syntax.Field[]} */
  #named(prefix, where) {
    const read = () => {
      this.#attributes();
      this.#visibility();
      const { text, at } = this.name("a field");
      this.expect(":", `after the field \`${text}\``);
      return { label: prefix + text, type: this.type(), at, end: this.last };
    };
    return this.list("}", read, where);
  }

  /** @param {string} prefix @param {string} where @returns {Syntax.Field[]} */
  #positional(prefix, where) {
    let index = 0;
    const read = () => {
      this.#attributes();
      this.#visibility();
      const { at } = this.peek();
      const type = this.type();
      index += 1;
      return { label: `${prefix}${index - 1}`, type, at, end: this.last };
    };
    return this.list(")", read, where);
  }

  /** The `;` after a declaration. The last one may lack it: the reader is still writing. */
  #close() {
    if (!this.done) this.expect(";", "after the declaration");
  }

  /** @param {number} at @returns {Syntax.Alias} */
  #alias(at) {
    const { text: name } = this.name("the alias's name");
    const parameters = this.parameters();
    const where = this.where();
    this.expect("=", `after \`type ${name}\``);
    const type = this.type();
    this.#close();
    return { item: "alias", name, generics: { parameters, where }, type, at, end: this.last };
  }

  /** @param {number} at @returns {Syntax.Trait} */
  #trait(at) {
    const { text: name } = this.name("the trait's name");
    const parameters = this.parameters();
    let supers = this.eat(":") ? this.bounds() : [];
    const where = this.where();
    for (const { subject, bounds } of where) {
      if (subject?.node === "path" && subject.segments.length === 1 && subject.segments[0].name === "Self") supers = [...supers, ...bounds];
    }
    this.expect("{", `after \`trait ${name}\``);
    /** @type {{ name: string, bounds: Syntax.Bound[] }[]} */
    const types = [];
    while (!this.eat("}")) {
      this.#attributes();
      if (!this.eat("type")) {
        this.#passOver();
        continue;
      }
      const { text } = this.name("the associated type's name");
      this.parameters();
      types.push({ name: text, bounds: this.eat(":") ? this.bounds() : [] });
      this.where();
      if (this.eat("=")) this.type();
      this.expect(";", "after the associated type");
    }
    return { item: "trait", name, generics: { parameters, where }, supers, types, at, end: this.last };
  }

  /** `null` for a block without a trait: its functions change no answer. @param {number} at @returns {Syntax.Impl | null} */
  #impl(at) {
    const parameters = this.parameters();
    const negative = this.eat("!");
    const first = this.type();
    if (!this.eat("for")) {
      if (negative) throw this.unexpected("`for`", "after `impl !Trait`");
      this.where();
      this.skip("{");
      return null;
    }
    if (first.node !== "path") throw new Malformed("Expected a trait between `impl` and `for`.", first.at, first.end);
    const self = this.type();
    const where = this.where();
    const types = this.#body();
    const trait = { segments: first.segments, at: first.at, end: first.end };
    return { item: "impl", generics: { parameters, where }, negative, trait, self, types, at, end: this.last };
  }

  /** The associated types in the block of an `impl`. */
  #body() {
    /** @type {{ name: string, type: Syntax.Type }[]} */
    const types = [];
    this.expect("{", "after the type that the `impl` is for");
    while (!this.eat("}")) {
      this.#attributes();
      if (!this.eat("type")) {
        this.#passOver();
        continue;
      }
      const { text } = this.name("the associated type's name");
      this.parameters();
      this.expect("=", `after \`type ${text}\``);
      types.push({ name: text, type: this.type() });
      this.where();
      this.expect(";", "after the associated type");
    }
    return types;
  }

  /** @returns {Syntax.Use[]} */
  #use() {
    const imports = this.#tree([]);
    this.expect(";", "after the import");
    return imports;
  }

  /** @param {string[]} prefix @returns {Syntax.Use[]} */
  #tree(prefix) {
    const { at } = this.peek();
    this.eat("::");
    if (this.eat("{")) return this.list("}", () => this.#tree(prefix), "in the import").flat();
    if (this.eat("*")) return [{ item: "use", path: prefix, name: "*", at, end: this.last }];
    const { kind, text, end } = this.next();
    if (kind !== "name") throw new Malformed("Expected a path to import.", at, end);
    const path = text === "self" ? prefix : [...prefix, text];
    if (this.eat("::")) return this.#tree(path);
    const name = this.eat("as") ? this.next().text : path[path.length - 1];
    return [{ item: "use", path, name, at, end: this.last }];
  }

  /** @param {number} at @returns {Syntax.Let} */
  #let(at) {
    this.eat("mut");
    const { text: name, at: place, end } = this.name("a variable");
    if (!this.eat(":")) throw new Malformed(`Write the type of the variable: \`let ${name}: Type;\`.`, place, end);
    const type = this.type();
    if (this.eat("=")) while (!this.done && !this.is(";")) this.next();
    this.expect(";", `after \`let ${name}\``);
    return { item: "let", name, type, at, end: this.last };
  }

  /** The closure that begins here, if one does. @returns {Syntax.Closure | null} */
  #closure() {
    const { at } = this.peek();
    if (!this.is("|") && !(this.is("move") && this.is("|", 1))) return null;
    const moves = this.eat("move");
    this.expect("|");
    const from = this.place;
    while (!this.done && !this.is("|")) this.next();
    const parameters = this.tokens.slice(from, this.place).filter(({ kind }) => kind === "name").map(({ text }) => text);
    this.expect("|", "after the closure's parameters");
    const body = this.place;
    while (!this.done) this.next();
    return { moves, parameters, body: this.tokens.slice(body, this.place), at, end: this.last };
  }
}
