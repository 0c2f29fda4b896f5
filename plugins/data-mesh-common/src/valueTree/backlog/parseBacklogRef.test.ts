import fc from 'fast-check';
import { backlogProviders } from '../../api';
import { backlogUrlOf, BacklogHost, readIssueRef } from './issueRef';
import { parseBacklogRef } from './parseBacklogRef';

const HOSTS: BacklogHost[] = [
  { provider: 'github', baseUrl: 'https://git.alvenro.example' },
  { provider: 'gitlab', baseUrl: 'https://tools.alvenro.example/gitlab/' },
  { provider: 'gitlab', baseUrl: 'http://lab.local:8080' },
  { provider: 'jira', baseUrl: 'https://tools.alvenro.example/jira' },
];
const HUB = 'https://github.com/alvenro/scheduling/issues/210';
const LAB = 'https://gitlab.com/alvenro/care/orders/-/issues/12';
const LAB_MR = 'https://gitlab.com/alvenro/orders/-/merge_requests/3';

describe('parseBacklogRef', () => {
  it.each([
    // Short forms
    ['alvenro/scheduling#210', 'github', 'alvenro/scheduling#210', HUB],
    ['  alvenro/scheduling#210 ', 'github', 'alvenro/scheduling#210', HUB],
    [
      'github.com/alvenro/scheduling#210',
      'github',
      'alvenro/scheduling#210',
      HUB,
    ],
    [
      'github.com:alvenro/scheduling#210',
      'github',
      'alvenro/scheduling#210',
      HUB,
    ],
    ['alvenro/care/orders#12', 'gitlab', 'alvenro/care/orders#12', LAB],
    ['alvenro/orders!3', 'gitlab', 'alvenro/orders!3', LAB_MR],
    ['gitlab.com/alvenro/orders!3', 'gitlab', 'alvenro/orders!3', LAB_MR],
    ['PAT-88', 'jira', 'PAT-88', undefined],
    ['pat-88', 'jira', 'PAT-88', undefined],
    // Addresses that people paste
    [HUB, 'github', 'alvenro/scheduling#210', HUB],
    [`${HUB}/`, 'github', 'alvenro/scheduling#210', HUB],
    [
      `${HUB}?notification=1#issuecomment-7`,
      'github',
      'alvenro/scheduling#210',
      HUB,
    ],
    [
      'https://github.com/alvenro/scheduling/pull/210/files',
      'github',
      'alvenro/scheduling#210',
      HUB,
    ],
    [
      'github.com/alvenro/scheduling/issues/210',
      'github',
      'alvenro/scheduling#210',
      HUB,
    ],
    [LAB, 'gitlab', 'alvenro/care/orders#12', LAB],
    [`${LAB}#note_5`, 'gitlab', 'alvenro/care/orders#12', LAB],
    [
      'https://gitlab.com/alvenro/care/orders/-/work_items/12',
      'gitlab',
      'alvenro/care/orders#12',
      LAB,
    ],
    [
      'https://gitlab.com/alvenro/care/orders/issues/12',
      'gitlab',
      'alvenro/care/orders#12',
      LAB,
    ],
    [`${LAB_MR}/diffs`, 'gitlab', 'alvenro/orders!3', LAB_MR],
    [
      'https://alvenro.atlassian.net/browse/PAT-88?focusedId=1',
      'jira',
      'PAT-88',
      'https://alvenro.atlassian.net/browse/PAT-88',
    ],
    [
      'https://alvenro.atlassian.net/jira/software/projects/PAT/boards/3?selectedIssue=PAT-88',
      'jira',
      'PAT-88',
      'https://alvenro.atlassian.net/browse/PAT-88',
    ],
    // Hosts that nobody told of, by what their addresses have alone
    [
      'https://code.example/team/orders/-/issues/4',
      'gitlab',
      'code.example:team/orders#4',
      'https://code.example/team/orders/-/issues/4',
    ],
    [
      'https://github.example.com/team/orders/issues/4',
      'github',
      'github.example.com:team/orders#4',
      'https://github.example.com/team/orders/issues/4',
    ],
    [
      'gitlab.example.com:team/orders#4',
      'gitlab',
      'gitlab.example.com:team/orders#4',
      'https://gitlab.example.com/team/orders/-/issues/4',
    ],
    // Anything else that has an address
    ...[
      'https://github.com/alvenro/scheduling/wiki',
      'https://github.com/orgs/alvenro/projects/3',
      'https://github.com/alvenro/scheduling/issues/new',
      'https://gitlab.com/groups/alvenro/-/work_items/3',
      'https://gitlab.com/groups/alvenro/-/epics/3',
      'https://code.example/team/orders/issues/4',
      'https://trello.example/c/abc',
      'http://board.local:3000/items?id=4',
    ].map(url => [url, 'url', url, url] as const),
  ] as const)('recognises %s', (text, provider, ref, url) => {
    expect(parseBacklogRef(text)).toEqual({ provider, ref, url });
  });

  it.each([
    [
      'https://git.alvenro.example/team/orders/issues/4',
      'github',
      'git.alvenro.example:team/orders#4',
      'https://git.alvenro.example/team/orders/issues/4',
    ],
    [
      'git.alvenro.example/team/orders#4',
      'github',
      'git.alvenro.example:team/orders#4',
      'https://git.alvenro.example/team/orders/issues/4',
    ],
    [
      'https://tools.alvenro.example/gitlab/team/orders/-/issues/4',
      'gitlab',
      'tools.alvenro.example:team/orders#4',
      'https://tools.alvenro.example/gitlab/team/orders/-/issues/4',
    ],
    [
      'lab.local:8080:team/sub/orders!4',
      'gitlab',
      'lab.local:8080:team/sub/orders!4',
      'http://lab.local:8080/team/sub/orders/-/merge_requests/4',
    ],
    [
      'https://tools.alvenro.example/jira/browse/LAB-1',
      'jira',
      'LAB-1',
      'https://tools.alvenro.example/jira/browse/LAB-1',
    ],
    [
      'LAB-1',
      'jira',
      'LAB-1',
      'https://tools.alvenro.example/jira/browse/LAB-1',
    ],
  ])('recognises %s on a host that is known', (text, provider, ref, url) => {
    expect(parseBacklogRef(text, { hosts: HOSTS })).toEqual({
      provider,
      ref,
      url,
    });
  });

  it.each([
    ['alvenro/orders#4', 'gitlab', 'alvenro/orders#4'],
    ['alvenro/orders#4', 'github', 'alvenro/orders#4'],
    [
      'https://code.example/team/orders/issues/4',
      'github',
      'code.example:team/orders#4',
    ],
    [
      'https://code.example/team/orders/issues/4',
      'gitlab',
      'code.example:team/orders#4',
    ],
    [HUB, 'url', HUB],
  ] as const)('takes %s as of %s', (text, provider, ref) => {
    expect(parseBacklogRef(text, { provider })).toMatchObject({
      provider,
      ref,
    });
  });

  it.each([
    ['', undefined],
    ['#210', undefined],
    ['alvenro#210', undefined],
    ['alvenro/scheduling', undefined],
    ['alvenro/scheduling#0', undefined],
    ['alvenro/../admin#1', undefined],
    ['alvenro/scheduling#210 and more', undefined],
    ['mailto:ann@alvenro.example', undefined],
    ['data:text/html,hello', undefined],
    ['ftp://alvenro.example/orders', undefined],
    ['https://ann:secret@alvenro.example/orders', undefined],
    ['https://', undefined],
    [`https://alvenro.example/${'x'.repeat(300)}`, undefined],
    ['alvenro/care/orders#12', 'github'],
    ['alvenro/orders!3', 'github'],
    ['PAT-88', 'github'],
    ['alvenro/orders#3', 'jira'],
    ['alvenro/orders#3', 'url'],
    [LAB, 'github'],
    [HUB, 'gitlab'],
    [HUB, 'jira'],
    ['https://alvenro.example/orders', 'jira'],
  ] as const)('refuses %s as %s', (text, provider) => {
    expect(parseBacklogRef(text, { provider })).toBeUndefined();
  });

  it('reads what it has written, and never throws', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,8}$/);
    const path = fc
      .array(name, { minLength: 2, maxLength: 4 })
      .map(parts => parts.join('/'));
    const short = fc
      .tuple(path, fc.constantFrom('#', '!'), fc.integer({ min: 1, max: 1e6 }))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), short),
        fc.constantFrom(undefined, ...backlogProviders),
        (text, provider) => {
          const item = parseBacklogRef(text, { provider, hosts: HOSTS });
          const again =
            item &&
            parseBacklogRef(item.ref, {
              provider: item.provider,
              hosts: HOSTS,
            });
          expect(again).toEqual(item);
          expect(item?.url ?? 'https://').toMatch(/^https?:\/\//);
        },
      ),
    );
  });
});

it.each([
  ['alvenro/orders#4', { path: 'alvenro/orders', kind: 'issue', number: 4 }],
  [
    'Git.Example:8443:a/b/c!5',
    {
      host: 'git.example:8443',
      path: 'a/b/c',
      kind: 'merge-request',
      number: 5,
    },
  ],
  ['PAT-88', undefined],
  ['a/..#1', undefined],
])('takes %s apart', (ref, parts) => {
  expect(readIssueRef(ref)).toEqual(parts);
});

it('knows no page of what is no ref', () => {
  expect(backlogUrlOf('github', 'PAT-88')).toBeUndefined();
  expect(backlogUrlOf('jira', 'PAT-88')).toBeUndefined();
  expect(backlogUrlOf('url', 'data:text/html,hello')).toBeUndefined();
});
