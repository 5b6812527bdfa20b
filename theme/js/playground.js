// @ts-check
// Which playground is in reach, and its protocol. Knows nothing of listings.

/**
 * @typedef {{ code: string, channel: string, edition: string, tests: boolean, name?: string, sanitizer?: "thread" | "address" }} CrossingProgram
 *   `name` and `sanitizer` are for the local playground, and left out for another.
 * @typedef {object} CrossingRun
 * @property {boolean} success whether it compiled and ended with status 0
 * @property {string} exitDetail how it ended, in the playground's words
 * @property {string} stdout
 * @property {string} stderr what the program printed there; the compiler's words too, where `diagnostics` has none
 * @property {string} diagnostics the compiler's words with ANSI colours, where the playground sends them apart
 * @property {string} compiler `rustc 1.95.0`, where the playground says so
 * @property {string} limit the limit that it was ended for, if any: `time`, `memory` …
 * @property {number} seconds from the request to the answer
 */

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
    const named = CrossingPlayground.#meta("playground-url");
    if (named) return new CrossingPlayground(new URL(named.content, location.href), { isLocal: false });
    return null;
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
    const timeout = AbortSignal.timeout(CrossingPlayground.PATIENCE_MS);
    const started = performance.now();
    /** @type {Record<string, string>} */
    const headers = { "Content-Type": "application/json" };
    if (this.token) headers["X-Crossing-Token"] = this.token;
    try {
      const response = await fetch(new URL("execute", this.#base), {
        method: "POST",
        headers,
        credentials: "omit",
        signal: AbortSignal.any([stop, timeout]),
        body: JSON.stringify(this.#request(program)),
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
    return {
      success: body.success === true,
      exitDetail: String(body.exitDetail ?? ""),
      stdout: body.stdout,
      stderr: String(body.stderr ?? ""),
      diagnostics: String(body.diagnostics ?? ""),
      compiler: String(body.compiler ?? "").replace(/ \(.*\)$/, ""),
      limit: String(body.ended?.limit ?? ""),
    };
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
    const named = CrossingPlayground.#meta("playground-url")?.content ?? "https://play.rust-lang.org/";
    const url = new URL(named, location.href);
    url.search = new URLSearchParams({ version: channel, mode: "debug", edition, ...(tests && { test: "true" }), code }).toString();
    return url.href;
  }
}
