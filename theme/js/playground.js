// @ts-check
// Which playground is in reach, and its protocol. Knows nothing of listings.

/**
 * @typedef {{ code: string, channel: string, edition: string, tests: boolean, name?: string, sanitizer?: "thread" | "address" }} CrossingProgram
 *   `name` and `sanitizer` are for the local playground, and left out for another.
 * @typedef {object} CrossingRun
 * @property {boolean} success whether it compiled and ended with status 0
 * @property {string} exitDetail how it ended, in the playground's words
 * @property {string} stdout
 * @property {string} stderr what the program printed there; the compiler's words too, where they cannot be told apart
 * @property {string} diagnostics the compiler's words, with ANSI colours where the playground sends them
 * @property {string} compiler `rustc 1.95.0`, where the playground says so
 * @property {string} limit the limit that it was ended for, if any: `time`, `memory` …
 * @property {number} seconds from the request to the answer
 */

/** @typedef {{ promise: string, holds: boolean, how: string }} CrossingLimit */

/** A run that gave no result. `message` is what the reader is told. */
class CrossingTrouble extends Error {
  /** @param {"unreachable" | "refused" | "timeout" | "stopped"} kind @param {string} message */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

class CrossingPlayground {
  /** How long a run may take, queue and compiler included. */
  static PATIENCE_MS = 60_000;
  static CONSENT = "sends-code-to";
  static PUBLIC = "https://play.rust-lang.org/";
  /** How long a result waits for the name of its compiler. */
  static VERSION_PATIENCE_MS = 2_000;
  /** Origins agreed to on this page, for readers whose browser keeps nothing. @type {Set<string>} */
  static #agreed = new Set();

  /** @param {URL} url @param {{ isLocal: boolean, token?: string }} how */
  constructor(url, { isLocal, token = "" }) {
    this.url = url;
    /** Whether programs stay on this machine. */
    this.isLocal = isLocal;
    this.token = token;
  }

  /**
   * The playground that this page may use: the local one where `cargo run` serves the page, else the one that the book
   * names. `null` where it names none.
   * @returns {CrossingPlayground | null}
   */
  static find() {
    const local = CrossingPlayground.#meta("crossing-playground");
    if (local) return new CrossingPlayground(new URL(local.content, location.href), { isLocal: true, token: local.dataset.token });
    const named = CrossingPlayground.#named;
    return named ? new CrossingPlayground(named, { isLocal: false }) : null;
  }

  /** The playground that the book names for readers online: `playground-url` in book.toml. @returns {URL | null} */
  static get #named() {
    const meta = document.querySelector('meta[itemprop="playground-url"]');
    const address = meta instanceof HTMLMetaElement ? meta.content : CrossingPlayground.PUBLIC;
    return URL.canParse(address, location.href) && address ? new URL(address, location.href) : null;
  }

  /** @param {string} name @returns {HTMLMetaElement | null} */
  static #meta(name) {
    /** @type {HTMLMetaElement | null} */
    const meta = document.querySelector(`meta[name="${name}"]`);
    return meta?.content ? meta : null;
  }

  get name() {
    return this.isLocal ? "this computer" : this.url.host;
  }

  /** Whether the reader has agreed that programs are sent to `url`. Local runs need no agreement. */
  get isAgreed() {
    const { origin } = this.url;
    return this.isLocal || CrossingPlayground.#agreed.has(origin) || CrossingStore.get(CrossingPlayground.CONSENT) === origin;
  }

  agree() {
    CrossingPlayground.#agreed.add(this.url.origin);
    CrossingStore.set(CrossingPlayground.CONSENT, this.url.origin);
  }

  /**
   * Compiles and runs `program`.
   * @param {CrossingProgram} program
   * @param {AbortSignal} stop
   * @returns {Promise<CrossingRun>}
   * @throws {CrossingTrouble}
   */
  async run(program, stop) {
    const [run, compiler] = await Promise.all([this.#ask("execute", this.#request(program), stop), this.#version(program.channel, "rustc")]);
    return { ...run, compiler: run.compiler || compiler };
  }

  /** Whether programs can be run under Miri. A local playground has its sanitizers. */
  get offersMiri() {
    return !this.isLocal;
  }

  /**
   * Runs `program` under Miri, which watches every access that it makes.
   * @param {CrossingProgram} program
   * @param {AbortSignal} stop
   * @returns {Promise<CrossingRun>}
   * @throws {CrossingTrouble}
   */
  async miri({ code, edition, tests }, stop) {
    const [run, version] = await Promise.all([this.#ask("miri", { code, edition, tests }, stop), this.#version("nightly", "miri")]);
    return { ...run, compiler: version };
  }

  /** @param {string} path @param {object} request @param {AbortSignal} stop @returns {Promise<CrossingRun>} */
  async #ask(path, request, stop) {
    if (!this.isLocal && navigator.onLine === false) throw new CrossingTrouble("unreachable", this.#unreachable());
    const timeout = AbortSignal.timeout(CrossingPlayground.PATIENCE_MS);
    const started = performance.now();
    /** @type {Record<string, string>} */
    const headers = { "Content-Type": "application/json" };
    if (this.token) headers["X-Crossing-Token"] = this.token;
    try {
      const response = await fetch(new URL(path, this.#base), {
        method: "POST",
        headers,
        credentials: "omit",
        signal: AbortSignal.any([stop, timeout]),
        body: JSON.stringify(request),
      });
      return { ...(await this.#answer(response)), seconds: (performance.now() - started) / 1000 };
    } catch (error) {
      if (error instanceof CrossingTrouble) throw error;
      if (stop.aborted) throw new CrossingTrouble("stopped", "Stopped.");
      if (timeout.aborted) {
        const seconds = CrossingPlayground.PATIENCE_MS / 1000;
        throw new CrossingTrouble("timeout", `The playground on ${this.name} gave no answer within ${seconds} seconds.`);
      }
      throw new CrossingTrouble("unreachable", this.#unreachable());
    }
  }

  /** What a local playground holds a run to. @returns {Promise<CrossingLimit[]>} */
  async limits() {
    try {
      const response = await fetch(new URL("meta/limits", this.#base), { headers: { "X-Crossing-Token": this.token } });
      return (await response.json()).limits ?? [];
    } catch {
      return [];
    }
  }

  /** What the playground has as `tool`, or "" where it does not say: `rustc 1.95.0`. The local one says it with each result.
   * @param {string} channel @param {string} tool @returns {Promise<string>} */
  async #version(channel, tool) {
    if (this.isLocal || navigator.onLine === false) return "";
    try {
      const signal = AbortSignal.timeout(CrossingPlayground.VERSION_PATIENCE_MS);
      const response = await fetch(new URL("meta/versions", this.#base), { credentials: "omit", signal });
      const version = (await response.json())?.[channel]?.[tool]?.version;
      return typeof version === "string" ? `${tool} ${version}` : "";
    } catch {
      return "";
    }
  }

  /** @param {CrossingProgram} program */
  #request({ code, channel, edition, tests, name, sanitizer }) {
    const request = { channel, mode: "debug", edition, crateType: "bin", tests, code };
    return this.isLocal ? { ...request, ansi: true, name, sanitizer } : request;
  }

  /** @param {Response} response @returns {Promise<Omit<CrossingRun, "seconds">>} */
  async #answer(response) {
    const text = await response.text();
    /** @type {any} */
    let body = null;
    try {
      body = JSON.parse(text);
    } catch {
      // Not the protocol: told below, by its status.
    }
    if (typeof body?.error === "string") {
      throw new CrossingTrouble("refused", `The playground on ${this.name} refused the program: ${body.error}`);
    }
    if (response.status === 429) {
      throw new CrossingTrouble("refused", `The playground on ${this.name} has too many programs to run. Try again in a minute.`);
    }
    if (this.isLocal && [401, 403].includes(response.status)) {
      throw new CrossingTrouble("refused", "The playground did not accept this page, which is older than the server. Reload the page.");
    }
    if (!response.ok || typeof body?.stdout !== "string") {
      const status = response.ok ? "an answer that is none of its own" : `the status ${response.status} ${response.statusText}`.trim();
      throw new CrossingTrouble("refused", `The playground on ${this.name} answered with ${status}.`);
    }
    const stderr = String(body.stderr ?? "");
    const apart = typeof body.diagnostics === "string" ? { diagnostics: body.diagnostics, stderr } : CrossingPlayground.#apart(stderr);
    return {
      ...apart,
      success: body.success === true,
      exitDetail: String(body.exitDetail ?? body.exit_detail ?? ""),
      stdout: body.stdout,
      compiler: String(body.compiler ?? "").replace(/ \(.*\)$/, ""),
      limit: String(body.ended?.limit ?? ""),
    };
  }

  /** The public playground sends what cargo, the compiler and the program wrote in one text. Cargo's own line, of what it
   * runs, stands between the last two. @param {string} text */
  static #apart(text) {
    const withoutCargo = (/** @type {string} */ part) => part.replace(/^ +(?:Compiling|Finished|Running|Blocking|Updating|Locking|Downloading|Downloaded|Preparing) .*\n?/gm, "");
    const running = text.match(/^ +Running .*$/m);
    if (running?.index !== undefined) {
      return { diagnostics: withoutCargo(text.slice(0, running.index)), stderr: withoutCargo(text.slice(running.index)) };
    }
    const compiled = /^ +(?:Compiling|Finished) /m.test(text);
    return compiled ? { diagnostics: withoutCargo(text), stderr: "" } : { diagnostics: "", stderr: text };
  }

  #unreachable() {
    if (this.isLocal) return "The playground is not running. Start it with `cargo run`.";
    const why = navigator.onLine === false ? "This browser is offline" : `${this.name} cannot be reached`;
    return `${why}. In a clone of this book, \`cargo run\` starts a playground on your own computer.`;
  }

  get #base() {
    return this.url.pathname.endsWith("/") ? this.url : new URL(`${this.url.href}/`);
  }

  /**
   * A link that opens `program` in the playground that the book names (the local one has no page of its own).
   * @param {CrossingProgram} program
   * @returns {string}
   */
  static link({ code, channel, edition, tests }) {
    const url = new URL(CrossingPlayground.#named ?? CrossingPlayground.PUBLIC);
    url.search = new URLSearchParams({ version: channel, mode: "debug", edition, ...(tests && { test: "true" }), code }).toString();
    return url.href;
  }
}
