import { createMockDirectory } from '@backstage/backend-test-utils';
import git from 'isomorphic-git';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { LocalRepositories } from './LocalRepositories';

const author = { name: 'Tomas Reyes', email: 'tomas.reyes@alvenro.example' };

const dir = createMockDirectory();
const root = dir.resolve('repositories');
const source = dir.resolve('workspace');
const repositories = new LocalRepositories({ id: 'demo', path: root });

const publish = (options = {}) => ({
  name: 'lab-orders',
  source,
  author,
  message: 'Start lab-orders',
  task: 'task-1',
  ...options,
});

const inRepository = (...path: string[]) => join(root, 'lab-orders', ...path);
const log = () => git.log({ fs, dir: inRepository() });
const everything = async () => (await readdir(root).catch(() => [])).sort();

/** What Git itself says; independent of the library that writes. */
const realGit = (...args: string[]) =>
  execFileSync('git', ['-C', inRepository(), ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
  }).trim();

beforeEach(() => {
  dir.setContent({
    repositories: {},
    workspace: {
      'catalog-info.yaml': 'kind: DataProduct # ours\n',
      contracts: { 'lab-orders-v1.odcs.yaml': 'kind: DataContract\n' },
      '.gitignore': '*.csv\n',
      'rows.csv': 'a,b\n',
    },
  });
});

describe('a new repository', () => {
  it('has one commit by the person, on main, as Git sees it too', async () => {
    await chmod(join(source, 'catalog-info.yaml'), 0o755);
    const commit = await repositories.create(publish());

    expect(await log()).toHaveLength(1);
    expect(realGit('log', '--format=%H|%an|%ae|%cn|%s|%D')).toBe(
      `${commit}|${author.name}|${author.email}|${author.name}|Start lab-orders|HEAD -> main`,
    );
    expect(realGit('fsck', '--strict')).not.toMatch(/error|warning/);
    expect(realGit('status', '--porcelain')).toBe('');
    expect(realGit('ls-files', '--stage').replace(/ \w{40} /g, ' ')).toBe(
      [
        '100644 0\t.gitignore',
        '100755 0\tcatalog-info.yaml',
        '100644 0\tcontracts/lab-orders-v1.odcs.yaml',
      ].join('\n'),
    );
    expect(await everything()).toEqual(['lab-orders']);
  });

  it('is the same when the task runs again', async () => {
    const first = await repositories.create(publish());
    await writeFile(join(source, 'other.md'), 'later');

    expect(await repositories.create(publish())).toBe(first);
    expect(await log()).toHaveLength(1);
    expect(await repositories.isMadeBy('lab-orders', 'task-1')).toBe(true);
    expect(await repositories.isMadeBy('lab-orders', 'task-2')).toBe(false);
  });

  it('is made by a task that was interrupted while making it', async () => {
    await mkdir(join(root, '.lab-orders.task-1', '.git'), { recursive: true });
    await writeFile(join(root, '.lab-orders.task-1', 'half.yaml'), 'x');

    await repositories.create(publish());

    expect(realGit('ls-files')).not.toContain('half.yaml');
    expect(await everything()).toEqual(['lab-orders']);
  });

  it.each([
    ['a folder', () => mkdir(inRepository())],
    ['a file', () => writeFile(inRepository(), '')],
    ['a link', () => symlink('/tmp', inRepository())],
    ['a broken link', () => symlink('/nowhere', inRepository())],
    [
      "another task's repository",
      async () => {
        await repositories.create(publish({ task: 'other' }));
      },
    ],
  ])('is refused where there is %s', async (_, make) => {
    await make();
    const before = await everything();

    await expect(repositories.create(publish())).rejects.toThrow(
      'There is already a repository named lab-orders: choose another name',
    );
    await expect(repositories.check(publish())).rejects.toThrow('already');
    expect(await everything()).toEqual(before);
  });

  it('is made once when two tasks want it at once', async () => {
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map(task => repositories.create(publish({ task }))),
    );

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
    const refusals = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason.message] : [],
    );
    expect(refusals).toEqual(
      Array(2).fill(expect.stringContaining('already a repository')),
    );
    expect(await everything()).toEqual(['lab-orders']);
    expect(realGit('status', '--porcelain')).toBe('');
  });

  it.each([
    '',
    '.',
    '..',
    '../other',
    '..\\other',
    '/etc',
    'a/b',
    '.hidden',
    '.git',
    '-a',
    'a-',
    'a--b',
    'Lab',
    'lab orders',
    'lab_orders',
    'lab\u0000',
    'lab\n',
    'läb',
    'con',
    'x'.repeat(64),
  ])('is refused with the name %j', async name => {
    const refused = 'cannot be the name of a repository';
    await expect(repositories.create(publish({ name }))).rejects.toThrow(
      refused,
    );
    await expect(repositories.check(publish({ name }))).rejects.toThrow(
      refused,
    );
    await expect(
      repositories.change({ ...publish({ name }), basedOn: 'x' }),
    ).rejects.toThrow(refused);
    await expect(repositories.fetch(name, source)).rejects.toThrow(refused);
    expect(await everything()).toEqual([]);
  });

  it.each([
    ['to a file outside', 'out', '../secret.txt'],
    ['by its absolute path', 'out', dir.resolve('workspace/catalog-info.yaml')],
    ['to a folder outside', 'out', '..'],
    ['in a folder, to a file outside', 'contracts/out', '../../secret.txt'],
    ['to nothing', 'out', 'gone.yaml'],
    ['to itself', 'out', 'out'],
  ])('is refused with a link %s', async (_, path, target) => {
    await writeFile(dir.resolve('secret.txt'), 'secret');
    await symlink(target, join(source, path));

    await expect(repositories.create(publish())).rejects.toThrow(
      `The link ${path} leads out of the repository`,
    );
    expect(await everything()).toEqual([]);
  });

  it('keeps a link to a file inside', async () => {
    await symlink('../catalog-info.yaml', join(source, 'contracts', 'link'));
    await repositories.create(publish());

    expect(realGit('ls-files', '--stage', 'contracts/link')).toMatch(/^120000/);
    expect(await readFile(inRepository('contracts', 'link'), 'utf8')).toContain(
      'DataProduct',
    );
  });

  it.each([
    ['nothing', {}],
    ['only what is ignored', { '.gitignore': '*\n', 'a.csv': 'a' }],
    ['only a repository', { '.git': { config: '' }, '.GIT': { config: '' } }],
  ])('is refused where the workspace holds %s', async (_, workspace) => {
    dir.setContent({ repositories: {}, workspace });

    await expect(repositories.create(publish())).rejects.toThrow(
      'There is nothing to commit',
    );
    expect(await everything()).toEqual([]);
  });

  it('is not there at all when a step fails', async () => {
    const failing = jest
      .spyOn(git, 'commit')
      .mockRejectedValueOnce(new Error('disk full'));

    await expect(repositories.create(publish())).rejects.toThrow('disk full');
    expect(await everything()).toEqual([]);

    failing.mockRestore();
    await repositories.create(publish());
    expect(await everything()).toEqual(['lab-orders']);
  });

  it('makes the folder of all repositories when it is missing', async () => {
    await rm(root, { recursive: true });
    await repositories.create(publish());
    expect(await everything()).toEqual(['lab-orders']);
  });
});

describe('a change', () => {
  let basedOn: string;
  const change = (options = {}) => ({
    ...publish({ task: 'task-2', message: 'Say whose', ...options }),
    basedOn,
    ...options,
  });

  beforeEach(async () => {
    basedOn = await repositories.create(publish());
    await rm(source, { recursive: true });
    await mkdir(source);
    await repositories.fetch('lab-orders', source);
    await writeFile(
      join(source, 'catalog-info.yaml'),
      'kind: DataProduct # theirs\n',
    );
    await mkdir(join(source, 'docs'));
    await writeFile(join(source, 'docs', 'index.md'), '# New\n');
  });

  async function expectUntouched() {
    expect(realGit('rev-parse', 'HEAD')).toBe(basedOn);
    expect(realGit('status', '--porcelain')).toBe('');
    expect(await readFile(inRepository('catalog-info.yaml'), 'utf8')).toBe(
      'kind: DataProduct # ours\n',
    );
  }

  it('is one commit with only the files that differ', async () => {
    const { commit, changedFiles } = await repositories.change(change());

    expect(changedFiles).toEqual(['catalog-info.yaml', 'docs/index.md']);
    expect(realGit('log', '-1', '--name-only', '--format=%H %P %an %s')).toBe(
      `${commit} ${basedOn} Tomas Reyes Say whose\n\ncatalog-info.yaml\ndocs/index.md`,
    );
    expect(realGit('status', '--porcelain')).toBe('');
    expect(realGit('fsck', '--strict')).not.toMatch(/error|warning/);
    expect(await repositories.isMadeBy('lab-orders', 'task-1')).toBe(false);
  });

  it('without a difference makes no commit', async () => {
    expect(await repositories.fetch('lab-orders', source)).toBe(basedOn);
    await rm(join(source, 'docs'), { recursive: true });

    expect(await repositories.change(change())).toEqual({
      commit: basedOn,
      changedFiles: [],
    });
    await expectUntouched();
  });

  it('is the same when the task runs again', async () => {
    const { commit } = await repositories.change(change());

    expect(await repositories.change(change())).toEqual({
      commit,
      changedFiles: [],
    });
    expect(await log()).toHaveLength(2);
  });

  it('is refused when somebody else was faster', async () => {
    const { commit } = await repositories.change(change({ task: 'theirs' }));

    await expect(repositories.change(change())).rejects.toThrow(
      'Somebody else changed lab-orders in the meantime: load it again',
    );
    expect(realGit('rev-parse', 'HEAD')).toBe(commit);
    expect(realGit('status', '--porcelain')).toBe('');
  });

  it('lets one of many at once through', async () => {
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map(task => repositories.change(change({ task }))),
    );

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
    expect(await log()).toHaveLength(2);
    expect(realGit('status', '--porcelain')).toBe('');
  });

  it('is refused while Git is at work', async () => {
    await writeFile(inRepository('.git', 'index.lock'), '');

    await expect(repositories.change(change())).rejects.toThrow(
      'is being changed by somebody else',
    );
    expect(fs.existsSync(inRepository('.git', 'index.lock'))).toBe(true);
    await rm(inRepository('.git', 'index.lock'));
    await expectUntouched();
  });

  it('is refused over changes that nobody committed', async () => {
    await writeFile(inRepository('catalog-info.yaml'), 'kind: Mine\n');
    const refusal = 'changes that are not committed (catalog-info.yaml)';

    await expect(repositories.change(change())).rejects.toThrow(refusal);
    await expect(repositories.fetch('lab-orders', source)).rejects.toThrow(
      refusal,
    );
    expect(await readFile(inRepository('catalog-info.yaml'), 'utf8')).toBe(
      'kind: Mine\n',
    );
  });

  it('is refused where the repository is a link', async () => {
    await symlink(inRepository(), join(root, 'alias'));
    await expect(
      repositories.change(change({ name: 'alias' })),
    ).rejects.toThrow('There is no repository named alias');
  });

  it('does not write through a link out of the repository', async () => {
    const outside = dir.resolve('outside');
    await mkdir(outside);
    await symlink(outside, inRepository('docs'));

    await expect(repositories.change(change())).rejects.toThrow(
      'docs/index.md would lie outside the repository',
    );
    expect(await readdir(outside)).toEqual([]);
    expect(realGit('rev-parse', 'HEAD')).toBe(basedOn);
  });

  it('that fails leaves the repository as it was, and can be repeated', async () => {
    const failing = jest
      .spyOn(git, 'commit')
      .mockRejectedValueOnce(new Error('disk full'));

    await expect(repositories.change(change())).rejects.toThrow('disk full');
    await expectUntouched();
    expect(fs.existsSync(inRepository('docs', 'index.md'))).toBe(false);

    failing.mockRestore();
    const { changedFiles } = await repositories.change(change());
    expect(changedFiles).toEqual(['catalog-info.yaml', 'docs/index.md']);
  });

  it('that was interrupted is taken up by its own task only', async () => {
    await writeFile(inRepository('.git', 'index.lock'), 'task-2');
    await writeFile(inRepository('catalog-info.yaml'), 'kind: Dat');

    await expect(
      repositories.change(change({ task: 'other' })),
    ).rejects.toThrow('is being changed by somebody else');

    const { changedFiles } = await repositories.change(change());
    expect(changedFiles).toEqual(['catalog-info.yaml', 'docs/index.md']);
    expect(realGit('status', '--porcelain')).toBe('');
  });
});

describe('placeOf', () => {
  it.each([
    [
      'lab-orders/catalog-info.yaml',
      { name: 'lab-orders', file: 'catalog-info.yaml' },
    ],
    ['lab-orders/a/b.yaml', { name: 'lab-orders', file: 'a/b.yaml' }],
    ['catalog-info.yaml', undefined],
    ['../products/x/catalog-info.yaml', undefined],
    ['../repositories-2/x/catalog-info.yaml', undefined],
    ['.hidden/catalog-info.yaml', undefined],
    ['', undefined],
  ])('of %j', (path, expected) => {
    expect(repositories.placeOf(join(root, path))).toEqual(expected);
  });
});
