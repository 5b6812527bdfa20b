// @ts-check
// The captures of a closure: which variables its body mentions, and how. They are the fields of the struct that it is.

import { Malformed } from "./lexer.js";

/** @import * as Syntax from "./syntax.js" */
/** @import { Token } from "./lexer.js" */
/** @import { Scope } from "./scopes.js" */
/** @import { Capture, Ty } from "./types.js" */
/** @import { World } from "./world.js" */

/** @typedef {{ name: string, fields: string[], by: Capture["by"], at: number, end: number }} Use how the body uses a place */

/**
 * @param {Syntax.Closure} closure @param {Syntax.Item[]} items @param {World} world @param {Scope} scope
 * @returns {Ty}
 */
export function closureType(closure, items, world, scope) {
  /** @type {Map<string, Ty>} */
  const variables = new Map();
  for (const item of items) if (item.item === "let") variables.set(item.name, world.resolve(item.type, scope));
  for (const name of closure.parameters) variables.delete(name);
  const captures = merged(uses(closure.body, variables).map((use) => captured(use, closure.moves, variables, world, scope)));
  const types = captures.map(({ by, type }) => (by === "value" ? type : world.types.make("ref", by === "&" ? "&" : "&mut ", [type])));
  return world.types.make("closure", "closure", types, { captures }, captures.map(({ label }) => label).join(" "));
}

/** @param {Token[]} body @param {Map<string, Ty>} variables @returns {Use[]} */
function uses(body, variables) {
  /** @type {Use[]} */
  const found = [];
  body.forEach((token, index) => {
    if (token.kind === "literal") {
      found.push(...inFormat(token, variables));
      return;
    }
    const before = body[index - 1]?.text ?? "";
    if (token.kind !== "name" || !variables.has(token.text) || before === "." || before === "::" || body[index + 1]?.text === "::") return;
    found.push(useAt(body, index));
  });
  return found;
}

/** What `"{name}"` borrows. @param {Token} literal @param {Map<string, Ty>} variables @returns {Use[]} */
function inFormat({ text, at, end }, variables) {
  const names = [...text.matchAll(/(?<!\{)\{(\w+)(?::[^}]*)?\}/g)].map(([, name]) => name);
  return names.filter((name) => variables.has(name)).map((name) => ({ name, fields: [], by: "&", at, end }));
}

/** @param {Token[]} body @param {number} index @returns {Use} */
function useAt(body, index) {
  const { text: name, at } = body[index];
  /** @type {string[]} */
  const fields = [];
  let next = index + 1;
  while (body[next]?.text === "." && /^(?:[\p{XID_Start}_]\w*|\d+(\.\d+)*)$/u.test(body[next + 1]?.text ?? "") && body[next + 2]?.text !== "(") {
    // `a.0.1` has a number with a point in it.
    fields.push(...body[next + 1].text.split("."));
    next += 2;
  }
  const end = body[next - 1].end;
  if (body[next]?.text === ".") {
    const method = body[next + 1]?.text ?? "";
    return { name, fields, by: methodTakes(method, body[next + 1] ?? body[next]), at, end };
  }
  const [before, earlier] = [body[index - 1]?.text, body[index - 2]?.text];
  if (before === "mut" && earlier === "&") return { name, fields, by: "&mut", at, end };
  if (before === "&") return { name, fields, by: "&", at, end };
  const assigned = (body[next]?.text === "=" && body[next + 1]?.text !== "=") || (/^[+*%^|&/-]$/.test(body[next]?.text ?? "") && body[next + 1]?.text === "=");
  return { name, fields, by: assigned ? "&mut" : "value", at, end };
}

/** What a method does with its receiver, where its name says so. @param {string} method @param {Token} token @returns {Capture["by"]} */
function methodTakes(method, token) {
  const takes = METHODS.get(method);
  if (takes) return takes;
  throw new Malformed(`How \`${method}\` takes its receiver is not known here. Write \`&name\`, \`&mut name\` or \`name\` in its place.`, token.at, token.end);
}

const METHODS = new Map([
  ...["len", "is_empty", "get", "set", "borrow", "borrow_mut", "lock", "try_lock", "read", "write", "load", "store", "fetch_add", "fetch_sub", "swap", "send", "recv", "try_recv",
    "clone", "iter", "as_ref", "as_str", "as_ptr", "contains", "contains_key", "to_string", "to_owned", "notify_one", "notify_all", "wait", "replace"]
    .map((name) => /** @type {[string, Capture["by"]]} */ ([name, "&"])),
  ...["push", "push_str", "insert", "remove", "pop", "clear", "iter_mut", "as_mut", "extend", "sort", "truncate", "append", "entry", "get_mut", "next"]
    .map((name) => /** @type {[string, Capture["by"]]} */ ([name, "&mut"])),
  ...["into_iter", "unwrap", "expect", "join", "into_inner"].map((name) => /** @type {[string, Capture["by"]]} */ ([name, "value"])),
]);

/**
 * The place that is captured: a field alone, since edition 2021, unless a pointer or a destructor is on the way.
 * @param {Use} use @param {boolean} moves @param {Map<string, Ty>} variables @param {World} world @param {Scope} scope @returns {Capture}
 */
function captured(use, moves, variables, world, scope) {
  const whole = placeOf(use, false, variables, world, scope);
  // What is copied needs no more than a look.
  const by = moves ? "value" : use.by === "value" && isCopy(whole.type, world, scope) ? "&" : use.by;
  // What has a destructor is not taken apart, but for what can be copied out of it.
  const isWhole = by === "value" && !isCopy(whole.type, world, scope);
  const { label, type } = by === "value" ? placeOf(use, true, variables, world, scope, isWhole) : whole;
  return { label, by, type, at: use.at, end: use.end };
}

/**
 * How far into a variable a capture goes.
 * @param {Use} use @param {boolean} taken whether it is by value @param {Map<string, Ty>} variables @param {World} world @param {Scope} scope
 * @param {boolean} [isWhole] whether it stops at what has a destructor
 */
function placeOf({ name, fields, at, end }, taken, variables, world, scope, isWhole = false) {
  let type = /** @type {Ty} */ (variables.get(name));
  let label = name;
  for (const field of fields) {
    // A borrow goes through a pointer of its own, a move takes the pointer. Of what is shared, the pointer is copied.
    const isOwnPointer = (type.kind === "ref" && type.head === "&mut ") || (type.kind === "std" && type.head === "std::boxed::Box");
    if (isOwnPointer && !taken) type = type.args[0];
    if (type.kind === "ref" || type.kind === "std" || type.kind === "pointer" || type.adt?.item === "union") break;
    if (isWhole && hasDestructor(type, world)) break;
    const inner = fieldOf(type, field, world, scope);
    if (!inner) throw new Malformed(`\`${world.types.text(type)}\` has no field \`${field}\`.`, at, end);
    label += `.${field}`;
    type = inner;
  }
  return { label, type };
}

/** @param {Ty} type @param {string} field @param {World} world @param {Scope} scope */
function fieldOf(type, field, world, scope) {
  if (type.kind === "tuple") return type.args[Number(field)];
  if (type.adt?.item !== "struct") return undefined;
  return world.fields(type, scope).find(({ label }) => label === field)?.type;
}

/** @param {Ty} type @param {World} world */
function hasDestructor(type, world) {
  return world.impls.some(({ trait, self }) => trait.trait.name === "Drop" && self.adt !== undefined && self.adt === type.adt);
}

/** @param {Ty} type @param {World} world @param {Scope} scope @returns {boolean} */
export function isCopy(type, world, scope) {
  const all = () => type.args.every((arg) => arg.kind === "constant" || isCopy(arg, world, scope));
  switch (type.kind) {
    case "ref":
      return type.head === "&";
    case "pointer":
    case "fn":
    case "never":
      return true;
    case "tuple":
    case "array":
      return all();
    case "std":
      return type.rule?.copies === 2 || (type.rule?.copies === 1 && all());
    case "adt":
      return (type.adt?.derives.includes("Copy") ?? false) && all();
    case "closure":
      return false;
    default:
      return scope.predicates.some((predicate) => predicate.type === type && predicate.bound.trait.name === "Copy");
  }
}

/** One capture for each place, in the strongest way; a whole takes its parts along. @param {Capture[]} captures */
function merged(captures) {
  const strength = { "&": 0, "&mut": 1, value: 2 };
  /** @type {Capture[]} */
  const whole = [];
  for (const capture of captures) {
    const covers = whole.find(({ label }) => capture.label === label || capture.label.startsWith(`${label}.`));
    const parts = whole.filter(({ label }) => label.startsWith(`${capture.label}.`));
    const by = [capture, ...parts, ...(covers ? [covers] : [])].reduce((most, { by }) => (strength[by] > strength[most] ? by : most), capture.by);
    if (covers) covers.by = by;
    else whole.splice(0, whole.length, ...whole.filter((known) => !parts.includes(known)), { ...capture, by });
  }
  return whole;
}
