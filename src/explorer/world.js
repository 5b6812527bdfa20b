// @ts-check
// What the names of an input mean: its declarations, std, parameters. Makes types of what the parser read.

import { Malformed } from "./lexer.js";
import { lastOf, library, typeOf } from "./library.js";
import { Types } from "./types.js";

/** @import * as Syntax from "./syntax.js" */
/** @import { Rule } from "./library.js" */
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
const HOLDER = new Map(
  Object.entries({ DoubleEndedIterator: "Iterator", ExactSizeIterator: "Iterator", FusedIterator: "Iterator", DerefMut: "Deref", Fn: "FnOnce", FnMut: "FnOnce", IndexMut: "Index" }),
);
const PRIMITIVES = "bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64".split(" ");

export class World {
  /** @param {Syntax.Input} input @param {Set<string>} assumed unknown names that the reader has answered for */
  constructor(input, assumed = new Set()) {
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
    this.#declare(input.items);
  }

  /** @param {Syntax.Item[]} items */
  #declare(items) {
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
    this.#predicates(scope, adt.generics);
    return declared;
  }

  /** @param {Syntax.Impl} syntax @returns {Implemented} */
  #implemented(syntax) {
    const scope = this.scope(`impl at ${syntax.at}`, syntax.generics);
    const self = this.resolve(syntax.self, scope);
    const inside = { ...scope, self };
    this.#predicates(inside, syntax.generics);
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
  #predicates(scope, { parameters, where }) {
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
    const names = this.#imported(path.segments.map(({ name }) => name));
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
  #imported(names) {
    const bare = ["crate", "self", "super"].includes(names[0]) && names.length > 1 ? names.slice(1) : names;
    const imported = this.items.has(bare[0]) ? undefined : this.imports.get(bare[0]);
    return imported ? [...imported, ...bare.slice(1)] : bare;
  }

  // Types

  /** @param {Syntax.Type} node @param {Scope} scope @returns {Ty} */
  resolve(node, scope) {
    const type = this.#resolve(node, scope);
    if (!scope.isForeign) this.written.push({ node, type });
    return type;
  }

  /** @param {Syntax.Type} node @param {Scope} scope @returns {Ty} */
  #resolve(node, scope) {
    const { types } = this;
    /** @param {Syntax.Type} inner */
    const inside = (inner) => this.resolve(inner, scope);
    switch (node.node) {
      case "ref":
        if (scope.isField && !node.lifetime) throw new Malformed("A reference in a field needs a lifetime: `&'a T`.", node.at, node.at + 1);
        return types.make("ref", node.mutable ? "&mut " : "&", [inside(node.inner)]);
      case "pointer":
        return types.make("pointer", node.mutable ? "*mut " : "*const ", [inside(node.inner)]);
      case "tuple": {
        const items = node.items.map(inside);
        items.slice(0, -1).forEach((item, index) => this.#sized(item, scope, node.items[index], "in a tuple, all but the last need one"));
        return types.make("tuple", "", items);
      }
      case "array": {
        const inner = inside(node.inner);
        this.#sized(inner, scope, node.inner, "the elements of an array or a slice need one");
        return node.length === null ? types.make("slice", "", [inner]) : types.make("array", node.length, [inner]);
      }
      case "fn": {
        const own = { ...scope, isField: false };
        const result = node.result ? this.resolve(node.result, own) : types.make("tuple", "");
        return types.make("fn", node.head, [...node.parameters.map((parameter) => this.resolve(parameter, own)), result]);
      }
      case "never":
        return types.make("never", "!");
      case "dyn":
      case "impl":
        return this.#bounded(node, scope);
      case "path":
        return this.#path(node, scope);
    }
  }

  /** @param {Syntax.BoundsType} node @param {Scope} scope @returns {Ty} */
  #bounded(node, scope) {
    /** @type {TraitBound[]} */
    const bounds = [];
    let main = 0;
    for (const { trait, maybe, at, end } of node.bounds) {
      if (!trait || maybe) continue;
      const bound = this.bound(trait, scope);
      const { std, name } = bound.trait;
      if (node.node === "dyn") {
        if (std && !std.dynCompatible) throw new Malformed(`\`${name}\` is not dyn compatible: there is no \`dyn ${name}\`.`, at, end);
        const isAuto = ["Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe"].includes(name);
        if (!isAuto) main += 1;
        if (main > 1) throw new Malformed("Only one trait of a `dyn` can be other than an auto trait.", at, end);
      }
      if (!bounds.some((known) => known.trait.name === name && isMarker(name))) bounds.push(bound);
    }
    if (bounds.length === 0) throw new Malformed(`A \`${node.node}\` needs a trait.`, node.at, node.end);
    const sorted = [...bounds.filter(({ trait }) => !isMarker(trait.name)), ...bounds.filter(({ trait }) => isMarker(trait.name)).sort((a, b) => (a.trait.name < b.trait.name ? -1 : 1))];
    return this.types.bounded(node.node, sorted);
  }

  /** @param {Syntax.PathType} node @param {Scope} scope @returns {Ty} */
  #path(node, scope) {
    const { segments } = node;
    const first = segments[0];
    if (node.self) {
      const self = this.resolve(node.self, scope);
      if (!node.as) return this.#associated(self, segments, node, scope);
      const trait = this.bound(node.as, scope).trait;
      return this.project(self, { ...trait, name: HOLDER.get(trait.name) ?? trait.name }, first.name, scope);
    }
    const parameter = first.name === "Self" ? scope.self : (scope.parameters.get(first.name) ?? this.#freeParameter(first, scope));
    if (first.name === "Self" && !parameter) throw new Malformed("`Self` means nothing here.", first.at, first.end);
    if (parameter) {
      if (first.args.length > 0) throw new Malformed(`The parameter \`${first.name}\` takes no arguments.`, first.at, first.end);
      return segments.length > 1 ? this.#associated(parameter, segments.slice(1), node, scope) : parameter;
    }
    const names = this.#imported(segments.map(({ name }) => name));
    const item = names.length === 1 ? this.items.get(names[0]) : undefined;
    if (item) return this.#item(item, segments[segments.length - 1], scope);
    if (names.length === 1 && PRIMITIVES.includes(names[0])) return this.#primitive(first);
    return this.#std(names, node, scope);
  }

  /** One capital letter that nothing declares: a parameter of the question. @param {Syntax.Segment} segment @param {Scope} scope @returns {Ty | undefined} */
  #freeParameter({ name, args }, scope) {
    if (!scope.free || !/^[A-Z]\d*$/.test(name) || args.length > 0 || this.items.has(name) || this.imports.has(name)) return undefined;
    const parameter = this.types.param(scope.owner, name);
    scope.parameters.set(name, parameter);
    return parameter;
  }

  /** @param {Syntax.Segment} segment @returns {Ty} */
  #primitive({ name, args, at, end }) {
    if (args.length > 0) throw new Malformed(`\`${name}\` takes no arguments.`, at, end);
    return this.types.std(/** @type {Rule} */ (library.language(name)), []);
  }

  /** @param {string[]} names @param {Syntax.PathType} node @param {Scope} scope @returns {Ty} */
  #std(names, node, scope) {
    const { segments, at, end } = node;
    const last = segments[segments.length - 1];
    const name = names[names.length - 1];
    const found = library.find(names);
    if (found.length > 1) {
      const short = found.map((path) => path.split("::").slice(-2).join("::"));
      throw new Malformed(`std has several types \`${name}\`: ${short.map((path) => `\`${path}\``).join(", ")}.`, at, last.end, short);
    }
    if (found.length === 1) {
      const rule = /** @type {Rule} */ (library.type(found[0]));
      if (!scope.isForeign) this.named.push({ names: segments.map((segment) => segment.name), path: found[0] });
      const args = this.#arguments(last, rule.parameters, found[0], scope, `\`${lastOf(found[0])}\``);
      if (rule.instances.size === 0) return this.types.std(rule, args);
      const instance = rule.instances.get(this.types.text(args[0]));
      if (args[0].kind === "unknown") return args[0];
      if (!instance) throw new Malformed(`\`${name}\` takes only ${[...rule.instances.keys()].map((key) => `\`${key}\``).join(", ")}.`, last.at, end);
      return this.types.std(instance, args);
    }
    const elsewhere = this.#notHere(names, name, at, last.end, segments.length);
    if (elsewhere) throw elsewhere;
    const path = names.join("::");
    this.unknown.set(path, { at, end: last.end });
    const args = last.args.flatMap((arg) => ("type" in arg ? [this.resolve(arg.type, { ...scope, isField: false })] : []));
    return this.types.make("unknown", path, args);
  }

  /** Why a name is no type here, where that is known. @param {string[]} names @param {string} name @param {number} at @param {number} end @param {number} length */
  #notHere(names, name, at, end, length) {
    const path = names.join("::");
    if (this.assumed.has(path)) return null;
    if (name === "_") return new Malformed("`_` leaves open which type is meant.", at, end);
    if (library.trait(names)) return new Malformed(`\`${name}\` is a trait. As a type, write \`dyn ${name}\` or \`impl ${name}\`.`, at, end, [`dyn ${name}`, `impl ${name}`]);
    const elsewhere = [...new Set(["std", ...names])].length && [...elsewhereOf(path)][0];
    if (elsewhere) return new Malformed(`\`${name}\` exists on ${elsewhere} only, and std's rules here are those of another platform.`, at, end);
    const near = length === 1 ? library.near(name) : [];
    if (near.length > 0) return new Malformed(`\`${name}\` is neither declared here nor in std. Is it ${near.map((known) => `\`${known}\``).join(" or ")}?`, at, end, near);
    return null;
  }

  /** @param {Syntax.Adt | Syntax.Alias | Syntax.Trait} item @param {Syntax.Segment} segment @param {Scope} scope @returns {Ty} */
  #item(item, segment, scope) {
    const { name, at, end } = segment;
    if (item.item === "trait") throw new Malformed(`\`${name}\` is a trait. As a type, write \`dyn ${name}\` or \`impl ${name}\`.`, at, end, [`dyn ${name}`, `impl ${name}`]);
    const args = this.#arguments(segment, item.generics.parameters, name, scope, `\`${name}\``);
    if (item.item !== "alias") return this.types.adt(item, args.filter(({ kind }) => kind !== "constant"));
    const { scope: own, type } = this.alias(item);
    return this.substitute(type, this.#binding([...own.parameters.values()], args));
  }

  /** What an alias stands for. @param {Syntax.Alias} alias @returns {{ scope: Scope, type: Ty }} */
  alias(alias) {
    const known = this.aliases.get(alias);
    if (known) return known;
    if (this.expanding.has(alias)) throw new Malformed(`The alias \`${alias.name}\` is made of itself.`, alias.at, alias.end);
    this.expanding.add(alias);
    const scope = this.scope(alias.name, alias.generics);
    this.#predicates(scope, alias.generics);
    const found = { scope, type: this.resolve(alias.type, scope) };
    this.expanding.delete(alias);
    this.aliases.set(alias, found);
    return found;
  }

  /**
   * The arguments of a type, defaults filled in. The bounds of its parameters are checked later, when all is declared.
   * @param {Syntax.Segment} segment @param {Syntax.Parameter[]} parameters @param {string} owner @param {Scope} scope @param {string} says
   * @returns {Ty[]}
   */
  #arguments({ args, at, end }, parameters, owner, scope, says) {
    const given = args.filter((arg) => !("lifetime" in arg) && !("name" in arg));
    const wanted = parameters.filter(({ kind }) => kind !== "lifetime");
    const lifetimes = parameters.length - wanted.length;
    const needed = wanted.filter((parameter) => !parameter.default).length;
    if (given.length > wanted.length || given.length < needed) {
      const count = needed === wanted.length ? `${needed}` : `${needed} to ${wanted.length}`;
      const names = wanted.map(({ name }) => name).join(", ");
      const plural = wanted.length === 1 ? "" : "s";
      const takes = wanted.length === 0 ? "no arguments" : `${count} argument${plural}, \`<${names}>\``;
      throw new Malformed(`${says} takes ${takes}, and has ${given.length}.`, at, end);
    }
    if (scope.isField && lifetimes > 0 && !args.some((arg) => "lifetime" in arg)) {
      throw new Malformed(`${says} needs a lifetime in a field: \`${says.replaceAll("`", "")}<'a>\`.`, at, end);
    }
    const own = this.#foreign(owner, parameters);
    /** @type {Ty[]} */
    const types = [];
    wanted.forEach((parameter, index) => {
      const arg = given[index];
      const binding = this.#binding([...own.parameters.values()].slice(0, types.length), types);
      const type = arg ? this.#argument(arg, scope) : this.substitute(this.resolve(/** @type {Syntax.Type} */ (parameter.default), own), binding);
      types.push(type);
    });
    this.#checkArguments(own, types, scope, { at, end }, says);
    return types;
  }

  /** The parameters of a declaration, of std or of the input, as a scope of their own. @param {string} owner @param {Syntax.Parameter[]} parameters */
  #foreign(owner, parameters) {
    const item = this.items.get(owner);
    if (item && (item.item === "struct" || item.item === "enum" || item.item === "union")) return this.declare(item).scope;
    if (!item) return this.#stdScope(owner, parameters);
    const scope = this.scope(owner, item.generics);
    this.#predicates(scope, item.generics);
    return scope;
  }

  /** @param {string} path @param {Syntax.Parameter[]} parameters @returns {Scope} */
  #stdScope(path, parameters) {
    const known = this.stdScopes.get(path);
    if (known) return known;
    const scope = this.scope(path, { parameters, where: [] }, { isForeign: true });
    this.stdScopes.set(path, scope);
    this.#predicates(scope, { parameters, where: [] });
    return scope;
  }

  /** @param {Syntax.Arg} arg @param {Scope} scope @returns {Ty} */
  #argument(arg, scope) {
    if ("type" in arg) return this.resolve(arg.type, scope);
    return this.types.make("constant", "constant" in arg ? arg.constant : "");
  }

  /** @param {Scope} own @param {Ty[]} types @param {Scope} scope @param {Syntax.Place} place @param {string} says */
  #checkArguments(own, types, scope, place, says) {
    const parameters = [...own.parameters.values()];
    const binding = this.#binding(parameters, types);
    parameters.forEach((parameter, index) => {
      const type = types[index];
      if (parameter.kind === "constant" || type.kind === "constant") return;
      if (!own.unsized.has(parameter)) this.#sized(type, scope, place, `${says} asks for one`);
    });
    for (const { type, bound } of own.predicates) {
      const subject = this.substitute(type, binding);
      if (scope.free && (subject.kind === "param" || subject.kind === "projection")) {
        scope.predicates.push({ type: subject, bound: this.substituteBound(bound, binding) });
      } else if (isMarker(bound.trait.name) && bound.trait.std) {
        const need = /** @type {"Send" | "Sync"} */ (bound.trait.name);
        this.checks.push({ type: subject, need, scope, ...place, says: `${says} asks for \`${this.types.text(type)}: ${need}\`` });
      }
    }
  }

  /** @param {Ty} type @param {Scope} scope @param {Syntax.Place} place @param {string} says */
  #sized(type, scope, { at, end }, says) {
    this.checks.push({ type, need: "Sized", scope, at, end, says });
  }

  // Substitution and associated types

  /** @param {Ty[]} parameters @param {Ty[]} args @returns {Map<Ty, Ty>} */
  #binding(parameters, args) {
    /** @type {Map<Ty, Ty>} */
    const binding = new Map();
    parameters.forEach((parameter, index) => {
      if (index < args.length) binding.set(parameter, args[index]);
    });
    return binding;
  }

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
    const binding = this.#binding(parameters, type.args);
    return adt.fields.map(({ label, at, end }, index) => ({ label, type: this.substitute(types[index], binding, scope), at, end }));
  }

  /** `Self::Name`, of which the trait has to be found. @param {Ty} self @param {Syntax.Segment[]} segments @param {Syntax.Place} place @param {Scope} scope @returns {Ty} */
  #associated(self, segments, place, scope) {
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
    const own = this.#stdScope(rule.path, rule.parameters);
    return this.substitute(this.resolve(subject, own), this.#binding([...own.parameters.values()], type.args), scope);
  }
}

/** @param {string} name */
export function isMarker(name) {
  return name === "Send" || name === "Sync";
}

/** @param {string} path */
function* elsewhereOf(path) {
  for (const [known, where] of library.elsewhere) if (known === path || known.endsWith(`::${path}`)) yield where;
}

/** What a type begins with, as `library` writes it. @param {Ty} type */
function headOf(type) {
  if (type.kind === "ref") {
    const inner = type.args[0];
    return type.head + headOf(inner);
  }
  return { slice: "[", array: "[", tuple: "(", pointer: "*" }[/** @type {string} */ (type.kind)] ?? type.head;
}
