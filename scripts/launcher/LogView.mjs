import { stripVTControlCharacters } from 'node:util';

const ERROR = /^\S+ \S+ error |^(Module|Build) error|^ERROR in |^\s+× |^Error:/;
const RESTART = /^Change detected, restarting/;
const BACKEND_FAILED =
  /^backend ended with code |error .*Backend startup failed/;

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
  #failBackend;

  constructor({ verbose, write }) {
    this.#verbose = verbose;
    this.#write = write;
    /**
     * Resolves when the backend ended by itself, or said that it could not
     * start: then its process stays, and never gets ready.
     */
    this.backendFailed = new Promise(resolve => {
      this.#failBackend = resolve;
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
    if (BACKEND_FAILED.test(plain)) {
      this.#failBackend();
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
