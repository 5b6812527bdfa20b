// @ts-check
// What would make a type Send or Sync: small changes to the question, each asked again by the same rules.

import { explore } from "./explorer.js";
import { lastOf } from "./library.js";

/** @import { Assumptions, Goal } from "./judge.js" */
/** @import { Found } from "./explorer.js" */
/** @import { Ty } from "./types.js" */

/** @typedef {{ source: string, changes: string[], found: Found }} Suggestion */
/** @typedef {{ says: string, edit: (source: string, node: Written) => string }} Change what is put in the place of a type */
/** @typedef {Found["world"]["written"][number]["node"]} Written */

/** How many changed questions are asked, and how many changes one may have. */
const TRIES = 48;
const CHANGES = 4;
/** How many are shown. */
const SHOWN = 3;

/** Types of std by what does the same between threads. */
const INSTEAD = new Map([
  ["std::rc::Rc", [["std::sync::Arc", "its count is atomic"]]],
  ["std::rc::Weak", [["std::sync::Weak", "its count is atomic"]]],
  ["std::cell::RefCell", [["std::sync::Mutex", "a lock in place of a borrow flag"], ["std::sync::RwLock", "a lock for many readers or one writer"]]],
  ["std::cell::Cell", [["std::sync::Mutex", "a lock around the value"]]],
  ["std::cell::UnsafeCell", [["std::sync::Mutex", "a lock around the value"]]],
  ["std::cell::OnceCell", [["std::sync::OnceLock", "filled once, by one thread"]]],
  ["std::cell::LazyCell", [["std::sync::LazyLock", "filled once, by one thread"]]],
]);
const ATOMIC = new Map("u8 u16 u32 u64 usize i8 i16 i32 i64 isize bool".split(" ").map((name) => [name, `Atomic${name[0].toUpperCase()}${name.slice(1)}`]));

/**
 * The changes that turn a "no" into something better, the smallest first.
 * @param {string} source @param {Found} found @param {Assumptions} assumed @returns {Suggestion[]}
 */
export function suggestions(source, found, assumed) {
  /** @type {Suggestion[]} */
  const good = [];
  /** @type {Suggestion[]} */
  const open = [{ source, changes: [], found }];
  const seen = new Set([source]);
  for (let tries = 0; open.length > 0 && tries < TRIES; ) {
    const at = /** @type {Suggestion} */ (open.shift());
    for (const next of steps(at)) {
      if (seen.has(next.source) || tries >= TRIES) continue;
      seen.add(next.source);
      tries += 1;
      const answered = tried(next.source, assumed);
      if (!answered) continue;
      const suggestion = { source: next.source, changes: [...at.changes, next.says], found: answered };
      if (betters(found, answered) && !good.some((known) => isSame(known, suggestion))) good.push(suggestion);
      if (isRefused(answered) && suggestion.changes.length < CHANGES) open.push(suggestion);
    }
  }
  return chosen(good);
}

/** The full answers before the half ones, and small changes before large ones. @param {Suggestion[]} good */
function chosen(good) {
  const size = (/** @type {Suggestion} */ { changes }) => changes.reduce((sum, says) => sum + (says.includes("Send + Sync") ? 1.5 : 1), 0);
  const sorted = [...good].sort((a, b) => size(a) - size(b));
  const full = sorted.filter(({ found }) => !isRefused(found)).slice(0, SHOWN);
  // A half answer is worth a line if it takes less.
  const half = sorted.filter((one) => isRefused(one.found) && (full.length === 0 || size(one) < size(full[0]))).slice(0, 1);
  return [...half, ...full];
}

/** @param {Found} found */
function isRefused(found) {
  return found.send === "no" || found.sync === "no";
}

/** @param {Found} before @param {Found} after */
function betters(before, after) {
  const gains = (before.send === "no" && after.send !== "no") || (before.sync === "no" && after.sync !== "no");
  const loses = (before.send !== "no" && after.send === "no") || (before.sync !== "no" && after.sync === "no");
  return gains && !loses;
}

/** Whether two ways led to one type. @param {Suggestion} a @param {Suggestion} b */
function isSame(a, b) {
  return a.found.input.items.length === 0 && a.found.text === b.found.text;
}

/** @param {string} source @param {Assumptions} assumed */
function tried(source, assumed) {
  try {
    return explore(source, assumed);
  } catch {
    return null;
  }
}

/** The questions that are one change away. @param {Suggestion} at @returns {{ source: string, says: string }[]} */
function steps({ source, found }) {
  /** @type {{ source: string, says: string }[]} */
  const next = [];
  for (const goal of [found.goals.send, found.goals.sync]) {
    if (goal.answer !== "no") continue;
    for (const { leaf, way } of blocks(goal)) next.push(...changes(source, leaf, way, found));
  }
  return next;
}

/** What refuses, each with the questions that lead to it. @param {Goal} root @returns {{ leaf: Goal, way: Goal[] }[]} */
export function blocks(root) {
  /** @type {{ leaf: Goal, way: Goal[] }[]} */
  const found = [];
  const seen = new Set([root]);
  /** @type {Goal[][]} */
  const open = [[root]];
  for (let way = open.pop(); way && found.length < 3; way = open.pop()) {
    const goal = way[way.length - 1];
    if (goal.own === "no") found.push({ leaf: goal, way });
    for (const { goal: part } of [...goal.parts].reverse()) {
      if (part.answer !== "no" || seen.has(part)) continue;
      seen.add(part);
      open.push([...way, part]);
    }
  }
  return found;
}

/** @param {string} source @param {Goal} leaf @param {Goal[]} way @param {Found} found @returns {{ source: string, says: string }[]} */
function changes(source, leaf, way, found) {
  /** @type {{ source: string, says: string }[]} */
  const made = [];
  if (leaf.reason.kind === "opt-out") made.push(...withoutImpl(source, leaf, found));
  for (const change of changesOf(leaf)) {
    const edited = everywhere(source, leaf.type, found, change);
    if (edited !== source) made.push({ source: edited, says: change.says });
  }
  if (made.length > 0 || leaf.marker === "Send") return made;
  // Where nothing else does: a lock around what can be sent makes it shareable.
  const { types } = found.world;
  for (const goal of way.filter(({ marker, type }) => marker === "Sync" && type.kind !== "ref" && !/^std::sync::\w+$/.test(type.head)).slice(-2)) {
    const change = { says: `a \`Mutex\` around \`${types.text(goal.type)}\``, edit: (/** @type {string} */ old) => `Mutex<${old}>` };
    const edited = everywhere(source, goal.type, found, change);
    if (edited !== source) made.push({ source: edited, says: change.says });
  }
  return made;
}

/** @param {Goal} leaf @returns {Change[]} */
function changesOf({ marker, type }) {
  const inside = type.args[0]?.head ?? "";
  /** @type {Change[]} */
  const made = [];
  if (type.kind === "dyn") {
    for (const more of [[marker], ["Send", "Sync"]]) {
      const missing = more.filter((name) => !type.bounds?.some(({ trait }) => trait.name === name));
      const added = missing.map((name) => ` + ${name}`).join("");
      made.push({ says: `\`${added.trim()}\` on the \`dyn\``, edit: (old, node) => bracketed(old, node, added) });
    }
  }
  if (type.kind === "pointer") {
    made.push({ says: "`AtomicPtr`, which hands a pointer on and dereferences nothing", edit: (old, node) => (node.node === "pointer" ? `AtomicPtr<${oldInner(old)}>` : old) });
  }
  if (type.head === "std::cell::Cell" && ATOMIC.has(inside)) {
    const atomic = /** @type {string} */ (ATOMIC.get(inside));
    made.push({ says: `\`Cell<${inside}>\` to \`${atomic}\`: loads and stores that cannot tear`, edit: (old) => old.replace(/^(\s*)[\s\S]*$/, `$1${atomic}`) });
  }
  for (const [path, why] of INSTEAD.get(type.head) ?? []) {
    made.push({ says: `\`${shortest(type.head)}\` to \`${shortest(path)}\`: ${why}`, edit: (old, node) => renamed(old, node, path) });
  }
  return made;
}

/** The name, with its module where there are two of the name. @param {string} path */
function shortest(path) {
  return path.split("::").slice(lastOf(path) === "Weak" ? -2 : -1).join("::");
}

/** @param {string} old */
function oldInner(old) {
  return old.replace(/^\*\s*(?:const|mut)\s+/, "");
}

/** @param {string} old @param {Written} node @param {string} path */
function renamed(old, node, path) {
  if (node.node !== "path" || node.self) return old;
  const head = node.segments[node.segments.length - 1].end - node.at;
  const isFull = ["std", "core", "alloc"].includes(node.segments[0].name);
  return (isFull ? path : shortest(path)) + old.slice(head);
}

/** @param {string} old @param {Written} node @param {string} added */
function bracketed(old, node, added) {
  return node.node === "dyn" ? old + added : old;
}

/**
 * Changes the places where `type` is written; where it is written nowhere (a parameter stands for a part of it), those
 * with the same head.
 * @param {string} source @param {Ty} type @param {Found} found @param {Change} change
 */
function everywhere(source, type, found, change) {
  // What an `impl` is for stays as it is.
  const impls = found.input.items.filter(({ item }) => item === "impl");
  const written = found.world.written.filter(({ node }) => !impls.some(({ at, end }) => node.at >= at && node.end <= end));
  const exact = written.filter((entry) => entry.type === type && isNamed(entry.node, type));
  const places = exact.length > 0 ? exact : written.filter((entry) => entry.type.kind === type.kind && entry.type.head === type.head && isNamed(entry.node, type));
  const nodes = [...new Map(places.map(({ node }) => [node.at, node])).values()].sort((a, b) => b.at - a.at);
  let edited = source;
  let last = Infinity;
  for (const node of nodes) {
    if (node.end > last) continue;
    last = node.at;
    let changed = change.edit(source.slice(node.at, node.end), node);
    // `&dyn A` becomes `&(dyn A + Send)`.
    if (node.node === "dyn" && /[&*](\s*'\w+)?(\s*mut|\s*const)?\s*$/.test(source.slice(0, node.at))) changed = `(${changed})`;
    edited = edited.slice(0, node.at) + changed + edited.slice(node.end);
  }
  return edited;
}

/** Whether the node writes the type itself, and no alias or parameter for it. @param {Written} node @param {Ty} type */
function isNamed(node, type) {
  if (type.kind !== "std" && type.kind !== "adt") return node.node !== "path";
  return node.node === "path" && !node.self && node.segments[node.segments.length - 1].name === lastOf(type.head);
}

/** @param {string} source @param {Goal} leaf @param {Found} found */
function withoutImpl(source, leaf, found) {
  const { marker, type } = leaf;
  const impl = found.world.impls.find(({ syntax, self, trait }) => syntax.negative && trait.trait.name === marker && self.adt === type.adt);
  if (!impl) return [];
  const { at, end } = impl.syntax;
  return [{ source: source.slice(0, at) + source.slice(end).replace(/^\s*\n?/, ""), says: `without \`impl !${marker} for ${type.head}\`` }];
}
