import { createMockDirectory } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { execFileSync } from 'node:child_process';
import fs, { rm, symlink, writeFile } from 'node:fs/promises';
import { LocalFolder } from './LocalFolder';

const dir = createMockDirectory();

function product(name: string, more = '') {
  return `apiVersion: backstage-data-mesh.io/v1alpha1
kind: DataProduct
metadata: { name: ${name} }
spec: { owner: a, lifecycle: production }
${more}`;
}

function contract(text: string) {
  return `apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: c }
spec: { type: odcs, lifecycle: production, owner: a, definition: { $text: ${text} } }
`;
}

function setup(pattern = '**/catalog-info.yaml') {
  const folder = new LocalFolder({ path: dir.resolve('mesh'), pattern });
  return async () => {
    const { entities, problems, complete } = await folder.read();
    return {
      complete,
      entities,
      refs: entities.map(e => stringifyEntityRef(e).replace('default/', '')),
      problems: problems.map(({ file, line, column, message, lastGoodKept }) =>
        [
          [file, line, column].filter(Boolean).join(':'),
          message,
          ...(lastGoodKept ? ['(kept)'] : []),
        ].join(' '),
      ),
    };
  };
}

describe('LocalFolder', () => {
  beforeEach(() => dir.clear());
  afterEach(() => jest.restoreAllMocks());

  it('reads catalog files at every depth, but no hidden ones', async () => {
    dir.setContent({
      mesh: {
        'catalog-info.yaml': product('a'),
        'other.yaml': product('no'),
        b: { 'catalog-info.yaml': `${product('b')}---\n${product('c')}---\n` },
        d: { e: { 'catalog-info.yaml': product('e') } },
        '.git': { 'catalog-info.yaml': product('no') },
        node_modules: { x: { 'catalog-info.yaml': product('no') } },
      },
    });
    expect(await setup()()).toMatchObject({
      refs: [
        'dataproduct:b',
        'dataproduct:c',
        'dataproduct:a',
        'dataproduct:e',
      ],
      problems: [],
      complete: true,
    });
    expect((await setup('**/*.yaml')()).refs).toContain('dataproduct:no');
    expect((await setup('d/**/*.yaml')()).refs).toEqual(['dataproduct:e']);
  });

  it('gives each entity its location and keeps what it says itself', async () => {
    dir.setContent({
      mesh: {
        'catalog-info.yaml': `apiVersion: a/v1
kind: Resource
metadata:
  name: r
  title: R
  annotations:
    backstage.io/managed-by-location: url:https://forged.example.com
    backstage.io/source-location: url:https://git.example.com/r/
    acme.com/id: '7'
spec: { type: x, owner: y, more: [1, { two: null }] }
`,
      },
    });
    const location = `file:${dir.resolve('mesh/catalog-info.yaml')}`;
    expect((await setup()()).entities).toEqual([
      {
        apiVersion: 'a/v1',
        kind: 'Resource',
        metadata: {
          name: 'r',
          title: 'R',
          annotations: {
            'acme.com/id': '7',
            'backstage.io/managed-by-location': location,
            'backstage.io/managed-by-origin-location': location,
            'backstage.io/source-location': 'url:https://git.example.com/r/',
          },
        },
        spec: { type: 'x', owner: 'y', more: [1, { two: null }] },
      },
    ]);
  });

  it('puts the text of files in the place of $text', async () => {
    dir.setContent({
      mesh: {
        texts: { 'c.yaml': 'a: 1 # kept\n' },
        c: { 'catalog-info.yaml': contract('../texts/c.yaml') },
      },
    });
    const read = setup();
    const definition = async () => (await read()).entities[0].spec?.definition;
    expect(await definition()).toBe('a: 1 # kept\n');
    await writeFile(dir.resolve('mesh/texts/c.yaml'), 'a: 2\n');
    expect(await definition()).toBe('a: 2\n');
  });

  it.each<[string, string]>([
    ['../outside.yaml', 'leads out of the folder'],
    ['./../../outside.yaml', 'leads out of the folder'],
    ['link.yaml', 'leads out of the folder'],
    ['linked/outside.yaml', 'leads out of the folder'],
    ['/etc/hostname', 'is not relative to the file it stands in'],
    ['C:\\x.yaml', 'is not relative to the file it stands in'],
    ['missing.yaml', 'does not exist'],
    ['folder', 'is not a file'],
    ['pipe', 'is not a file'],
    ['large.yaml', 'is larger than 1 MiB (1048577 bytes)'],
    ['bytes.yaml', 'is not text in UTF-8'],
    ['.env', 'is hidden'],
    ['.git/config', 'is hidden'],
    ['"a\\0b"', 'must be'],
  ])('refuses $text %s', async (target, reason) => {
    dir.setContent({
      'outside.yaml': 'secret',
      mesh: {
        'catalog-info.yaml': contract(target),
        folder: {},
        'large.yaml': 'x'.repeat(1024 * 1024 + 1),
        'bytes.yaml': Buffer.from([0xff, 0xfe, 0x41]),
        '.env': 'TOKEN=x',
        '.git': { config: 'token' },
      },
    });
    await symlink(dir.resolve('outside.yaml'), dir.resolve('mesh/link.yaml'));
    await symlink(dir.path, dir.resolve('mesh/linked'));
    execFileSync('mkfifo', [dir.resolve('mesh/pipe')]);
    const { refs, problems } = await setup()();
    expect(refs).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^catalog-info.yaml:1 spec.definition: \$text /,
    );
    expect(problems[0]).toContain(reason);
  });

  it('leaves addresses on the web to the catalog', async () => {
    dir.setContent({
      mesh: { 'catalog-info.yaml': contract('https://example.com/c.yaml') },
    });
    expect((await setup()()).entities[0].spec?.definition).toEqual({
      $text: 'https://example.com/c.yaml',
    });
  });

  it.each<[string, string | Buffer, RegExp]>([
    [
      'a syntax error',
      'a: 1\nb: [1\nc: 2',
      /:3:1 is not valid YAML: Flow sequence/,
    ],
    [
      'a key twice',
      'a: 1\na: 2',
      /:2:1 is not valid YAML: Map keys must be unique/,
    ],
    ['an unknown alias', 'a: *b', /:1 cannot be unfolded: Unresolved alias/],
    ['a list', '- a\n- b', /:1 holds a list where an entity is expected/],
    ['a word', '\n\nhello', /:3 holds a string where an entity is expected/],
    ['bytes', Buffer.from([0xc3, 0x28]), /is not text in UTF-8/],
    ['too much', `a: ${'x'.repeat(1024 * 1024)}`, /is larger than 1 MiB/],
    [
      'another kind',
      product('a').replace('DataProduct', 'Group'),
      /:1 has the kind Group; a local folder may hold DataProduct, API, Resource/,
    ],
    [
      'a Location',
      product('a').replace('DataProduct', 'Location'),
      /has the kind Location/,
    ],
    [
      'no name',
      'apiVersion: a/v1\nkind: API\nmetadata: {}',
      /is not an entity: .*name/,
    ],
    [
      'a number as name',
      'apiVersion: a/v1\nkind: API\nmetadata: { name: 7 }',
      /is not an entity: .*name/,
    ],
    [
      'no metadata',
      'apiVersion: a/v1\nkind: API',
      /is not an entity: .*metadata/,
    ],
    [
      'a list of annotations',
      'apiVersion: a/v1\nkind: API\nmetadata: { name: a, annotations: [a] }',
      /metadata.annotations is not an object/,
    ],
    ['a long name', product('x'.repeat(300)), /metadata.name or .* too long/],
    [
      'a control character in the name',
      product('"a\\0"'),
      /control characters/,
    ],
    [
      '__proto__',
      `${product('a')}x: { __proto__: { a: 1 } }`,
      /a key named __proto__/,
    ],
    [
      'depth',
      `${product('a')}x: ${'['.repeat(200)}${']'.repeat(200)}`,
      /nested deeper than 100 levels/,
    ],
    [
      'a placeholder of another kind',
      `${product('a')}x: { $yaml: ./a.yaml }`,
      /x: \$yaml is not known in a local folder, use \$text/,
    ],
    [
      'a placeholder without a path',
      `${product('a')}x: { $text: [1] }`,
      /x: \$text needs the path of a file/,
    ],
    [
      'billions of laughs',
      `${product(
        'a',
      )}a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
      /cannot be unfolded: Excessive alias count/,
    ],
  ])('reports %s and goes on', async (_, content, reason) => {
    dir.setContent({
      mesh: {
        'catalog-info.yaml': content,
        z: { 'catalog-info.yaml': product('neighbour') },
      },
    });
    const { refs, problems } = await setup()();
    expect(refs).toEqual(['dataproduct:neighbour']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^catalog-info.yaml/);
    expect(problems[0]).toMatch(reason);
  });

  it('says at which line an entity begins', async () => {
    dir.setContent({
      mesh: {
        'catalog-info.yaml': `# first\n${product('a')}---\n\n${product(
          'b',
        ).replace('DataProduct', 'User')}`,
      },
    });
    expect((await setup()()).problems).toEqual([
      'catalog-info.yaml:8 has the kind User; a local folder may hold DataProduct, API, Resource',
    ]);
  });

  it('keeps the last good content of a file that went bad', async () => {
    dir.setContent({
      mesh: {
        a: { 'catalog-info.yaml': product('a') },
        b: { 'catalog-info.yaml': product('b') },
      },
    });
    const read = setup();
    await read();
    await writeFile(dir.resolve('mesh/a/catalog-info.yaml'), 'a: [');
    expect(await read()).toMatchObject({
      refs: ['dataproduct:b', 'dataproduct:a'],
      problems: [
        expect.stringMatching(/^a\/catalog-info.yaml:1:5 .* \(kept\)$/),
      ],
      complete: true,
    });
    await writeFile(dir.resolve('mesh/a/catalog-info.yaml'), product('a2'));
    expect(await read()).toMatchObject({
      refs: ['dataproduct:a2', 'dataproduct:b'],
      problems: [],
    });
    await rm(dir.resolve('mesh/a'), { recursive: true });
    expect((await read()).refs).toEqual(['dataproduct:b']);
  });

  it('knows that it does not know what a file held that was never good', async () => {
    dir.setContent({ mesh: { 'catalog-info.yaml': 'a: [' } });
    expect(await setup()()).toMatchObject({ complete: false, refs: [] });
  });

  it('takes the first of two entities with the same name', async () => {
    dir.setContent({
      mesh: {
        b: { 'catalog-info.yaml': `${product('Same')}---\n${product('b')}` },
        a: { 'catalog-info.yaml': product('same') },
      },
    });
    expect(await setup()()).toMatchObject({
      refs: ['dataproduct:same', 'dataproduct:b'],
      problems: [
        'b/catalog-info.yaml holds dataproduct:default/same, which is already in a/catalog-info.yaml',
      ],
    });
  });

  it('keeps everything when the folder goes away', async () => {
    dir.setContent({ mesh: { 'catalog-info.yaml': product('a') } });
    const read = setup();
    await read();
    await rm(dir.resolve('mesh'), { recursive: true });
    expect(await read()).toMatchObject({
      refs: ['dataproduct:a'],
      problems: ['. does not exist (kept)'],
      complete: false,
    });
  });

  it('follows links inside the folder, as mounted configuration has them', async () => {
    dir.setContent({
      mesh: { '..2026': { 'catalog-info.yaml': product('a') } },
    });
    await symlink('..2026', dir.resolve('mesh/..data'));
    await symlink(
      '..data/catalog-info.yaml',
      dir.resolve('mesh/catalog-info.yaml'),
    );
    expect(await setup()()).toMatchObject({
      refs: ['dataproduct:a'],
      problems: [],
    });
  });

  it('refuses catalog files that are links out of the folder', async () => {
    dir.setContent({ mesh: {}, 'catalog-info.yaml': product('a') });
    await symlink(
      dir.resolve('catalog-info.yaml'),
      dir.resolve('mesh/catalog-info.yaml'),
    );
    await symlink(dir.path, dir.resolve('mesh/up'));
    expect((await setup()()).problems).toEqual([
      'catalog-info.yaml leads out of the folder',
    ]);
  });

  it('keeps what is in a part that cannot be looked into', async () => {
    dir.setContent({
      mesh: {
        a: { 'catalog-info.yaml': product('a') },
        ab: { 'catalog-info.yaml': product('ab') },
      },
    });
    const read = setup();
    await read();
    await rm(dir.resolve('mesh/ab'), { recursive: true });
    const { readdir } = fs;
    jest.spyOn(fs, 'readdir').mockImplementation((async (path, options) => {
      if (path === dir.resolve('mesh/a')) {
        throw Object.assign(new Error('denied'), { code: 'EACCES' });
      }
      return readdir(path, options as { withFileTypes: true });
    }) as typeof readdir);
    expect(await read()).toMatchObject({
      refs: ['dataproduct:a'],
      problems: ['a may not be read by this process (kept)'],
      complete: false,
    });
  });
});
