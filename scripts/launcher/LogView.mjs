import { stripVTControlCharacters } from 'node:util';

const ERROR = /^\S+ \S+ error |^(Module|Build) error|^ERROR in |^\s+× |^Error:/;
const RESTART = /^Change detected, restarting/;
const BACKEND_ENDED = /^backend ended with code /;

/**
 * What of the portal's output a person sees. Everything with `verbose`;
 * otherwise nothing until the portal is ready, then errors, each with the
 * lines that belong to it.
 */
export class LogView {
  #verbose;
  #write;
  #ready = false;
  #showing = false;
  #rest = '';
  #endBackend;

  constructor({ verbose, write }) {
    this.#verbose = verbose;
    this.#write = write;
    /** Resolves when the backend's process ended by itself. */
    this.backendEnded = new Promise(resolve => {
      this.#endBackend = resolve;
    });
  }

  portalIsReady() {
    this.#ready = true;
  }

  add(chunk) {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop();
    lines.forEach(line => this.#line(line));
  }

  #line(line) {
    const plain = stripVTControlCharacters(line);
    if (BACKEND_ENDED.test(plain)) {
      this.#endBackend();
    }
    const belongsToLast = /^\s/.test(plain);
    this.#showing =
      ERROR.test(plain) ||
      RESTART.test(plain) ||
      (this.#showing && belongsToLast);
    if (this.#verbose || (this.#ready && this.#showing)) {
      this.#write(`${line}\n`);
    }
  }
}
