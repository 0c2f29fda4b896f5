import { BacklogProvider } from '../../api';
import { JIRA_KEY, readAddress } from './addresses';
import {
  BacklogHost,
  backlogUrlOf,
  hostOf,
  isWebAddress,
  IssueRef,
  publicHosts,
  readIssueRef,
  writeIssueRef,
} from './issueRef';

/**
 * An item of a backlog, as links name it.
 *
 * @public
 */
export interface BacklogRef {
  provider: BacklogProvider;
  /** Such as `alvenro/orders#41`, `PAT-88` or an address. */
  ref: string;
  /** Its page, where that is known. */
  url?: string;
}

const LONGEST_REF = 300;
/** As people copy it without `https://`. */
const ADDRESS_WITHOUT_SCHEME = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?\//i;

const PUBLIC: readonly BacklogHost[] = [
  { provider: 'github', baseUrl: `https://${publicHosts.github}` },
  { provider: 'gitlab', baseUrl: `https://${publicHosts.gitlab}` },
];

/**
 * Recognises an item of a backlog in what a person, a pipeline or a document
 * says: `alvenro/orders#41`, `group/project!7`, `PAT-88`, the address of an
 * issue, or any other address.
 *
 * @param options - `provider`: it has to be one of this provider; else the one
 * that fits is found. `hosts`: that are known besides github.com and gitlab.com
 * @returns undefined when it is none
 * @public
 */
export function parseBacklogRef(
  text: string,
  options: {
    provider?: BacklogProvider;
    hosts?: readonly BacklogHost[];
  } = {},
): BacklogRef | undefined {
  const { provider } = options;
  const hosts = [...(options.hosts ?? []), ...PUBLIC];
  const given = text.trim();
  const found =
    provider === 'url'
      ? undefined
      : fromShortForm(given, provider, hosts) ??
        fromKey(given, provider, hosts) ??
        fromPage(given, provider, hosts);
  const item = found ?? fromAnyAddress(given, provider);
  return item && item.ref.length <= LONGEST_REF ? item : undefined;
}

function fromShortForm(
  text: string,
  wanted: BacklogProvider | undefined,
  hosts: readonly BacklogHost[],
): BacklogRef | undefined {
  const parts = readIssueRef(text);
  if (!parts || wanted === 'jira') {
    return undefined;
  }
  const issue = withHost(parts, hosts);
  const fitsGitHub =
    issue.kind === 'issue' && issue.path.split('/').length === 2;
  const provider =
    wanted ??
    providerOfHost(issue.host, hosts) ??
    (fitsGitHub ? 'github' : 'gitlab');
  return provider === 'github' || provider === 'gitlab'
    ? toItem(provider, issue, hosts)
    : undefined;
}

/** People write github.com/alvenro/orders#41 as well. */
function withHost(issue: IssueRef, hosts: readonly BacklogHost[]): IssueRef {
  const [first, ...rest] = issue.path.split('/');
  const host = first.toLocaleLowerCase('en-US');
  return !issue.host && rest.length > 1 && isAmong(hosts, host)
    ? { ...issue, host, path: rest.join('/') }
    : issue;
}

function fromKey(
  text: string,
  wanted: BacklogProvider | undefined,
  hosts: readonly BacklogHost[],
): BacklogRef | undefined {
  if ((wanted && wanted !== 'jira') || !JIRA_KEY.test(text)) {
    return undefined;
  }
  const ref = text.toLocaleUpperCase('en-US');
  const url = backlogUrlOf('jira', ref, hosts);
  return { provider: 'jira', ref, ...(url && { url }) };
}

function fromPage(
  text: string,
  wanted: BacklogProvider | undefined,
  hosts: readonly BacklogHost[],
): BacklogRef | undefined {
  const page = readAddress(withScheme(text), wanted, hosts);
  if (!page) {
    return undefined;
  }
  const { provider, base } = page;
  return provider === 'jira'
    ? { provider, ref: page.key, url: `${base}/browse/${page.key}` }
    : toItem(provider, page.issue, [{ provider, baseUrl: base }, ...hosts]);
}

function fromAnyAddress(
  text: string,
  wanted: BacklogProvider | undefined,
): BacklogRef | undefined {
  const ref = withScheme(text);
  return (!wanted || wanted === 'url') && isWebAddress(ref)
    ? { provider: 'url', ref, url: ref }
    : undefined;
}

function toItem(
  provider: 'github' | 'gitlab',
  issue: IssueRef,
  hosts: readonly BacklogHost[],
): BacklogRef | undefined {
  const ref = writeIssueRef(provider, issue);
  const url = ref && backlogUrlOf(provider, ref, hosts);
  return url ? { provider, ref, url } : undefined;
}

function providerOfHost(
  host: string | undefined,
  hosts: readonly BacklogHost[],
): BacklogProvider | undefined {
  return host
    ? hosts.find(({ baseUrl }) => hostOf(baseUrl) === host)?.provider ??
        (['gitlab', 'github'] as const).find(name => host.includes(name))
    : undefined;
}

function isAmong(hosts: readonly BacklogHost[], host: string): boolean {
  return hosts.some(({ baseUrl }) => hostOf(baseUrl) === host);
}

function withScheme(text: string): string {
  return ADDRESS_WITHOUT_SCHEME.test(text) ? `https://${text}` : text;
}
