import { BacklogProvider } from '../../api';

/**
 * Where backlog items of one provider are kept.
 *
 * @public
 */
export interface BacklogHost {
  provider: Exclude<BacklogProvider, 'url'>;
  /** Such as `https://github.example.com` or `https://example.com/gitlab`. */
  baseUrl: string;
}

/**
 * The parts of a ref such as `alvenro/orders#41`.
 *
 * @public
 */
export interface IssueRef {
  /** With its port, if it has one; absent on github.com and gitlab.com. */
  host?: string;
  /** Owner and repository, or groups and project. */
  path: string;
  kind: 'issue' | 'merge-request';
  number: number;
}

/** The hosts that a ref without one is on. */
export const publicHosts = {
  github: 'github.com',
  gitlab: 'gitlab.com',
} as const;

const SHORT =
  /^(?:([a-z0-9][a-z0-9.-]*(?::\d{1,5})?):)?([\w.-]+(?:\/[\w.-]+)+)([#!])([1-9]\d{0,9})$/i;

/**
 * Takes a ref of GitHub or GitLab apart: `alvenro/orders#41`, on another host
 * `github.example.com:alvenro/orders#41`; `!` stands before the number of a
 * merge request of GitLab.
 *
 * @returns undefined when it is none
 * @public
 */
export function readIssueRef(ref: string): IssueRef | undefined {
  const [, host, path, sign, number] = SHORT.exec(ref) ?? [];
  if (!path || path.split('/').some(part => /^\.+$/.test(part))) {
    return undefined;
  }
  return {
    host: host?.toLocaleLowerCase('en-US'),
    path,
    kind: sign === '#' ? 'issue' : 'merge-request',
    number: Number(number),
  };
}

/** @returns undefined when the provider has no items of this shape */
export function writeIssueRef(
  provider: 'github' | 'gitlab',
  { host, path, kind, number }: IssueRef,
): string | undefined {
  const isGitHub = provider === 'github';
  if (isGitHub && (path.split('/').length !== 2 || kind !== 'issue')) {
    return undefined;
  }
  const place = host && host !== publicHosts[provider] ? `${host}:` : '';
  return `${place}${path}${kind === 'issue' ? '#' : '!'}${number}`;
}

/**
 * The page of a backlog item.
 *
 * @param hosts - that are known; needed for Jira, and where a host serves its
 * pages below a path
 * @returns undefined where that is not known
 * @public
 */
export function backlogUrlOf(
  provider: BacklogProvider,
  ref: string,
  hosts: readonly BacklogHost[] = [],
): string | undefined {
  if (provider === 'url') {
    return isWebAddress(ref) ? ref : undefined;
  }
  if (provider === 'jira') {
    const base = hosts.find(host => host.provider === 'jira');
    return base && `${trimmed(base.baseUrl)}/browse/${encodeURIComponent(ref)}`;
  }
  const issue = readIssueRef(ref);
  if (!issue) {
    return undefined;
  }
  const host = issue.host ?? publicHosts[provider];
  const known = hosts.find(
    one => one.provider === provider && hostOf(one.baseUrl) === host,
  );
  const base = known ? trimmed(known.baseUrl) : `https://${host}`;
  const issues = provider === 'github' ? 'issues' : '-/issues';
  const place = issue.kind === 'issue' ? issues : '-/merge_requests';
  return `${base}/${issue.path}/${place}/${issue.number}`;
}

/** Whether it is a whole address of http or https, without a password. */
export function isWebAddress(text: string): boolean {
  return Boolean(/^https?:\/\//i.test(text) && webAddressOf(text));
}

export function webAddressOf(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return url.username || url.password ? undefined : url;
  } catch {
    return undefined;
  }
}

/** With its port, unless that is the usual one. */
export function hostOf(baseUrl: string): string | undefined {
  return webAddressOf(baseUrl)?.host;
}

export function trimmed(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '');
}
