// @ts-check
// A program that asks rustc the same question.

import { tokens } from "./lexer.js";

/** @import { Found } from "./explorer.js" */

/**
 * @typedef {object} Program
 * @property {string} code
 * @property {boolean} prints whether it prints the answer; else it compiles if and only if the answer holds
 * @property {boolean} nightly
 */

const ASK = `mod ask {
    use std::marker::PhantomData;

    // The constant of the second and third \`impl\` hides the trait's, but only where the bound holds.
    pub struct Type<T: ?Sized>(PhantomData<T>);
    pub trait No {
        const SEND: bool = false;
        const SYNC: bool = false;
    }
    impl<T: ?Sized> No for Type<T> {}
    impl<T: ?Sized + Send> Type<T> {
        pub const SEND: bool = true;
    }
    impl<T: ?Sized + Sync> Type<T> {
        pub const SYNC: bool = true;
    }
}
`;

const HOLDS = `// Compiles if all of it holds: a bound says yes, and what has two implementations of \`NotSend\` does not compile.
mod ask {
    pub fn is_send<T: ?Sized + Send>() {}
    pub fn is_sync<T: ?Sized + Sync>() {}
    pub fn value_is_send<T: Send>(_: &T) {}
    pub fn value_is_sync<T: Sync>(_: &T) {}
    pub trait NotSend<Choice> {}
    impl<T: ?Sized> NotSend<()> for T {}
    impl<T: ?Sized + Send> NotSend<u8> for T {}
    pub trait NotSync<Choice> {}
    impl<T: ?Sized> NotSync<()> for T {}
    impl<T: ?Sized + Sync> NotSync<u8> for T {}
    pub fn is_not_send<T: ?Sized + NotSend<Choice>, Choice>() {}
    pub fn is_not_sync<T: ?Sized + NotSync<Choice>, Choice>() {}
    pub fn value_is_not_send<T: NotSend<Choice>, Choice>(_: &T) {}
    pub fn value_is_not_sync<T: NotSync<Choice>, Choice>(_: &T) {}
}
`;

/**
 * The program, or why there is none.
 * @param {string} source @param {Found} found @param {import("./judge.js").Assumptions} assumed
 * @returns {Program | string}
 */
export function program(source, found, assumed) {
  if (found.send === "unknown" || found.sync === "unknown") return "rustc would have to know the names that are unknown here.";
  if (found.scope.predicates.some(({ bound }) => bound.trait.name === "Pattern")) return "A bound of this type, `Pattern`, has no stable name.";
  if (found.type.kind === "never") return "The type `!` has no stable name.";
  if (isNested(found)) return "An `impl` within an `impl` cannot be written as a parameter.";
  const nightly = found.world.impls.some(({ syntax }) => syntax.negative);
  const { question } = found.input;
  const isClosure = question !== null && "moves" in question;
  const parameters = generics(source, found);
  const prints = !isClosure && parameters.names.length === 0;
  const head = [
    nightly ? "#![feature(negative_impls)]" : "",
    "#![allow(dead_code, unused, undropped_manually_drops)]",
    '#![recursion_limit = "512"]',
    source.includes("alloc::") ? "extern crate alloc;" : "",
    ...imports(found),
    "",
    ...stand(found, assumed),
    declarations(source, found),
  ];
  const body = prints ? printing(parameters) : isClosure ? closed(source, found) : holding(found, parameters);
  return { code: `${head.filter((line, at) => line !== "" || at > 2).join("\n")}\n${body}`.replace(/\n{3,}/g, "\n\n"), prints, nightly };
}

/** What an answer of the playground says: the two answers, or `null` where it says none. @param {Found} found @param {Program} program @param {{ success: boolean, stdout: string }} run */
export function verdict(found, { prints }, { success, stdout }) {
  if (!success) return null;
  if (!prints) return { send: found.send, sync: found.sync };
  const said = (/** @type {string} */ marker) => (stdout.includes(`${marker}: true`) ? "yes" : stdout.includes(`${marker}: false`) ? "no" : "unknown");
  return { send: said("Send"), sync: said("Sync") };
}

/** @param {Found} found */
function imports({ world }) {
  const lines = new Set();
  for (const { names, path } of world.named) {
    const [first] = names;
    if (["std", "core", "alloc", "crate", "self"].includes(first) || world.items.has(first) || world.imports.has(first)) continue;
    const modules = path.split("::");
    lines.add(`use ${modules.slice(0, modules.length - names.length + 1).join("::")};`);
  }
  return [...lines].sort();
}

/** Types that stand for the unknown ones. @param {Found} found @param {import("./judge.js").Assumptions} assumed */
function stand(found, assumed) {
  /** @type {string[]} */
  const lines = [];
  for (const [path, { send, sync }] of assumed) {
    const type = [...found.world.types.known.values()].find(({ kind, head }) => kind === "unknown" && head === path);
    if (!type) continue;
    const names = path.split("::");
    const name = /** @type {string} */ (names.pop());
    const list = type.args.map((_, at) => `T${at}`);
    const own = list.length > 0 ? `<${list.join(", ")}>` : "";
    let text = `pub struct ${name}${own}(std::marker::PhantomData<(*const (), ${list.join(", ")})>);`;
    if (send) text += ` unsafe impl${own} Send for ${name}${own} {}`;
    if (sync) text += ` unsafe impl${own} Sync for ${name}${own} {}`;
    lines.push(names.reduceRight((inner, module) => `pub mod ${module} { ${inner} }`, text));
  }
  return lines;
}

/** @param {string} source @param {Found} found */
function declarations(source, { input }) {
  const end = input.question ? input.question.at : source.length;
  let text = source.slice(0, end);
  // The program has a `main` of its own.
  text = text.replace(/\bfn main\b/, "fn asked");
  for (const item of [...input.items].reverse()) if (item.item === "let") text = text.slice(0, item.at) + text.slice(item.end);
  const last = input.items[input.items.length - 1];
  const open = !input.question && last && /[^;}]\s*$/.test(text);
  return `${text.trim()}${open ? ";" : ""}\n`;
}

/**
 * The question's type in a program, and the parameters that it needs.
 * @param {string} source @param {Found} found
 */
function generics(source, found) {
  const { input, scope, world } = found;
  const { question } = input;
  if (!question) return declared(found);
  const written = "moves" in question ? "" : source.slice(question.at, question.end);
  const lifetimes = lifetimesOf(written);
  /** @type {string[]} */
  const names = [...scope.parameters.values()].filter(({ kind }) => kind === "param").map(({ head }) => head);
  /** @type {string[]} */
  const where = names.map((name) => `${name}: 'static${scope.unsized.has(/** @type {import("./types.js").Ty} */ (scope.parameters.get(name))) ? " + ?Sized" : ""}`);
  for (const { type, bound } of scope.predicates) where.push(`${world.types.text(type)}: ${world.types.boundText(bound)}`);
  let type = written;
  // `impl Trait` is a parameter without a name.
  const hidden = hiddenOf(found).sort((a, b) => b.node.at - a.node.at);
  hidden.forEach(({ node }, at) => {
    const bounds = source.slice(node.at + "impl".length, node.end);
    type = type.slice(0, node.at - question.at) + `I${at}` + type.slice(node.end - question.at);
    names.push(`I${at}`);
    where.push(`I${at}: 'static + ${bounds.trim()}`);
  });
  return { type, lifetimes, names, where };
}

/** What `impl Trait` hides. @param {Found} found */
function hiddenOf({ world }) {
  return world.written.filter(({ node }) => node.node === "impl");
}

/** @param {Found} found */
function isNested(found) {
  const hidden = hiddenOf(found).map(({ node }) => node);
  return hidden.some((outer) => hidden.some((inner) => inner !== outer && inner.at > outer.at && inner.end <= outer.end));
}

/** @param {Found} found */
function declared({ input, world }) {
  const items = input.items.filter((item) => "generics" in item && item.item !== "impl" && item.item !== "trait");
  const item = /** @type {import("./syntax.js").Adt} */ (items[items.length - 1]);
  const { parameters } = item.generics;
  const lifetimes = parameters.filter(({ kind }) => kind === "lifetime").map(({ name }) => name);
  const scope = item.generics.parameters.length > 0 ? world.declare(item)?.scope ?? null : null;
  const names = parameters.filter(({ kind }) => kind === "type").map(({ name }) => name);
  const constants = parameters.filter(({ kind }) => kind === "const").map(() => "4");
  const where = names.map((name) => `${name}: 'static`);
  for (const { type, bound } of scope?.predicates ?? []) where.push(`${world.types.text(type)}: ${world.types.boundText(bound)}`);
  const all = [...lifetimes, ...names, ...constants].join(", ");
  return { type: item.name + (all && `<${all}>`), lifetimes, names, where };
}

/** @param {string} text */
function lifetimesOf(text) {
  const own = [...text.matchAll(/\bfor\s*<([^>]*)>/g)].flatMap(([, names]) => names.split(",").map((name) => name.trim()));
  const found = tokens(text).filter(({ kind, text }) => kind === "lifetime" && !["'static", "'_", ...own].includes(text));
  return [...new Set(found.map(({ text }) => text))];
}

/** @typedef {ReturnType<typeof generics>} Parameters */

/** @param {Parameters} parameters */
function printing({ type, lifetimes }) {
  // Lifetimes change no answer.
  const asked = lifetimes.reduce((text, lifetime) => text.replace(new RegExp(`${lifetime}\\b`, "g"), "'static"), type);
  return `fn main() {
    use ask::No as _;
    println!("Send: {}", ask::Type::<${asked}>::SEND);
    println!("Sync: {}", ask::Type::<${asked}>::SYNC);
}

${ASK}`;
}

/** @param {Found} found @param {Parameters} parameters */
function holding(found, { type, lifetimes, names, where }) {
  const declare = (/** @type {string} */ more) => {
    const own = [...lifetimes, ...names.map((name) => name + more)].join(", ");
    return own && `<${own}>`;
  };
  const ask = (/** @type {string} */ name, /** @type {string} */ is, /** @type {string} */ more, /** @type {string[]} */ bounds) =>
    `fn ${name}${declare(more)}()\nwhere\n    ${[...where, ...bounds].join(",\n    ")},\n{\n    ask::${is}::<${type}${is.includes("not") ? ", _" : ""}>()\n}\n`;
  return `${functions(found, ask).join("\n")}
fn main() {
    println!("All of it holds.");
}

${HOLDS}`;
}

/** @param {string} source @param {Found} found */
function closed(source, found) {
  const { input, scope } = found;
  const closure = /** @type {import("./syntax.js").Closure} */ (input.question);
  const variables = input.items.flatMap((item) => (item.item === "let" ? [`mut ${item.name}: ${source.slice(item.type.at, item.type.end)}`] : []));
  const names = [...scope.parameters.values()].filter(({ kind }) => kind === "param").map(({ head }) => head);
  const text = source.slice(closure.at).trim().replace(/;$/, "");
  const ask = (/** @type {string} */ name, /** @type {string} */ is, /** @type {string} */ more, /** @type {string[]} */ bounds) => {
    const own = names.length > 0 ? `<${names.map((parameter) => `${parameter}: 'static${more.replace(":", " +")}`).join(", ")}>` : "";
    const conditions = bounds.length > 0 ? `\nwhere\n    ${bounds.join(",\n    ")},\n` : " ";
    return `fn ${name}${own}(${variables.join(", ")})${conditions}{\n    let closure = ${text};\n    ask::value_${is}(&closure);\n}\n`;
  };
  return `${functions(found, ask).join("\n")}
fn main() {
    println!("All of it holds.");
}

${HOLDS}`;
}

/**
 * A function for each thing that the answer says.
 * @param {Found} found @param {(name: string, is: string, more: string, bounds: string[]) => string} ask
 */
function functions(found, ask) {
  /** @type {string[]} */
  const made = [];
  for (const [marker, answer, bounds] of /** @type {["send" | "sync", string, string[]][]} */ ([["send", found.send, found.sendIf], ["sync", found.sync, found.syncIf]])) {
    if (answer === "yes") made.push(ask(`${marker}_holds`, `is_${marker}`, "", []));
    if (answer === "no") made.push(ask(`${marker}_never_holds`, `is_not_${marker}`, ": Send + Sync", []));
    if (answer === "depends") {
      made.push(ask(`${marker}_is_open`, `is_not_${marker}`, "", []));
      made.push(ask(`${marker}_holds_if`, `is_${marker}`, "", bounds.flatMap((bound) => namedBounds(bound, found))));
    }
  }
  return made;
}

/** A bound with the names that the program gives to what `impl Trait` hides. @param {string} bound @param {Found} found */
function namedBounds(bound, found) {
  const hidden = hiddenOf(found).sort((a, b) => b.node.at - a.node.at);
  const names = hidden.flatMap(({ type }, at) => (bound.startsWith(`${found.world.types.text(type)}: `) ? [`I${at}`] : []));
  return names.length > 0 ? names.map((name) => `${name}: ${bound.slice(bound.lastIndexOf(":") + 2)}`) : [bound];
}
