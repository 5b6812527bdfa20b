// @ts-check
// What stands for a parameter, and what an associated type is.

import { Malformed } from "./lexer.js";
import { library, typeOf } from "./library.js";
import { Scopes } from "./scopes.js";

/** @import * as Syntax from "./syntax.js" */
/** @import { Rule } from "./library.js" */
/** @import { Scope } from "./scopes.js" */
/** @import { TraitBound, TraitName, Ty } from "./types.js" */

/** The associated types of std's traits that a bare `T::Name` can mean. */
const ASSOCIATED = new Map(
  Object.entries({
    Item: ["Iterator", "DoubleEndedIterator", "ExactSizeIterator", "FusedIterator", "IntoIterator"],
    IntoIter: ["IntoIterator"],
    Target: ["Deref", "DerefMut"],
    Owned: ["ToOwned"],
    Output: ["Future", "IntoFuture", "Fn", "FnMut", "FnOnce", "Add", "Sub", "Mul", "Div", "Rem", "Neg", "Not", "Index", "IndexMut", "SliceIndex"],
    Searcher: ["Pattern"],
    Err: ["FromStr"],
    Error: ["TryFrom", "TryInto"],
    Hasher: ["BuildHasher"],
  }),
);
/** The trait that has the associated type, where others only ask for that trait. */
export const HOLDER = new Map(
  Object.entries({ DoubleEndedIterator: "Iterator", ExactSizeIterator: "Iterator", FusedIterator: "Iterator", DerefMut: "Deref", Fn: "FnOnce", FnMut: "FnOnce", IndexMut: "Index" }),
);

export class Associated extends Scopes {
  /** @param {Ty} type @param {Map<Ty, Ty>} binding @param {Scope | null} [scope] @returns {Ty} */
  substitute(type, binding, scope = null) {
    const key = [...binding].map(([from, to]) => `${from.id}:${to.id}`).join(",") + (scope?.owner ?? "");
    return this.types.substitute(type, binding, key, (self, trait, name) => this.project(self, trait, name, scope));
  }

  /** @param {TraitBound} bound @param {Map<Ty, Ty>} binding @param {Scope | null} [scope] @returns {TraitBound} */
  substituteBound({ trait, args, types }, binding, scope = null) {
    return {
      trait,
      args: args.map((arg) => this.substitute(arg, binding, scope)),
      types: types.map(({ name, type }) => ({ name, type: this.substitute(type, binding, scope) })),
    };
  }

  /** The fields of a declared type, with its arguments in them. @param {Ty} type @param {Scope | null} scope */
  fields(type, scope) {
    const declared = this.declare(/** @type {Syntax.Adt} */ (type.adt));
    const { adt, scope: own, parameters } = declared;
    const types = (declared.fields ??= adt.fields.map((field) => this.resolve(field.type, own)));
    const binding = this.binding(parameters, type.args);
    return adt.fields.map(({ label, at, end }, index) => ({ label, type: this.substitute(types[index], binding, scope), at, end }));
  }

  /** `Self::Name`, of which the trait has to be found. @param {Ty} self @param {Syntax.Segment[]} segments @param {Syntax.Place} place @param {Scope} scope @returns {Ty} */
  associated(self, segments, place, scope) {
    let type = self;
    for (const { name } of segments) {
      const trait = this.#traitWith(type, name, scope);
      if (!trait) {
        const text = this.types.text(type);
        throw new Malformed(`No bound of \`${text}\` has a type \`${name}\`. Write \`<${text} as Trait>::${name}\`.`, place.at, place.end);
      }
      type = this.project(type, trait, name, scope);
    }
    return type;
  }

  /** @param {Ty} type @param {string} name @param {Scope} scope @returns {TraitName | null} */
  #traitWith(type, name, scope) {
    const bounds = [...scope.predicates.filter((predicate) => predicate.type === type).map(({ bound }) => bound), ...(type.bounds ?? [])];
    if (type.kind === "projection" && type.trait?.own) {
      const declared = type.trait.own.types.find((own) => own.name === type.head);
      bounds.push(...(declared?.bounds ?? []).flatMap(({ trait }) => (trait ? [this.bound(trait, scope)] : [])));
    }
    for (const { trait } of bounds) {
      const own = this.#ownerOf(trait, name);
      if (own) return own;
    }
    return null;
  }

  /** The trait, or the one that it asks for, that has the associated type. @param {TraitName} trait @param {string} name @returns {TraitName | null} */
  #ownerOf(trait, name) {
    if (!trait.own) {
      if (!ASSOCIATED.get(name)?.includes(trait.name)) return null;
      return { ...trait, name: HOLDER.get(trait.name) ?? trait.name };
    }
    if (trait.own.types.some((own) => own.name === name)) return trait;
    for (const bound of trait.own.supers) {
      const found = bound.trait && this.#ownerOf(this.trait(bound.trait), name);
      if (found) return found;
    }
    return null;
  }

  /**
   * `<self as trait>::name`: what it is, where that is known.
   * @param {Ty} self @param {TraitName} trait @param {string} name @param {Scope | null} scope @returns {Ty}
   */
  project(self, trait, name, scope) {
    return this.#known(self, trait, name, scope) ?? this.types.projection(self, trait, name);
  }

  /** @param {Ty} self @param {TraitName} trait @param {string} name @param {Scope | null} scope @returns {Ty | null} */
  #known(self, trait, name, scope) {
    const bounds = [...(scope?.predicates ?? []).filter(({ type }) => type === self).map(({ bound }) => bound), ...(self.bounds ?? [])];
    for (const bound of bounds) {
      const given = (HOLDER.get(bound.trait.name) ?? bound.trait.name) === trait.name && bound.types.find((own) => own.name === name);
      if (given) return given.type;
    }
    if (self.kind === "param" || self.kind === "projection") return null;
    return this.#implementedType(self, trait, name, scope) ?? this.#stdType(self, trait, name, scope);
  }

  /** @param {Ty} self @param {TraitName} trait @param {string} name @param {Scope | null} scope @returns {Ty | null} */
  #implementedType(self, trait, name, scope) {
    for (const { syntax, scope: own, trait: of, self: pattern } of this.impls) {
      if (of.trait.name !== trait.name) continue;
      /** @type {Map<Ty, Ty>} */
      const found = new Map();
      const given = this.types.matches(pattern, self, found) && syntax.types.find((type) => type.name === name);
      if (given) return this.substitute(this.resolve(given.type, own), found, scope);
    }
    return null;
  }

  /** @param {Ty} self @param {TraitName} trait @param {string} name @param {Scope | null} scope @returns {Ty | null} */
  #stdType(self, trait, name, scope) {
    if (trait.own) return null;
    if (trait.name === "FnOnce" && self.kind === "fn") return self.args[self.args.length - 1];
    const reference = self.kind === "ref" ? library.associated(trait.name, name, `${self.head}T`) : [];
    for (const { of, is } of [...library.associated(trait.name, name, headOf(self)), ...reference]) {
      this.patterns += 1;
      const pattern = this.#patternScope(`pattern ${this.patterns}`, of, self);
      /** @type {Map<Ty, Ty>} */
      const found = new Map();
      if (this.types.matches(this.resolve(of, pattern), self, found)) {
        return this.substitute(this.resolve(is, pattern), found, scope);
      }
    }
    if (trait.name === "IntoIterator") {
      const iterator = { name: "Iterator", std: library.trait(["Iterator"]) ?? null, own: null };
      const item = this.#known(self, iterator, "Item", scope);
      if (item) return name === "Item" ? item : self;
    }
    // Whatever can be cloned is its own owned form.
    const isUnsized = self.kind === "slice" || self.kind === "dyn" || (self.kind === "std" && self.rule?.sized === 0);
    return trait.name === "ToOwned" && !isUnsized ? self : null;
  }

  /** A scope in which the parameters that a pattern of std names are parameters. @param {string} owner @param {Syntax.Type} pattern @param {Ty} self */
  #patternScope(owner, pattern, self) {
    const scope = this.scope(owner, { parameters: [], where: [] }, { free: true, isForeign: true });
    const inner = self.kind === "ref" ? self.args[0] : self;
    const names = inner.rule?.parameters.filter(({ kind }) => kind !== "lifetime").map(({ name }) => name) ?? [];
    for (const name of ["T", "U", "N", ...names]) scope.parameters.set(name, this.types.param(owner, name));
    return scope;
  }

  /** A pattern that `std.js` writes. @param {string} written @returns {Ty} */
  pattern(written) {
    this.patterns += 1;
    return this.resolve(typeOf(written), this.scope(`pattern ${this.patterns}`, { parameters: [], where: [] }, { isForeign: true }));
  }

  /** What a need of std's rule is about, of a type. @param {Rule} rule @param {Syntax.Type} subject @param {Ty} type @param {Scope | null} scope @returns {Ty} */
  subject(rule, subject, type, scope) {
    const own = this.stdScope(rule.path, rule.parameters);
    return this.substitute(this.resolve(subject, own), this.binding([...own.parameters.values()], type.args), scope);
  }
}

/** What a type begins with, as `library` writes it. @param {Ty} type @returns {string} */
function headOf(type) {
  if (type.kind === "ref") {
    const inner = type.args[0];
    return type.head + headOf(inner);
  }
  return { slice: "[", array: "[", tuple: "(", pointer: "*" }[/** @type {string} */ (type.kind)] ?? type.head;
}
