import { BacklogProvider } from '../../api';
import { BacklogHost, IssueRef, trimmed, webAddressOf } from './issueRef';

/** What the address of a page leads to. */
export type Page =
  | { provider: 'github' | 'gitlab'; base: string; issue: IssueRef }
  | { provider: 'jira'; base: string; key: string };

type Item = Pick<IssueRef, 'path' | 'kind' | 'number'>;

/** Digits, letters and `_`, a hyphen and a number. */
export const JIRA_KEY = /^[a-z][a-z0-9_]{1,20}-[1-9]\d{0,9}$/i;

/**
 * Recognises the address of an item. On a host that is not known, what GitLab
 * and Jira alone have in their addresses tells; those of GitHub are like those
 * of others.
 */
export function readAddress(
  address: string,
  wanted: BacklogProvider | undefined,
  hosts: readonly BacklogHost[],
): Page | undefined {
  const url = webAddressOf(address);
  if (!url || !/^https?:$/.test(url.protocol)) {
    return undefined;
  }
  const whole = url.origin + url.pathname;
  const known = [...hosts]
    .sort((a, b) => b.baseUrl.length - a.baseUrl.length)
    .find(({ baseUrl }) => whole.startsWith(`${trimmed(baseUrl)}/`));
  if (known && wanted && known.provider !== wanted) {
    return undefined;
  }
  const provider = wanted ?? known?.provider;
  const base = known ? trimmed(known.baseUrl) : url.origin;
  const path = whole.slice(base.length);
  const may = (one: BacklogProvider) => !provider || provider === one;
  const is = (one: BacklogProvider) =>
    provider === one || (!provider && url.hostname.includes(one));

  const inLab = may('gitlab') && inGitLab(path, is('gitlab'));
  if (inLab) {
    return { provider: 'gitlab', base, issue: { host: url.host, ...inLab } };
  }
  const inHub = is('github') && inGitHub(path);
  if (inHub) {
    return { provider: 'github', base, issue: { host: url.host, ...inHub } };
  }
  const key = may('jira') && inJira(path, url.searchParams);
  return key ? { provider: 'jira', base, key } : undefined;
}

/** @param isSure - whether addresses without `/-/`, as of old, count too */
function inGitLab(path: string, isSure: boolean): Item | undefined {
  const [, project, mark, kind, number] =
    /^\/([^/]+(?:\/[^/]+)+?)(\/-)?\/(issues|work_items|merge_requests)\/([1-9]\d{0,9})(?:\/|$)/.exec(
      path,
    ) ?? [];
  return project && !project.startsWith('groups/') && (mark || isSure)
    ? {
        path: project,
        kind: kind === 'merge_requests' ? 'merge-request' : 'issue',
        number: Number(number),
      }
    : undefined;
}

function inGitHub(path: string): Item | undefined {
  const [, repository, number] =
    /^\/([^/]+\/[^/]+)\/(?:issues|pull)\/([1-9]\d{0,9})(?:\/|$)/.exec(path) ??
    [];
  return repository
    ? { path: repository, kind: 'issue', number: Number(number) }
    : undefined;
}

function inJira(path: string, search: URLSearchParams): string | undefined {
  const key =
    /\/(?:browse|issues)\/([^/]+)\/?$/.exec(path)?.[1] ??
    search.get('selectedIssue');
  return key && JIRA_KEY.test(key) ? key.toLocaleUpperCase('en-US') : undefined;
}
