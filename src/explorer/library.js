// @ts-check
// std as the explorer knows it: the rules of `std.js`, found by the names that readers write.

import { tokens } from "./lexer.js";
import { Parser } from "./parser.js";
import { ALIASES, ASSOCIATED, CHAPTERS, ELSEWHERE, SEARCHERS, TRAITS, TYPES } from "./std.js";

/** @import * as Syntax from "./syntax.js" */

/**
 * @typedef {"always" | "never" | Need[]} Formula when a type is Send, or Sync
 * @typedef {{ subject: Syntax.Type, text: string, send: boolean, sync: boolean }} Need
 *
 * @typedef {object} Rule what is known of one type of std
 * @property {string} path `std::sync::Arc`; of the language's own types, the type: `&'a T`
 * @property {string} kind `struct`, `enum`, `union`, `type`, `language`
 * @property {string} shown `Arc<T>`
 * @property {Syntax.Parameter[]} parameters
 * @property {Formula} send
 * @property {Formula} sync
 * @property {string} sendText `T: Send + Sync`
 * @property {string} syncText
 * @property {number} sized 0: never; 1: where its parameters have a size; 2: always
 * @property {number} copies 0: never; 1: where its parameters are `Copy`; 2: always
 * @property {{ file: string, title: string }} chapter
 * @property {Map<string, Rule>} instances rules for single arguments, where the parameter can be only a few types
 *
 * @typedef {{ path: string, parameters: string[], dynCompatible: boolean, send: boolean, sync: boolean }} StdTrait
 * @typedef {{ of: Syntax.Type, is: Syntax.Type }} Associated
 */

/** @param {string} text */
const lines = (text) => text.split("\n").filter(Boolean).map((line) => line.split("|"));

/** @param {string} text */
export const typeOf = (text) => new Parser(tokens(text)).type();

/** @param {string} path */
export const lastOf = (path) => path.split("::").pop() ?? path;

const chapters = lines(CHAPTERS).map(([file, title]) => ({ file, title }));

/** The rules of declared types, by path. @type {Map<string, Rule>} */
const types = new Map();
/** Those of the language's own, as `std.js` writes them. @type {Map<string, Rule>} */
const language = new Map();
/** Paths by the other paths of the same type. @type {Map<string, string>} */
const also = new Map();
/** The paths of the types with a name. @type {Map<string, string[]>} */
const named = new Map();

for (const line of lines(TYPES)) {
  const rule = ruleOf(line);
  if (rule.kind === "language") {
    language.set(rule.path, rule);
    continue;
  }
  const known = types.get(rule.path);
  const argument = line[0].match(/<(\w+)>$/)?.[1] ?? "";
  if (language.has(argument)) {
    const family = known ?? familyOf(rule);
    family.instances.set(argument, rule);
    types.set(rule.path, family);
  } else {
    types.set(rule.path, rule);
  }
  if (!known) {
    const name = lastOf(rule.path);
    named.set(name, [...(named.get(name) ?? []), rule.path]);
  }
  for (const path of line[5].split(" ").filter(Boolean)) also.set(path, rule.path);
}

/** @type {Map<string, StdTrait>} */
const traits = new Map();
for (const [head, dynCompatible, asks] of lines(TRAITS)) {
  const [path, parameters = ""] = head.split(/[<>]/);
  traits.set(path, {
    path,
    parameters: parameters.split(", ").filter(Boolean),
    dynCompatible: dynCompatible === "d",
    send: asks.includes("s"),
    sync: asks.includes("y"),
  });
}

/** @type {Map<string, Map<string, { of: string, is: string }[]>>} */
const associated = new Map();
for (const [name, of, is] of lines(ASSOCIATED)) {
  const heads = associated.get(name) ?? new Map();
  const head = headOf(of);
  heads.set(head, [...(heads.get(head) ?? []), { of, is }]);
  associated.set(name, heads);
}

/** What is another name of a type, by its path. @type {Map<string, string>} */
const aliases = new Map(lines(ALIASES).map(([of, is]) => [of.split("<")[0], is]));

/** Types that another platform has, and which. */
const elsewhere = new Map(lines(ELSEWHERE).map(([path, where]) => /** @type {[string, string]} */ ([path, where])));

/** What the searcher of a pattern is. */
export const searchers = lines(SEARCHERS).map(([pattern, send, sync]) => ({ pattern: pattern.replace(/; \d+\]/, "; N]"), send, sync }));

/** What std's prelude names, where more than one type has the name. */
const PRELUDE = new Map(
  ["std::option::Option", "std::result::Result", "std::string::String", "std::vec::Vec", "std::boxed::Box"].map((path) => [lastOf(path), path]),
);

/** @param {string[]} line @returns {Rule} */
function ruleOf([subject, send, sync, nature, chapter]) {
  const space = subject.indexOf(" ");
  const [kind, written] = [subject.slice(0, space), subject.slice(space + 1)];
  const open = kind === "language" ? -1 : written.indexOf("<");
  const path = open < 0 ? written : written.slice(0, open);
  return {
    path,
    kind,
    get parameters() {
      return once(this, "parameters", kind === "language" ? ownParameters(written) : open < 0 ? [] : new Parser(tokens(written.slice(open))).parameters());
    },
    get shown() {
      const names = this.parameters.map(({ name }) => name).join(", ");
      return kind === "language" ? written : lastOf(path) + (names && `<${names}>`);
    },
    get send() {
      return once(this, "send", formulaOf(send));
    },
    get sync() {
      return once(this, "sync", formulaOf(sync));
    },
    sendText: send,
    syncText: sync,
    sized: Number(nature[0]),
    copies: Number(nature[1]),
    chapter: chapters[Number(chapter)],
    instances: new Map(),
  };
}

/** Computes a property when it is first asked for: a page asks about a few of all types. @template T @param {object} of @param {string} name @param {T} value */
function once(of, name, value) {
  Object.defineProperty(of, name, { value });
  return value;
}

/** A rule for a type of which only some instances are. @param {Rule} rule @returns {Rule} */
function familyOf(rule) {
  /** @type {Syntax.Parameter} */
  const parameter = { kind: "type", name: "T", bounds: [], default: null, at: 0, end: 0 };
  return Object.create(rule, { parameters: { value: [parameter] }, instances: { value: new Map() } });
}

/** The parameters of a type that the language writes in its own way. @param {string} written @returns {Syntax.Parameter[]} */
function ownParameters(written) {
  const names = written.match(/\b[TU]\b/g) ?? [];
  return names.map((name) => ({ kind: "type", name, bounds: [], default: null, at: 0, end: 0 }));
}

/** @param {string} text @returns {Formula} */
function formulaOf(text) {
  if (text === "always" || text === "never") return text;
  return new Parser(tokens(text)).predicates().map(({ subject, bounds, at }) => {
    const asked = bounds.map(({ trait }) => trait?.segments[0].name);
    const type = /** @type {Syntax.Type} */ (subject);
    return { subject: type, text: text.slice(at, type.end), send: asked.includes("Send"), sync: asked.includes("Sync") };
  });
}

/** What a type begins with: its path, or the signs that make it. @param {string} type @returns {string} */
function headOf(type) {
  const [reference] = type.match(/^&(?:'\w+ )?(?:mut )?/) ?? [""];
  if (reference) return (reference.includes("mut ") ? "&mut " : "&") + headOf(type.slice(reference.length));
  return type.match(/^[[(*]|^[\w:]+/)?.[0] ?? "";
}

export const library = {
  elsewhere,

  /** @param {string} path */
  type: (path) => types.get(path),

  /** The type that a path of std is another name of, in the words of its parameters. @param {string} path */
  alias(path) {
    const is = aliases.get(path);
    return is === undefined ? null : typeOf(is);
  },

  /** A primitive, or a form such as `&'a T`. @param {string} written */
  language: (written) => language.get(written),

  /** The trait at a path, or the one that a name stands for. @param {string[]} segments @returns {StdTrait | undefined} */
  trait(segments) {
    const path = segments.join("::");
    const exact = traits.get(path) ?? traits.get(path.replace(/^(core|alloc)::/, "std::"));
    if (exact || /^(std|core|alloc)::/.test(path)) return exact;
    return [...traits.values()].find((known) => known.path.endsWith(`::${path}`));
  },

  /** Every trait. */
  get traits() {
    return [...traits.values()];
  },

  /**
   * The paths that a written path can mean: one, or several if it is a name that several modules have.
   * @param {string[]} segments @returns {string[]}
   */
  find(segments) {
    const path = segments.join("::");
    if (["std", "core", "alloc"].includes(segments[0]) && segments.length > 1) {
      const standard = `std::${segments.slice(1).join("::")}`;
      const found = [path, also.get(path) ?? "", standard, also.get(standard) ?? ""].find((known) => types.has(known));
      return found ? [found] : [];
    }
    const name = segments[segments.length - 1];
    if (segments.length === 1 && PRELUDE.has(name)) return [/** @type {string} */ (PRELUDE.get(name))];
    const ends = `::${path}`;
    const found = (named.get(name) ?? []).filter((known) => known.endsWith(ends));
    if (found.length > 0) return found.length > 1 ? distinct(found.filter((known) => !known.includes("::arch::"))) : found;
    return [...also].filter(([other]) => other.endsWith(ends)).map(([, known]) => known).slice(0, 1);
  },

  /** Names that differ from `name` by a slip of the finger. @param {string} name */
  near(name) {
    const close = [...named.keys()].filter((known) => Math.abs(known.length - name.length) < 2 && distance(known, name) < 2);
    return close.filter((known) => this.find([known]).length > 0).slice(0, 3);
  },

  /** @param {string} trait @param {string} name @param {string} head @returns {Associated[]} */
  associated(trait, name, head) {
    const found = associated.get(`${trait}::${name}`)?.get(head) ?? [];
    return found.map(({ of, is }) => ({ of: typeOf(of), is: typeOf(is) }));
  },
};

/** The paths of different types: `ffi::c_int` and `os::raw::c_int` are one. @param {string[]} paths */
function distinct(paths) {
  const first = new Map();
  for (const path of paths) {
    const type = aliases.get(path) ?? path;
    if (!first.has(type)) first.set(type, path);
  }
  return [...first.values()];
}

/** How many letters have to be put in, taken out or exchanged. @param {string} a @param {string} b */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1].toLowerCase() === b[j - 1].toLowerCase() ? 0 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same));
    }
    row = next;
  }
  return row[b.length];
}
