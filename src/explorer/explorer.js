// @ts-check
// Asks whether a type is Send and Sync: from the text that a reader types to the answer and the way to it.

import { checked } from "./check.js";
import { closureType } from "./closure.js";
import { parse } from "./items.js";
import { conditions, Judge } from "./judge.js";
import { Malformed } from "./lexer.js";
import { TooDeep } from "./types.js";
import { World } from "./world.js";

/** @import * as Syntax from "./syntax.js" */
/** @import { Answer, Assumptions, Goal } from "./judge.js" */
/** @import { Scope } from "./scopes.js" */
/** @import { Ty } from "./types.js" */

/**
 * @typedef {object} Found
 * @property {Answer} send
 * @property {Answer} sync
 * @property {string[]} sendIf the bounds that are missing, where it depends
 * @property {string[]} syncIf
 * @property {string} text the type that was asked about
 * @property {{ send: Goal, sync: Goal }} goals
 * @property {string[]} unknown names that are neither declared nor in std
 * @property {Syntax.Input} input
 * @property {World} world
 * @property {Scope} scope
 * @property {Ty} type
 */

/**
 * Answers the question that `source` is.
 * @param {string} source declarations, and a type; or declarations alone, for the last of them
 * @param {Assumptions} [assumed]
 * @returns {Found}
 * @throws {Malformed}
 */
export function explore(source, assumed = new Map()) {
  try {
    return answer(source, assumed);
  } catch (error) {
    if (error instanceof Malformed) throw error;
    if (error instanceof TooDeep || error instanceof RangeError) throw new Malformed("This type is too large to be asked about.", 0, source.length);
    throw error;
  }
}

/** @param {string} source @param {Assumptions} assumed @returns {Found} */
function answer(source, assumed) {
  const input = parse(source);
  const world = new World(input, new Set(assumed.keys()));
  const { type, scope } = question(input, world);
  const judge = new Judge(world, scope, assumed);
  checked(world, judge);
  const goals = { send: judge.judge("Send", type), sync: judge.judge("Sync", type) };
  const missing = (/** @type {Goal} */ goal) => (goal.answer === "depends" ? conditions(goal, world) : []);
  return {
    send: goals.send.answer,
    sync: goals.sync.answer,
    sendIf: missing(goals.send),
    syncIf: missing(goals.sync),
    text: world.types.text(type),
    goals,
    unknown: [...world.unknown.keys()],
    input,
    world,
    scope,
    type,
  };
}

/** @param {Syntax.Input} input @param {World} world @returns {{ type: Ty, scope: Scope }} */
function question({ items, question, where }, world) {
  const scope = world.scope("the question", { parameters: [], where: [] }, { free: true });
  if (question && "moves" in question) return { type: closureType(question, items, world, scope), scope };
  if (question) {
    world.where(scope, where);
    return { type: world.resolve(question, scope), scope };
  }
  const last = items.findLast((item) => item.item === "struct" || item.item === "enum" || item.item === "union" || item.item === "alias");
  if (!last) throw new Malformed("Type a type, such as `Arc<Mutex<u32>>`.", 0, 0);
  return lastDeclared(/** @type {Syntax.Adt | Syntax.Alias} */ (last), world);
}

/** @param {Syntax.Adt | Syntax.Alias} item @param {World} world @returns {{ type: Ty, scope: Scope }} */
function lastDeclared(item, world) {
  if (item.item !== "alias") {
    const { scope, parameters } = world.declare(item);
    return { type: world.types.adt(item, parameters), scope };
  }
  return world.alias(item);
}
