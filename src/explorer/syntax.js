// @ts-check
// What the parser makes of an input: types, bounds, declarations. Each has its place: from `at` to `end`.

/**
 * @typedef {{ at: number, end: number }} Place
 *
 * @typedef {PathType | RefType | PointerType | TupleType | ArrayType | FnType | BoundsType | NeverType} Type
 * @typedef {Place & { node: "path", segments: Segment[], self: Type | null, as: Path | null }} PathType
 *   `<self as as>::segments`, or a plain path
 * @typedef {Place & { node: "ref", mutable: boolean, lifetime: string, inner: Type }} RefType
 * @typedef {Place & { node: "pointer", mutable: boolean, inner: Type }} PointerType
 * @typedef {Place & { node: "tuple", items: Type[] }} TupleType
 * @typedef {Place & { node: "array", inner: Type, length: string | null }} ArrayType `null` for a slice
 * @typedef {Place & { node: "fn", head: string, parameters: Type[], result: Type | null }} FnType
 * @typedef {Place & { node: "dyn" | "impl", bounds: Bound[] }} BoundsType
 * @typedef {Place & { node: "never" }} NeverType
 *
 * @typedef {Place & { segments: Segment[] }} Path
 * @typedef {Place & { name: string, args: Arg[], result: Type | null }} Segment `result` of `Fn(A) -> result`
 * @typedef {{ lifetime: string } | { type: Type } | { constant: string } | { name: string, is: Type | null, bounds: Bound[] }} Arg
 * @typedef {Place & { trait: Path | null, maybe: boolean, lifetime: string }} Bound
 *
 * @typedef {Place & { kind: "lifetime" | "type" | "const", name: string, bounds: Bound[], default: Type | null, constant?: string }} Parameter
 *   `constant` is the default of a constant
 * @typedef {Place & { subject: Type | null, bounds: Bound[] }} Predicate `null` where a lifetime is the subject
 * @typedef {{ parameters: Parameter[], where: Predicate[] }} Generics
 *
 * @typedef {Place & { label: string, type: Type }} Field
 * @typedef {Place & { item: "struct" | "enum" | "union", name: string, generics: Generics, fields: Field[], derives: string[] }} Adt
 * @typedef {Place & { item: "alias", name: string, generics: Generics, type: Type }} Alias
 * @typedef {Place & { item: "trait", name: string, generics: Generics, supers: Bound[], types: { name: string, bounds: Bound[] }[] }} Trait
 * @typedef {Place & { item: "impl", generics: Generics, negative: boolean, trait: Path, self: Type, types: { name: string, type: Type }[] }} Impl
 * @typedef {Place & { item: "use", path: string[], name: string }} Use
 * @typedef {Place & { item: "let", name: string, type: Type }} Let
 * @typedef {Adt | Alias | Trait | Impl | Use | Let} Item
 *
 * @typedef {Place & { moves: boolean, parameters: string[], body: import("./lexer.js").Token[] }} Closure
 * @typedef {{ items: Item[], question: Type | Closure | null, where: Predicate[] }} Input
 */
export {};
