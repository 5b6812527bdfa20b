// @ts-check
// What an input declares, and what names and bounds mean in one place of it.

import { Malformed } from "./lexer.js";
import { library } from "./library.js";
import { Types } from "./types.js";

/** @import * as Syntax from "./syntax.js" */
/** @import { TraitBound, TraitName, Ty } from "./types.js" */

/**
 * @typedef {{ type: Ty, bound: TraitBound }} Predicate `type: bound`
 * @typedef {object} Scope what names mean in one place
 * @property {string} owner
 * @property {Map<string, Ty>} parameters
 * @property {Predicate[]} predicates what may be relied on
 * @property {Set<Ty>} unsized parameters with `?Sized`
 * @property {boolean} free whether one capital letter is a parameter although nothing declares it
 * @property {Ty | null} self
 * @property {boolean} isField whether lifetimes have to be named
 * @property {boolean} isForeign whether it is std's, so that no place in it is one of the input
 *
 * @typedef {{ adt: Syntax.Adt, scope: Scope, parameters: Ty[], fields: Ty[] | null }} Declared
 * @typedef {{ syntax: Syntax.Impl, scope: Scope, trait: TraitBound, self: Ty }} Implemented
 * @typedef {{ type: Ty, need: "Sized" | "Send" | "Sync", scope: Scope, at: number, end: number, says: string }} Check
 */

export const PRIMITIVES = "bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64".split(" ");

export class Scopes {
  /** @param {Set<string>} assumed unknown names that the reader has answered for */
  constructor(assumed = new Set()) {
    this.types = new Types();
    this.assumed = assumed;
    /** @type {Map<string, Syntax.Adt | Syntax.Alias | Syntax.Trait>} */
    this.items = new Map();
    /** @type {Map<string, string[]>} */
    this.imports = new Map();
    /** @type {Map<Syntax.Adt, Declared>} */
    this.declared = new Map();
    /** @type {Implemented[]} */
    this.impls = [];
    /** @type {Check[]} */
    this.checks = [];
    /** The names that mean nothing here, with their places. @type {Map<string, Syntax.Place>} */
    this.unknown = new Map();
    /** What each written type is, by its place: for suggestions. @type {{ node: Syntax.Type, type: Ty }[]} */
    this.written = [];
    /** The names of std as they are written, and the paths that they mean: for a program that imports them. @type {{ names: string[], path: string }[]} */
    this.named = [];
    /** @type {Map<Syntax.Alias, { scope: Scope, type: Ty }>} */
    this.aliases = new Map();
    /** @type {Set<Syntax.Alias>} */
    this.expanding = new Set();
    this.patterns = 0;
    /** @type {Map<string, Scope>} */
    this.stdScopes = new Map();
  }

  /** @param {Syntax.Item[]} items */
  declareAll(items) {
    for (const item of items) {
      if (item.item === "use") this.imports.set(item.name, item.path);
      if (!("name" in item) || item.item === "use" || item.item === "let") continue;
      if (this.items.has(item.name)) throw new Malformed(`\`${item.name}\` is declared twice.`, item.at, item.end);
      this.items.set(item.name, item);
    }
    for (const item of items) {
      if (item.item === "struct" || item.item === "enum" || item.item === "union") this.declare(item);
    }
    for (const item of items) if (item.item === "impl") this.impls.push(this.#implemented(item));
    for (const item of items) if (item.item === "alias") this.alias(item);
  }

  /** @param {Syntax.Adt} adt @returns {Declared} */
  declare(adt) {
    const known = this.declared.get(adt);
    if (known) return known;
    const scope = this.scope(adt.name, adt.generics, { isField: true });
    const declared = { adt, scope, parameters: [...scope.parameters.values()].filter(({ kind }) => kind === "param"), fields: null };
    this.declared.set(adt, declared);
    this.predicates(scope, adt.generics);
    return declared;
  }

  /** @param {Syntax.Impl} syntax @returns {Implemented} */
  #implemented(syntax) {
    const scope = this.scope(`impl at ${syntax.at}`, syntax.generics);
    const self = this.resolve(syntax.self, scope);
    const inside = { ...scope, self };
    this.predicates(inside, syntax.generics);
    return { syntax, scope: inside, self, trait: this.bound(syntax.trait, inside) };
  }

  /**
   * A scope with the parameters of `generics`. Their bounds are read by `predicates`, once the types have names.
   * @param {string} owner @param {Syntax.Generics} generics @param {Partial<Scope>} [more] @returns {Scope}
   */
  scope(owner, { parameters }, more = {}) {
    /** @type {Map<string, Ty>} */
    const named = new Map();
    for (const { kind, name, at, end } of parameters) {
      if (kind === "lifetime") continue;
      if (named.has(name)) throw new Malformed(`The parameter \`${name}\` is declared twice.`, at, end);
      named.set(name, kind === "type" ? this.types.param(owner, name) : this.types.make("constant", name));
    }
    return { owner, parameters: named, predicates: [], unsized: new Set(), free: false, self: null, isField: false, isForeign: false, ...more };
  }

  /** @param {Scope} scope @param {Syntax.Generics} generics */
  predicates(scope, { parameters, where }) {
    for (const { kind, name, bounds } of parameters) {
      if (kind === "type") this.rely(scope, /** @type {Ty} */ (scope.parameters.get(name)), bounds);
    }
    this.where(scope, where);
  }

  /** @param {Scope} scope @param {Syntax.Predicate[]} where */
  where(scope, where) {
    for (const { subject, bounds } of where) if (subject) this.rely(scope, this.resolve(subject, scope), bounds);
  }

  /** Lets `scope` rely on the bounds of `type`. @param {Scope} scope @param {Ty} type @param {Syntax.Bound[]} bounds */
  rely(scope, type, bounds) {
    for (const { trait, maybe } of bounds) {
      if (maybe) scope.unsized.add(type);
      if (!trait || maybe) continue;
      scope.predicates.push({ type, bound: this.bound(trait, scope) });
      const { args } = trait.segments[trait.segments.length - 1];
      for (const arg of args) {
        if (!("name" in arg) || arg.is) continue;
        const { trait: name } = this.bound(trait, scope);
        this.rely(scope, this.types.projection(type, name, arg.name), arg.bounds);
      }
    }
  }

  /** @param {Syntax.Path} path @param {Scope} scope @returns {TraitBound} */
  bound(path, scope) {
    const last = path.segments[path.segments.length - 1];
    const trait = this.trait(path);
    /** @type {TraitBound["types"]} */
    const types = [];
    /** @type {Ty[]} */
    const args = [];
    for (const arg of last.args) {
      if ("type" in arg) args.push(this.resolve(arg.type, { ...scope, isField: false }));
      if ("name" in arg && arg.is) types.push({ name: arg.name, type: this.resolve(arg.is, scope) });
    }
    if (last.result) types.push({ name: "Output", type: this.resolve(last.result, { ...scope, isField: false }) });
    return { trait, args, types };
  }

  /** @param {Syntax.Path} path @returns {TraitName} */
  trait(path) {
    const names = this.imported(path.segments.map(({ name }) => name));
    const name = names[names.length - 1];
    const own = names.length === 1 ? this.items.get(name) : undefined;
    if (own?.item === "trait") return { name, std: null, own };
    if (own || (names.length === 1 && PRIMITIVES.includes(name))) throw new Malformed(`\`${name}\` is a type, and no trait.`, path.at, path.end);
    const std = library.trait(names) ?? null;
    if (std) this.named.push({ names: path.segments.map((segment) => segment.name), path: std.path });
    if (!std && library.find(names).length > 0 && !this.assumed.has(name)) {
      throw new Malformed(`\`${name}\` is a type, and no trait.`, path.at, path.end);
    }
    return { name, std, own: null };
  }

  /** A path with what an import has put before it. @param {string[]} names @returns {string[]} */
  imported(names) {
    const bare = ["crate", "self", "super"].includes(names[0]) && names.length > 1 ? names.slice(1) : names;
    const imported = this.items.has(bare[0]) ? undefined : this.imports.get(bare[0]);
    return imported ? [...imported, ...bare.slice(1)] : bare;
  }

  /** What an alias stands for. @param {Syntax.Alias} alias @returns {{ scope: Scope, type: Ty }} */
  alias(alias) {
    const known = this.aliases.get(alias);
    if (known) return known;
    if (this.expanding.has(alias)) throw new Malformed(`The alias \`${alias.name}\` is made of itself.`, alias.at, alias.end);
    this.expanding.add(alias);
    const scope = this.scope(alias.name, alias.generics);
    this.predicates(scope, alias.generics);
    const found = { scope, type: this.resolve(alias.type, scope) };
    this.expanding.delete(alias);
    this.aliases.set(alias, found);
    return found;
  }

  /** The parameters of a declaration, of std or of the input, as a scope of their own. @param {string} owner @param {Syntax.Parameter[]} parameters */
  foreign(owner, parameters) {
    const item = this.items.get(owner);
    if (item && (item.item === "struct" || item.item === "enum" || item.item === "union")) return this.declare(item).scope;
    if (!item) return this.stdScope(owner, parameters);
    const scope = this.scope(owner, item.generics);
    this.predicates(scope, item.generics);
    return scope;
  }

  /** @param {string} path @param {Syntax.Parameter[]} parameters @returns {Scope} */
  stdScope(path, parameters) {
    const known = this.stdScopes.get(path);
    if (known) return known;
    const scope = this.scope(path, { parameters, where: [] }, { isForeign: true });
    this.stdScopes.set(path, scope);
    this.predicates(scope, { parameters, where: [] });
    return scope;
  }

  /** @param {Ty[]} parameters @param {Ty[]} args @returns {Map<Ty, Ty>} */
  binding(parameters, args) {
    /** @type {Map<Ty, Ty>} */
    const binding = new Map();
    parameters.forEach((parameter, index) => {
      if (index < args.length) binding.set(parameter, args[index]);
    });
    return binding;
  }

  /** What a written type is: of the class that knows std. @param {Syntax.Type} node @param {Scope} scope @returns {Ty} */
  resolve(node, scope) {
    throw new Error(`nothing resolves ${node.node} in ${scope.owner}`);
  }
}
