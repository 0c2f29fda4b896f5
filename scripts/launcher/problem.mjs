import { existsSync, readFileSync } from 'node:fs';

/**
 * Something a person can act on: told as one sentence and without a stack,
 * followed by the end of a log when there is one that helps.
 */
export class Problem extends Error {
  constructor(message, { log } = {}) {
    super(message);
    this.name = 'Problem';
    this.log = log;
  }
}

/** The last lines of a log, for showing below a problem. */
export function tailOf(log, lines = 40) {
  if (!log || !existsSync(log)) {
    return '';
  }
  return (
    readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      // Our own questions whether it is ready yet.
      .filter(line => !line.includes('/.backstage/health/'))
      .slice(-lines)
      .join('\n')
  );
}

const NETWORK_ERROR =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT)\b|network request .* failed|network connectivity/i;

/** Whether a tool's output says that it could not reach the network. */
export function looksLikeNoNetwork(output) {
  return NETWORK_ERROR.test(output);
}
