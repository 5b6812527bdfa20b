// @ts-check
// What rustc would refuse before it came to the question: a bound that is not met, a type without a size.

import { Judge } from "./judge.js";
import { Malformed } from "./lexer.js";

/** @import * as Syntax from "./syntax.js" */
/** @import { Ty } from "./types.js" */
/** @import { Scope } from "./scopes.js" */
/** @import { World } from "./world.js" */

/**
 * @param {World} world @param {Judge} judge of the question
 * @throws {Malformed}
 */
export function checked(world, judge) {
  for (const { adt, scope } of world.declared.values()) declared(adt, scope, world);
  // Checking makes no new checks but those of fields that have just been read.
  for (const check of [...world.checks]) {
    const { need, type: subject, scope, at, end, says } = check;
    const text = world.types.text(subject);
    if (need === "Sized") {
      if (!isSized(subject, scope, world)) throw new Malformed(`\`${text}\` has no size known to the compiler: ${says}.`, at, end);
      continue;
    }
    const asked = scope === judge.scope ? judge : new Judge(world, scope, judge.assumed);
    const { answer } = asked.judge(need, subject);
    if (answer === "no" || answer === "depends") throw new Malformed(`\`${text}\` is not \`${need}\`, and ${says}.`, at, end);
  }
}

/** @param {Syntax.Adt} adt @param {Scope} scope @param {World} world */
function declared(adt, scope, world) {
  const type = world.types.adt(adt, [...scope.parameters.values()].filter(({ kind }) => kind === "param"));
  const fields = world.fields(type, scope);
  fields.forEach(({ label, type: field, at, end }, index) => {
    const mayBeUnsized = adt.item === "struct" && index === fields.length - 1;
    if (!mayBeUnsized && !isSized(field, scope, world)) {
      throw new Malformed(`\`${world.types.text(field)}\` has no size known to the compiler: only the last field of a struct needs none.`, at, end);
    }
    if (holdsItself(field, type, world, new Set())) {
      throw new Malformed(`\`${adt.name}\` holds itself in \`${label}\` without a pointer between: it would have no end.`, at, end);
    }
  });
  for (const { kind, name, at, end } of adt.generics.parameters) {
    if (kind === "const" || adt.fields.some((field) => mentions(field.type, name))) continue;
    throw new Malformed(`No field uses \`${name}\`. Use it, or put a \`PhantomData<${kind === "type" ? name : `&${name} ()`}>\` in.`, at, end);
  }
}

/** Whether the syntax tree has the name in it. @param {object} node @param {string} name @returns {boolean} */
function mentions(node, name) {
  return Object.entries(node).some(([key, value]) => {
    if (value === name && (key === "name" || key === "lifetime")) return true;
    return value !== null && typeof value === "object" && mentions(value, name);
  });
}

/** @param {Ty} type @param {Scope} scope @param {World} world @returns {boolean} */
export function isSized(type, scope, world) {
  switch (type.kind) {
    case "slice":
    case "dyn":
      return false;
    case "param":
      return !scope.unsized.has(type);
    case "tuple":
      return type.args.length === 0 || isSized(type.args[type.args.length - 1], scope, world);
    case "std": {
      const { sized } = /** @type {NonNullable<Ty["rule"]>} */ (type.rule);
      return sized === 2 || (sized === 1 && type.args.every((arg) => arg.kind === "constant" || isSized(arg, scope, world)));
    }
    case "adt": {
      if (type.adt?.item !== "struct") return true;
      const fields = world.fields(type, scope);
      const last = fields[fields.length - 1];
      return !last || last.type.kind === "adt" || isSized(last.type, scope, world);
    }
    default:
      return true;
  }
}

/** @param {Ty} type @param {Ty} whole @param {World} world @param {Set<Ty>} seen @returns {boolean} */
function holdsItself(type, whole, world, seen) {
  if (type.kind === "adt" && type.adt === whole.adt) return true;
  if (seen.has(type)) return false;
  seen.add(type);
  const inner = (/** @type {Ty} */ part) => holdsItself(part, whole, world, seen);
  if (type.kind === "tuple" || type.kind === "array") return type.args.some(inner);
  if (type.kind === "adt") return world.fields(type, null).some((field) => inner(field.type));
  // A place for the parameter and not a pointer to it.
  const isPlace = type.kind === "std" && (type.rule?.sized === 1 || type.head === "std::option::Option");
  return isPlace && type.args.some(inner);
}
