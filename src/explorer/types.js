// @ts-check
// Types as the evaluator handles them: each made once, so that two are the same type if and only if they are the same
// object, however often aliases or parameters repeat them.

import { lastOf } from "./library.js";

/** @import * as Syntax from "./syntax.js" */
/** @import { Rule, StdTrait } from "./library.js" */

/**
 * @typedef {"std" | "adt" | "ref" | "pointer" | "tuple" | "array" | "slice" | "fn" | "never" | "dyn" | "impl" | "param" | "projection"
 *   | "constant" | "closure" | "unknown"} Kind
 *
 * @typedef {object} Ty
 * @property {number} id
 * @property {Kind} kind
 * @property {Ty[]} args the types that it is made of; lifetimes are left out, since no answer depends on them
 * @property {number} depth
 * @property {string} head what is not said by `args`: a name, a length, `mut`
 * @property {Rule} [rule] of `std`
 * @property {Syntax.Adt} [adt]
 * @property {TraitBound[]} [bounds] of `dyn` and `impl`
 * @property {TraitName} [trait] of a projection, whose `head` is the associated type's name and `args[0]` the type
 * @property {Capture[]} [captures] of a closure
 *
 * @typedef {{ name: string, std: StdTrait | null, own: Syntax.Trait | null }} TraitName neither: an unknown trait
 * @typedef {{ trait: TraitName, args: Ty[], types: { name: string, type: Ty }[] }} TraitBound
 * @typedef {{ label: string, by: "value" | "&" | "&mut", type: Ty, at: number, end: number }} Capture
 */

/** How long the text of a type may be: one that aliases have made of itself is cut off. */
const LONGEST = 160;

/** How deep a type may be. rustc gives up at 128 steps of its own. */
export const DEEPEST = 192;

/** A type that grows without an end, or is nested too deeply to be asked about. */
export class TooDeep extends Error {}

export class Types {
  constructor() {
    /** @type {Map<string, Ty>} */
    this.known = new Map();
    /** @type {Map<string, Ty>} */
    this.substituted = new Map();
    /** @type {Map<number, string>} */
    this.texts = new Map();
  }

  /** @param {Kind} kind @param {string} head @param {Ty[]} [args] @param {Partial<Ty>} [more] @param {string} [mark] tells apart what `head` does not @returns {Ty} */
  make(kind, head, args = [], more = {}, mark = "") {
    const key = `${kind} ${head} ${mark} ${args.map(({ id }) => id).join(" ")}`;
    const known = this.known.get(key);
    if (known) return known;
    const depth = args.reduce((deepest, arg) => Math.max(deepest, arg.depth + 1), 0);
    if (depth > DEEPEST) throw new TooDeep();
    const made = { ...more, id: this.known.size, kind, head, args, depth };
    this.known.set(key, made);
    return made;
  }

  /** @param {Rule} rule @param {Ty[]} args */
  std(rule, args) {
    return this.make("std", rule.path, args, { rule });
  }

  /** @param {Syntax.Adt} adt @param {Ty[]} args */
  adt(adt, args) {
    return this.make("adt", adt.name, args, { adt });
  }

  /** @param {string} owner @param {string} name */
  param(owner, name) {
    return this.make("param", name, [], {}, owner);
  }

  /** @param {Ty} self @param {TraitName} trait @param {string} name */
  projection(self, trait, name) {
    return this.make("projection", name, [self], { trait }, trait.name);
  }

  /** `dyn` or `impl` of bounds. @param {"dyn" | "impl"} kind @param {TraitBound[]} bounds */
  bounded(kind, bounds) {
    const args = bounds.flatMap(({ args, types }) => [...args, ...types.map(({ type }) => type)]);
    const mark = bounds.map(({ trait, args, types }) => `${trait.std?.path ?? trait.name}/${args.length}/${types.map(({ name }) => name)}`).join("+");
    return this.make(kind, kind, args, { bounds }, mark);
  }

  /**
   * `ty` with other types for its parameters. Associated types are found anew by `project`.
   * @param {Ty} ty @param {Map<Ty, Ty>} by @param {string} key tells `by` apart from others
   * @param {(self: Ty, trait: TraitName, name: string) => Ty} project
   * @returns {Ty}
   */
  substitute(ty, by, key, project) {
    if (by.size === 0) return ty;
    if (ty.kind === "param") return by.get(ty) ?? ty;
    if (ty.args.length === 0) return ty;
    const memo = `${ty.id}@${key}`;
    const known = this.substituted.get(memo);
    if (known) return known;
    /** @param {Ty} part */
    const inner = (part) => this.substitute(part, by, key, project);
    const made = this.#rebuilt(ty, inner, project);
    this.substituted.set(memo, made);
    return made;
  }

  /** @param {Ty} ty @param {(part: Ty) => Ty} inner @param {(self: Ty, trait: TraitName, name: string) => Ty} project */
  #rebuilt(ty, inner, project) {
    if (ty.kind === "projection") return project(inner(ty.args[0]), /** @type {TraitName} */ (ty.trait), ty.head);
    if (ty.bounds) {
      const bound = (/** @type {TraitBound} */ { trait, args, types }) => ({
        trait,
        args: args.map(inner),
        types: types.map(({ name, type }) => ({ name, type: inner(type) })),
      });
      return this.bounded(/** @type {"dyn" | "impl"} */ (ty.kind), ty.bounds.map(bound));
    }
    const { kind, head, rule, adt } = ty;
    return this.make(kind, head, ty.args.map(inner), { rule, adt });
  }

  /**
   * Whether `ty` has the form of `pattern`; what its parameters stand for is put into `found`.
   * @param {Ty} pattern @param {Ty} ty @param {Map<Ty, Ty>} found @returns {boolean}
   */
  matches(pattern, ty, found) {
    if (pattern.kind === "param") {
      const known = found.get(pattern);
      if (!known) found.set(pattern, ty);
      return !known || known === ty;
    }
    if (pattern === ty) return true;
    // The length of an array, where the pattern leaves it open.
    const sameHead = pattern.head === ty.head || (pattern.kind === "array" && pattern.head === "N");
    const same = pattern.kind === ty.kind && sameHead && pattern.args.length === ty.args.length && pattern.trait?.name === ty.trait?.name;
    return same && pattern.args.every((arg, index) => this.matches(arg, ty.args[index], found));
  }

  /** As a reader would write it. @param {Ty} ty @returns {string} */
  text(ty) {
    const known = this.texts.get(ty.id);
    if (known !== undefined) return known;
    const whole = this.#text(ty);
    const text = whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
    this.texts.set(ty.id, text);
    return text;
  }

  /** @param {Ty} ty @returns {string} */
  #text(ty) {
    const args = ty.args.map((arg) => this.text(arg));
    switch (ty.kind) {
      case "ref":
      case "pointer": {
        const needsBrackets = (ty.args[0].bounds?.length ?? 0) > 1;
        return `${ty.head}${needsBrackets ? `(${args[0]})` : args[0]}`;
      }
      case "tuple":
        return args.length === 1 ? `(${args[0]},)` : `(${args.join(", ")})`;
      case "array":
        return `[${args[0]}; ${ty.head}]`;
      case "slice":
        return `[${args[0]}]`;
      case "fn": {
        const result = args[args.length - 1];
        return `${ty.head}(${args.slice(0, -1).join(", ")})${result === "()" ? "" : ` -> ${result}`}`;
      }
      case "never":
        return "!";
      case "dyn":
      case "impl":
        return `${ty.head} ${(ty.bounds ?? []).map((bound) => this.boundText(bound)).join(" + ") || "?"}`;
      case "projection":
        return ty.args[0].kind === "param" ? `${args[0]}::${ty.head}` : `<${args[0]} as ${ty.trait?.name}>::${ty.head}`;
      case "closure":
        return "the closure";
      case "std":
        return lastOf(ty.head) + (args.length > 0 ? `<${args.join(", ")}>` : "");
      default:
        return ty.head + (args.length > 0 ? `<${args.join(", ")}>` : "");
    }
  }

  /** @param {TraitBound} bound */
  boundText({ trait, args, types }) {
    const result = types.find(({ name }) => name === "Output")?.type;
    if (/^(Async)?Fn(Mut|Once)?$/.test(trait.name) && args[0]?.kind === "tuple") {
      const unit = !result || (result.kind === "tuple" && result.args.length === 0);
      return `${trait.name}(${args[0].args.map((arg) => this.text(arg)).join(", ")})${unit ? "" : ` -> ${this.text(result)}`}`;
    }
    const inside = [...args.map((arg) => this.text(arg)), ...types.map(({ name, type }) => `${name} = ${this.text(type)}`)];
    return trait.name + (inside.length > 0 ? `<${inside.join(", ")}>` : "");
  }
}
