// @ts-check
// The explorer without a page: `node src/explorer/cli.js 'Arc<Cell<u8>>'`. With `--lines`, each line of the input is a
// question as a JSON string, and each line of the output its answer; with `--programs`, the program that asks rustc too.

import { createInterface } from "node:readline";
import process from "node:process";
import { explore } from "./explorer.js";
import { Malformed } from "./lexer.js";
import { program } from "./program.js";

/** @import { Goal } from "./judge.js" */
/** @import { World } from "./world.js" */

/** @param {string} source @param {boolean} withProgram */
function short(source, withProgram) {
  try {
    const found = explore(source);
    const { send, sync, sendIf, syncIf, unknown } = found;
    const made = withProgram ? program(source, found, new Map()) : {};
    return { send, sync, sendIf, syncIf, unknown, ...(typeof made === "string" ? { error: made } : made) };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { error: error.message, at: error.at };
  }
}

/** The way to the answer, one question a line. @param {Goal} goal @param {World} world @param {string} label @param {string} indent @param {Set<Goal>} above @returns {string[]} */
function tree(goal, world, label, indent, above) {
  const name = `${label && `${label}: `}${world.types.text(goal.type)}`;
  if (above.has(goal)) return [`${indent}${name} is ${goal.marker}: taken as holding, since it is being asked above`];
  const line = `${indent}${name} ${goal.marker}: ${goal.answer} (${goal.reason.text})`;
  const below = new Set([...above, goal]);
  return [line, ...goal.parts.flatMap((part) => tree(part.goal, world, part.label, `${indent}  `, below))];
}

/** @param {string} source */
function told(source) {
  try {
    const { goals, world, sendIf, syncIf } = explore(source);
    const missing = [...new Set([...sendIf, ...syncIf])];
    const lines = [goals.send, goals.sync].flatMap((goal) => tree(goal, world, "", "", new Set()));
    return [...lines, ...(missing.length > 0 ? [`depends on: ${missing.join(", ")}`] : [])].join("\n");
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return `error at ${error.at}: ${error.message}`;
  }
}

const [, , how] = process.argv;
if (how === "--lines" || how === "--programs") {
  for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(short(JSON.parse(line), how === "--programs")));
} else if (how) {
  console.log(told(how));
} else {
  console.error("usage: node src/explorer/cli.js 'Arc<Cell<u8>>'");
  process.exitCode = 2;
}
