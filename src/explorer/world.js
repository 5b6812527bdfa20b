// @ts-check
// What the types of an input are: makes types of what the parser read, by its declarations, std and parameters.

import { Associated, HOLDER } from "./associated.js";
import { Malformed } from "./lexer.js";
import { lastOf, library } from "./library.js";
import { PRIMITIVES } from "./scopes.js";

/** @import * as Syntax from "./syntax.js" */
/** @import { Rule } from "./library.js" */
/** @import { Scope } from "./scopes.js" */
/** @import { TraitBound, Ty } from "./types.js" */

export class World extends Associated {
  /** @param {Syntax.Input} input @param {Set<string>} [assumed] unknown names that the reader has answered for */
  constructor(input, assumed) {
    super(assumed);
    this.declareAll(input.items);
  }

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
        items.slice(0, -1).forEach((item, index) => this.sized(item, scope, node.items[index], "in a tuple, all but the last need one"));
        return types.make("tuple", "", items);
      }
      case "array": {
        const inner = inside(node.inner);
        this.sized(inner, scope, node.inner, "the elements of an array or a slice need one");
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
      if (!node.as) return this.associated(self, segments, node, scope);
      const trait = this.bound(node.as, scope).trait;
      return this.project(self, { ...trait, name: HOLDER.get(trait.name) ?? trait.name }, first.name, scope);
    }
    const parameter = first.name === "Self" ? scope.self : (scope.parameters.get(first.name) ?? this.#freeParameter(first, scope));
    if (first.name === "Self" && !parameter) throw new Malformed("`Self` means nothing here.", first.at, first.end);
    if (parameter) {
      if (first.args.length > 0) throw new Malformed(`The parameter \`${first.name}\` takes no arguments.`, first.at, first.end);
      return segments.length > 1 ? this.associated(parameter, segments.slice(1), node, scope) : parameter;
    }
    const names = this.imported(segments.map(({ name }) => name));
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
      const alias = library.alias(found[0]);
      if (alias) return this.#alias(rule, alias, args);
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

  /** What another name of a type stands for. @param {Rule} rule @param {Syntax.Type} is @param {Ty[]} args @returns {Ty} */
  #alias(rule, is, args) {
    const own = this.stdScope(rule.path, rule.parameters);
    return this.substitute(this.resolve(is, own), this.binding([...own.parameters.values()], args));
  }

  /** Why a name is no type here, where that is known. @param {string[]} names @param {string} name @param {number} at @param {number} end @param {number} length */
  #notHere(names, name, at, end, length) {
    const path = names.join("::");
    if (this.assumed.has(path)) return null;
    if (name === "_") return new Malformed("`_` leaves open which type is meant.", at, end);
    if (library.trait(names)) return new Malformed(`\`${name}\` is a trait. As a type, write \`dyn ${name}\` or \`impl ${name}\`.`, at, end, [`dyn ${name}`, `impl ${name}`]);
    const elsewhere = elsewhereOf(path);
    if (elsewhere) return new Malformed(`\`${name}\` exists on ${elsewhere} only, and std's rules here are those of another platform.`, at, end);
    const near = length === 1 ? library.near(name) : [];
    if (near.length > 0) return new Malformed(`\`${name}\` is neither declared here nor in std. Is it ${near.map((known) => `\`${known}\``).join(" or ")}? A crate's type needs its path, \`krate::${name}\`.`, at, end, near);
    return null;
  }

  /** @param {Syntax.Adt | Syntax.Alias | Syntax.Trait} item @param {Syntax.Segment} segment @param {Scope} scope @returns {Ty} */
  #item(item, segment, scope) {
    const { name, at, end } = segment;
    if (item.item === "trait") throw new Malformed(`\`${name}\` is a trait. As a type, write \`dyn ${name}\` or \`impl ${name}\`.`, at, end, [`dyn ${name}`, `impl ${name}`]);
    const args = this.#arguments(segment, item.generics.parameters, name, scope, `\`${name}\``);
    if (item.item !== "alias") return this.types.adt(item, args.filter(({ kind }) => kind !== "constant"));
    const { scope: own, type } = this.alias(item);
    return this.substitute(type, this.binding([...own.parameters.values()], args));
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
    const needed = wanted.filter((parameter) => !parameter.default && parameter.constant === undefined).length;
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
    const own = this.foreign(owner, parameters);
    /** @type {Ty[]} */
    const types = [];
    wanted.forEach((parameter, index) => {
      const arg = given[index];
      const binding = this.binding([...own.parameters.values()].slice(0, types.length), types);
      if (arg) types.push(this.#argument(arg, scope));
      else if (parameter.default) types.push(this.substitute(this.resolve(parameter.default, own), binding));
      else types.push(this.types.make("constant", parameter.constant ?? ""));
    });
    this.#checkArguments(own, types, scope, { at, end }, says);
    return types;
  }

  /** @param {Syntax.Arg} arg @param {Scope} scope @returns {Ty} */
  #argument(arg, scope) {
    if ("type" in arg) return this.resolve(arg.type, scope);
    return this.types.make("constant", "constant" in arg ? arg.constant : "");
  }

  /** @param {Scope} own @param {Ty[]} types @param {Scope} scope @param {Syntax.Place} place @param {string} says */
  #checkArguments(own, types, scope, place, says) {
    const parameters = [...own.parameters.values()];
    const binding = this.binding(parameters, types);
    parameters.forEach((parameter, index) => {
      const type = types[index];
      if (parameter.kind === "constant" || type.kind === "constant") return;
      if (!own.unsized.has(parameter)) this.sized(type, scope, place, `${says} asks for one`);
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
  sized(type, scope, { at, end }, says) {
    this.checks.push({ type, need: "Sized", scope, at, end, says });
  }
}

/** @param {string} name */
export function isMarker(name) {
  return name === "Send" || name === "Sync";
}

/** Which platform has a type that this one has not. @param {string} path */
function elsewhereOf(path) {
  return [...library.elsewhere].find(([known]) => known === path || known.endsWith(`::${path}`))?.[1];
}
