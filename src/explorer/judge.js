// @ts-check
// Whether a type is Send, and why: the compiler's rules, as a graph of questions.
//
// Every rule is a conjunction: a type is Send if certain other types are Send or Sync. So a question's answer is the worst
// that can be reached from it, and a question that leads back to itself adds nothing: it is taken as holding.

import { library, searchers } from "./library.js";
import { TooDeep } from "./types.js";
import { isMarker } from "./world.js";

/** @import { Formula, Rule } from "./library.js" */
/** @import { Implemented, Scope } from "./scopes.js" */
/** @import { TraitBound, TraitName, Ty } from "./types.js" */
/** @import { World } from "./world.js" */

/**
 * @typedef {"Send" | "Sync"} Marker
 * @typedef {"yes" | "no" | "depends" | "unknown"} Answer
 *
 * @typedef {object} Reason which rule answers a question
 * @property {"std" | "reference" | "parts" | "fields" | "captures" | "impl" | "opt-out" | "dyn" | "function" | "pointer" | "bound" | "parameter"
 *   | "opaque" | "assumed" | "unknown" | "overflow" | "uncovered"} kind
 * @property {string} text in words; code between backticks
 * @property {Rule} [rule] the row of the truth tables
 *
 * @typedef {object} Goal a question: is `type` `marker`?
 * @property {Marker} marker
 * @property {Ty} type
 * @property {Answer} answer
 * @property {Reason} reason
 * @property {Part[]} parts what it rests on
 * @property {Answer} own what this question says by itself
 *
 * @typedef {{ label: string, goal: Goal }} Part
 * @typedef {{ label: string, marker: Marker, type: Ty }} Ask
 * @typedef {{ reason: Reason, parts?: Ask[], own?: Answer }} Verdict
 * @typedef {Map<string, { send: boolean, sync: boolean }>} Assumptions what unknown types are taken for
 */

/** How many questions one answer may rest on. */
const MOST = 4000;
const RANK = { yes: 0, depends: 1, unknown: 2, no: 3 };

export class Judge {
  /** @param {World} world @param {Scope} scope what may be relied on @param {Assumptions} assumed */
  constructor(world, scope, assumed) {
    this.world = world;
    this.scope = scope;
    this.assumed = assumed;
    /** @type {Map<string, Goal>} */
    this.goals = new Map();
  }

  /** @param {Marker} marker @param {Ty} type @returns {Goal} */
  judge(marker, type) {
    /** @type {Goal[]} */
    const fresh = [];
    const root = this.#goal(marker, type, fresh);
    for (let at = 0; at < fresh.length; at += 1) this.#expand(fresh[at], fresh, fresh.length >= MOST);
    spread(fresh);
    return root;
  }

  /** @param {Marker} marker @param {Ty} type @param {Goal[]} fresh @returns {Goal} */
  #goal(marker, type, fresh) {
    const key = `${marker} ${type.id}`;
    const known = this.goals.get(key);
    if (known) return known;
    /** @type {Goal} */
    const goal = { marker, type, answer: "yes", own: "yes", reason: { kind: "unknown", text: "" }, parts: [] };
    this.goals.set(key, goal);
    fresh.push(goal);
    return goal;
  }

  /** @param {Goal} goal @param {Goal[]} fresh @param {boolean} tooMany */
  #expand(goal, fresh, tooMany) {
    const { reason, parts = [], own = "yes" } = tooMany ? OVERFLOW : this.#verdict(goal);
    goal.reason = reason;
    goal.own = own;
    goal.answer = own;
    goal.parts = parts.map(({ label, marker, type }) => ({ label, goal: this.#goal(marker, type, fresh) }));
  }

  /** @param {Goal} goal @returns {Verdict} */
  #verdict({ marker, type }) {
    try {
      return this.#relied(marker, type) ?? this.#ruled(marker, type);
    } catch (error) {
      if (error instanceof TooDeep || error instanceof RangeError) return OVERFLOW;
      throw error;
    }
  }

  /** What a bound in scope says. @param {Marker} marker @param {Ty} type @returns {Verdict | null} */
  #relied(marker, type) {
    for (const { type: subject, bound } of this.scope.predicates) {
      if (subject === type && this.#implies(bound.trait, marker)) {
        const text = `\`${this.world.types.text(type)}: ${this.world.types.boundText(bound)}\` is declared`;
        return { reason: { kind: "bound", text } };
      }
    }
    return null;
  }

  /** Whether a trait asks for the marker. @param {TraitName} trait @param {Marker} marker @param {Set<TraitName["own"]>} [seen] @returns {boolean} */
  #implies(trait, marker, seen = new Set()) {
    if (trait.std) return marker === "Send" ? trait.std.send : trait.std.sync;
    if (!trait.own || seen.has(trait.own)) return false;
    seen.add(trait.own);
    return trait.own.supers.some((bound) => bound.trait && this.#implies(this.world.trait(bound.trait), marker, seen));
  }

  /** Whether a trait is known, and those that it asks for. @param {TraitName} trait @param {Set<TraitName["own"]>} [seen] @returns {boolean} */
  #isKnown(trait, seen = new Set()) {
    if (trait.std) return true;
    if (!trait.own) return false;
    if (seen.has(trait.own)) return true;
    seen.add(trait.own);
    return trait.own.supers.every((bound) => !bound.trait || this.#isKnown(this.world.trait(bound.trait), seen));
  }

  /** @param {Marker} marker @param {Ty} type @returns {Verdict} */
  #ruled(marker, type) {
    const { world } = this;
    switch (type.kind) {
      case "std":
        return this.#std(marker, type, /** @type {Rule} */ (type.rule), "std");
      case "ref":
        return this.#language(marker, type, type.head === "&" ? "&'a T" : "&'a mut T", "reference");
      case "pointer":
        return this.#language(marker, type, type.head === "*mut " ? "*mut T" : "*const T", "pointer");
      case "array":
        return this.#language(marker, type, "[T; N]", "parts");
      case "slice":
        return this.#language(marker, type, "[T]", "parts");
      case "fn":
        return this.#language(marker, type, "fn(T) -> U", "function");
      case "tuple": {
        const parts = type.args.map((arg, index) => ({ label: `${index}`, marker, type: arg }));
        return { reason: { kind: "parts", text: `a tuple is \`${marker}\` if each of its parts is`, rule: library.language("(T, U)") }, parts };
      }
      case "adt":
        return this.#adt(marker, type);
      case "dyn":
        return this.#object(marker, type);
      case "impl":
        return this.#opaque(marker, type);
      case "param":
        return { reason: { kind: "parameter", text: `no bound says that \`${type.head}\` is \`${marker}\`` }, own: "depends" };
      case "projection":
        return this.#projection(marker, type);
      case "closure":
        return this.#closure(marker, type);
      case "unknown":
        return this.#unknown(marker, type);
      case "never":
        return { reason: { kind: "parts", text: "`!` has no values" } };
      case "constant":
        return { reason: { kind: "parts", text: `\`${world.types.text(type)}\` is a constant` } };
    }
  }

  /** @param {Marker} marker @param {Ty} type @param {string} written @param {Reason["kind"]} kind @returns {Verdict} */
  #language(marker, type, written, kind) {
    return this.#std(marker, type, /** @type {Rule} */ (library.language(written)), kind);
  }

  /** What the row of the truth tables says. @param {Marker} marker @param {Ty} type @param {Rule} rule @param {Reason["kind"]} kind @returns {Verdict} */
  #std(marker, type, rule, kind) {
    const formula = marker === "Send" ? rule.send : rule.sync;
    const text = `\`${rule.shown}\` is ${formula === "never" ? "never" : formula === "always" ? "always" : ""}`.trimEnd();
    if (formula === "always") return { reason: { kind, text: `${text} \`${marker}\``, rule } };
    if (formula === "never") return { reason: { kind, text: `${text} \`${marker}\``, rule }, own: "no" };
    const condition = marker === "Send" ? rule.sendText : rule.syncText;
    return { reason: { kind, text: `${text} \`${marker}\` if \`${condition}\``, rule }, parts: this.#needs(type, rule, formula) };
  }

  /** @param {Ty} type @param {Rule} rule @param {Exclude<Formula, string>} formula @returns {Ask[]} */
  #needs(type, rule, formula) {
    return formula.flatMap(({ subject, text, send, sync }) => {
      const of = rule.kind === "language" ? type.args[0] : this.world.subject(rule, subject, type, this.scope);
      /** @type {Ask[]} */
      const asks = [];
      if (send) asks.push({ label: text, marker: "Send", type: of });
      if (sync) asks.push({ label: text, marker: "Sync", type: of });
      return asks;
    });
  }

  /** By an `impl` of the input if there is one for this type, whatever its arguments; by the fields if there is none. @param {Marker} marker @param {Ty} type @returns {Verdict} */
  #adt(marker, type) {
    const { world } = this;
    const impls = world.impls.filter(({ trait, self }) => trait.trait.std?.path === `std::marker::${marker}` && self.adt === type.adt);
    if (impls.length === 0) {
      const fields = world.fields(type, this.scope);
      const parts = fields.map(({ label, type: field }) => ({ label, marker, type: field }));
      const text = parts.length === 0 ? `\`${type.head}\` has no fields` : `\`${type.head}\` is \`${marker}\` if all its fields are`;
      return { reason: { kind: "fields", text }, parts };
    }
    for (const impl of impls) {
      /** @type {Map<Ty, Ty>} */
      const found = new Map();
      if (world.types.matches(impl.self, type, found)) return this.#impl(marker, impl, found);
    }
    const others = impls.map(({ self }) => `\`${world.types.text(self)}\``).join(", ");
    return { reason: { kind: "uncovered", text: `the \`impl\` for ${others} ends the derivation by fields, and does not cover this` }, own: "no" };
  }

  /** @param {Marker} marker @param {Implemented} impl @param {Map<Ty, Ty>} found @returns {Verdict} */
  #impl(marker, impl, found) {
    const { world } = this;
    const self = world.types.text(impl.self);
    if (impl.syntax.negative) return { reason: { kind: "opt-out", text: `\`impl !${marker} for ${self}\` takes it away` }, own: "no" };
    /** @type {Ask[]} */
    const parts = [];
    for (const { type, bound } of impl.scope.predicates) {
      const subject = world.substitute(type, found, this.scope);
      const label = `${world.types.text(type)}: ${world.types.boundText(bound)}`;
      const name = bound.trait.std ? bound.trait.name : "";
      if (isMarker(name)) parts.push({ label, marker: /** @type {Marker} */ (name), type: subject });
      else if (!this.#meets(subject, world.substituteBound(bound, found, this.scope))) {
        return { reason: { kind: "unknown", text: `\`unsafe impl ${marker} for ${self}\` asks for \`${label}\`, which the explorer does not decide` }, own: "unknown" };
      }
    }
    const says = parts.map(({ label }) => `\`${label}\``).join(", ");
    return { reason: { kind: "impl", text: `your \`unsafe impl ${marker} for ${self}\` promises it${says && `, where ${says}`}` }, parts };
  }

  /** Whether a bound with a trait other than the markers is sure to be met. @param {Ty} type @param {TraitBound} bound */
  #meets(type, bound) {
    if (bound.trait.std?.path === "std::marker::Sized") return true;
    const known = [...this.scope.predicates.filter((predicate) => predicate.type === type).map((predicate) => predicate.bound), ...(type.bounds ?? [])];
    if (known.some(({ trait }) => trait.name === bound.trait.name)) return true;
    return this.world.impls.some(({ trait, self, scope }) => {
      return trait.trait.name === bound.trait.name && scope.predicates.length === 0 && this.world.types.matches(self, type, new Map());
    });
  }

  /** @param {Marker} marker @param {Ty} type @returns {Verdict} */
  #object(marker, type) {
    const bounds = type.bounds ?? [];
    const giver = bounds.find(({ trait }) => this.#implies(trait, marker));
    const text = this.world.types.text(type);
    if (giver) {
      const says = isMarker(giver.trait.name) ? `names \`${marker}\`` : `has \`${giver.trait.name}\`, which asks for \`${marker}\``;
      return { reason: { kind: "dyn", text: `\`${text}\` ${says}` } };
    }
    const stranger = bounds.find(({ trait }) => !this.#isKnown(trait));
    if (stranger) return this.#stranger(marker, stranger.trait.name);
    return { reason: { kind: "dyn", text: `\`${text}\` does not name \`${marker}\`: any type may be behind it` }, own: "no" };
  }

  /** @param {Marker} marker @param {Ty} type @returns {Verdict} */
  #opaque(marker, type) {
    const giver = (type.bounds ?? []).find(({ trait }) => this.#implies(trait, marker));
    const text = this.world.types.text(type);
    if (giver) return { reason: { kind: "opaque", text: `\`${text}\` promises \`${marker}\`` } };
    return { reason: { kind: "opaque", text: `\`${text}\` hides a type, and that type decides` }, own: "depends" };
  }

  /** @param {Marker} marker @param {string} name @returns {Verdict} */
  #stranger(marker, name) {
    const assumed = this.assumed.get(name);
    if (!assumed) return { reason: { kind: "unknown", text: `the trait \`${name}\` is not declared here: it may ask for \`${marker}\`` }, own: "unknown" };
    return this.#assumed(marker, name, assumed);
  }

  /** @param {Marker} marker @param {string} name @param {{ send: boolean, sync: boolean }} assumed @returns {Verdict} */
  #assumed(marker, name, { send, sync }) {
    const holds = marker === "Send" ? send : sync;
    return { reason: { kind: "assumed", text: `\`${name}\` is taken as ${holds ? "" : "not "}\`${marker}\`` }, own: holds ? "yes" : "no" };
  }

  /** @param {Marker} marker @param {Ty} type @returns {Verdict} */
  #unknown(marker, type) {
    const assumed = this.assumed.get(type.head);
    if (assumed) return this.#assumed(marker, type.head, assumed);
    return { reason: { kind: "unknown", text: `\`${type.head}\` is neither declared here nor in std` }, own: "unknown" };
  }

  /** @param {Marker} marker @param {Ty} type @returns {Verdict} */
  #projection(marker, type) {
    const [self] = type.args;
    const text = this.world.types.text(type);
    const trait = /** @type {TraitName} */ (type.trait);
    const declared = trait.own?.types.find(({ name }) => name === type.head)?.bounds ?? [];
    if (declared.some((bound) => bound.trait && this.#implies(this.world.trait(bound.trait), marker))) {
      return { reason: { kind: "bound", text: `\`${trait.name}\` asks for \`${type.head}: ${marker}\`` } };
    }
    if (trait.name === "Pattern" && self.kind !== "param") return this.#searcher(marker, type);
    if (isOpen(self)) return { reason: { kind: "parameter", text: `no bound says that \`${text}\` is \`${marker}\`` }, own: "depends" };
    return { reason: { kind: "unknown", text: `the explorer does not know what \`${text}\` is` }, own: "unknown" };
  }

  /** What a search through a string holds. @param {Marker} marker @param {Ty} type @returns {Verdict} */
  #searcher(marker, type) {
    const { world } = this;
    const [pattern] = type.args;
    const known = searchers.find((row) => world.types.matches(world.pattern(row.pattern), pattern, new Map()));
    const text = `the searcher of \`${world.types.text(pattern)}\``;
    if (!known) return { reason: { kind: "unknown", text: `the explorer does not know ${text}` }, own: "unknown" };
    const holds = (marker === "Send" ? known.send : known.sync) === "always";
    return { reason: { kind: "std", text: `${text} is ${holds ? "always" : "never"} \`${marker}\`` }, own: holds ? "yes" : "no" };
  }

  /** @param {Marker} marker @param {Ty} type @returns {Verdict} */
  #closure(marker, type) {
    const parts = type.args.map((arg, index) => ({ label: type.captures?.[index].label ?? "", marker, type: arg }));
    const text = parts.length === 0 ? "it captures nothing" : `a closure is \`${marker}\` if all its captures are`;
    return { reason: { kind: "captures", text }, parts };
  }
}

/** @type {Verdict} */
const OVERFLOW = { reason: { kind: "overflow", text: "the type grows without an end, and the explorer stops here, as rustc does (E0275)" }, own: "unknown" };

/** Whether an associated type is one of a parameter, and so as open as that. @param {Ty} type @returns {boolean} */
function isOpen(type) {
  if (type.kind === "param" || type.kind === "impl") return true;
  return type.kind === "projection" && isOpen(type.args[0]);
}

/** Gives each question the worst answer that it rests on. @param {Goal[]} goals */
function spread(goals) {
  /** @type {Map<Goal, Goal[]>} */
  const above = new Map();
  for (const goal of goals) {
    for (const { goal: part } of goal.parts) {
      const known = above.get(part);
      if (known) known.push(goal);
      else above.set(part, [goal]);
    }
  }
  const all = new Set([...goals, ...above.keys()]);
  // From the worst to the best, so that each question is visited once.
  for (const answer of /** @type {Answer[]} */ (["no", "unknown", "depends"])) {
    const worse = [...all].filter((goal) => goal.answer === answer);
    for (let goal = worse.pop(); goal; goal = worse.pop()) {
      for (const rests of above.get(goal) ?? []) {
        if (RANK[rests.answer] >= RANK[answer]) continue;
        rests.answer = answer;
        worse.push(rests);
      }
    }
  }
}

/** The bounds that would make it so: of each open question that is reached, and is not refused. @param {Goal} root @param {World} world @returns {string[]} */
export function conditions(root, world) {
  const found = new Set();
  const seen = new Set([root]);
  for (const goal of seen) {
    if (goal.own === "depends") found.add(`${world.types.text(goal.type)}: ${goal.marker}`);
    for (const { goal: part } of goal.parts) seen.add(part);
  }
  return [...found].sort();
}
