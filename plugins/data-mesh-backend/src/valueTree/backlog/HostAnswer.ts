/** It has had enough for now. */
export class HostRests extends Error {
  readonly milliseconds: number;

  constructor(host: string, milliseconds: number) {
    super(`${host} wants to be asked less often`);
    this.milliseconds = milliseconds;
  }
}

const SHORTEST_REST_MS = 60_000;
const LONGEST_REST_MS = 60 * 60_000;

/** What a host answered; undefined when there is no such thing to be seen. */
export type HostAnswer = { body: unknown } | undefined;

/**
 * @throws HostRests when there were too many requests
 * @throws Error when there is no answer to work with
 */
export async function askHost(
  url: string,
  options: {
    headers: Record<string, string>;
    host: string;
    signal: AbortSignal;
    patienceMs: number;
  },
): Promise<HostAnswer> {
  const { host, headers, patienceMs } = options;
  const signal = AbortSignal.any([
    options.signal,
    AbortSignal.timeout(patienceMs),
  ]);
  const { response, text } = await receive(url, { headers, signal }, host);
  const { status } = response;
  if (status === 429 || (status === 403 && asksForRest(response, text))) {
    throw new HostRests(host, restOf(response));
  }
  if (status === 401 || status === 403) {
    throw new Error(`${host} does not let the portal see it`);
  }
  if (status === 404 || status === 410) {
    return undefined;
  }
  if (!response.ok) {
    throw new Error(`${host} answered with status ${status}`);
  }
  return { body: parse(text) };
}

async function receive(url: string, init: RequestInit, host: string) {
  try {
    const response = await fetch(url, init);
    return { response, text: await response.text() };
  } catch (cause) {
    throw new Error(`${host} did not answer`, { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asksForRest({ headers }: Response, text: string): boolean {
  return (
    headers.has('retry-after') ||
    headerOf(headers, 'ratelimit-remaining') === '0' ||
    /rate limit/i.test(text)
  );
}

/** Both tell it in seconds: how long, or since 1970 until when. */
function restOf({ headers }: Response): number {
  const after = Number(headers.get('retry-after') ?? 0) * 1000;
  const until =
    headerOf(headers, 'ratelimit-remaining') === '0'
      ? Number(headerOf(headers, 'ratelimit-reset')) * 1000 - Date.now()
      : 0;
  const wanted = Math.max(after || 0, until || 0, SHORTEST_REST_MS);
  return Math.min(wanted, LONGEST_REST_MS);
}

/** GitHub writes them with `x-`, GitLab without. */
function headerOf(headers: Headers, name: string): string | null {
  return headers.get(name) ?? headers.get(`x-${name}`);
}
