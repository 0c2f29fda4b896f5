import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  DataProductEntityV1alpha1,
  parseContract,
  readDraft,
  warningsOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import git from 'isomorphic-git';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { AddressInfo } from 'node:net';
import { parse, parseAllDocuments } from 'yaml';
import {
  readTemplate,
  startPortal,
  templatesFolder,
} from './__testUtils__/startPortal';
import { listTree } from './localRepositories/sourceTree';
import { readProductFiles } from './product/productFiles';
import { FolderReport } from './publishLocal/FolderReport';

jest.setTimeout(120_000);

const dir = createMockDirectory();
const repositories = dir.resolve('repositories');

const six = {
  usage: 'Planners in clinics, to order reagents a week ahead',
  purpose: 'Reagent use per clinic and day.',
  domain: 'domain:default/supply-chain',
  owner: 'group:default/team-logistics-data',
  productOwner: 'user:default/oskar.nyberg',
  publishTo: 'local',
  privacy: {},
  review: {},
};

const everything = {
  ...six,
  title: 'Reagent use',
  lifecycle: 'experimental',
  type: 'source-aligned',
  consumer: 'group:default/team-lab-data',
  inputPorts: [{ name: 'lis', externalSource: 'The lab system' }],
  outputPorts: [
    {
      name: 'use',
      type: 'sql',
      location: 'SUPPLY.USE',
      contract: {
        objects: [
          {
            name: 'use',
            physicalType: 'table',
            description: 'One row per clinic and day',
            fields: [
              {
                name: 'clinic_id',
                type: 'string',
                required: true,
                primaryKey: true,
                description: 'The clinic',
              },
              {
                name: 'lines',
                type: 'array',
                fields: [{ name: 'sku', type: 'string' }],
              },
            ],
          },
        ],
      },
    },
  ],
  promises: {
    freshness: { value: 6, unit: 'h' },
    availability: 99.5,
    quality: ['Every clinic has a row for each day'],
  },
  classification: 'sensitive',
  containsPii: true,
  privacy: { retention: '10 years', legalBasis: 'Consent' },
  access: { default: 'closed', howTo: 'Ask us', url: 'https://a.example' },
  support: [{ channel: '#logistics-data' }],
};

let portal: Awaited<ReturnType<typeof startPortal>>;
beforeAll(async () => {
  dir.setContent({});
  portal = await startPortal({ repositories });
});
afterAll(async () => {
  await portal.stop();
});

const made = async () => (await readdir(repositories)).sort();
const filesOf = (name: string) => listTree(`${repositories}/${name}`);
const textOf = (name: string, file: string) =>
  readFile(`${repositories}/${name}/${file}`, 'utf8');
const log = (name: string) => git.log({ fs, dir: `${repositories}/${name}` });

describe('New data product', () => {
  it('makes a product of six answers that the catalog shows', async () => {
    const task = await portal.run('new-data-product', { ...six, name: 'six' });

    expect(task).toMatchObject({ status: 'completed' });
    expect(task.steps).toMatchObject({
      write: 'completed',
      skeleton: 'completed',
      githubWorkflow: 'completed',
      gitlabPipeline: 'skipped',
      local: 'completed',
      github: 'skipped',
      gitlab: 'skipped',
      register: 'skipped',
    });
    expect(task.output.links).toEqual([
      {
        title: 'Open the data product',
        icon: 'catalog',
        entityRef: 'dataproduct:default/six',
      },
    ]);
    expect(task.output.text![0].content).toMatch(/^- .+\n- /);

    expect(await portal.entityOf('dataproduct:default/six')).toMatchObject({
      metadata: {
        annotations: {
          'backstage.io/techdocs-ref': 'dir:.',
          'backstage.io/source-template': 'template:default/new-data-product',
        },
      },
      spec: { lifecycle: 'candidate', purpose: six.purpose },
    });
    const commits = await log('six');
    expect(commits).toHaveLength(1);
    expect(commits[0].commit.author).toMatchObject({
      name: 'Oskar Nyberg',
      email: 'oskar@alvenro.example',
    });
    expect(await filesOf('six')).toEqual([
      '.github/workflows/check.yaml',
      '.github/workflows/evidence.yaml',
      '.gitignore',
      'CODEOWNERS',
      'README.md',
      'catalog-info.yaml',
      'checks/tell-portal.sh',
      'docs/index.md',
      'mkdocs.yml',
    ]);
    expect(await textOf('six', 'CODEOWNERS')).toBe(
      '# Who is asked for a review\n* @alvenro/logistics-data\n',
    );
    expect(await textOf('six', 'README.md')).toContain('- [ ] ');
  });

  it('makes a whole product of all answers', async () => {
    const task = await portal.run('new-data-product', {
      ...everything,
      name: 'whole',
    });

    expect(task).toMatchObject({ status: 'completed', output: { text: [] } });
    expect(await portal.entityOf('api:default/whole-v1')).toMatchObject({
      spec: { type: 'odcs' },
    });
    expect(
      warningsOf(
        (await portal.entityOf(
          'dataproduct:default/whole',
        )) as DataProductEntityV1alpha1,
      ),
    ).toEqual([]);
    const { problems } = parseContract(
      await textOf('whole', 'contracts/whole-v1.odcs.yaml'),
    );
    expect(problems).toEqual([]);
    expect(await textOf('whole', 'README.md')).not.toContain('What is next');
  });

  it('lets a second product use the first as input', async () => {
    const task = await portal.run('new-data-product', {
      ...six,
      name: 'second',
      inputPorts: [
        {
          name: 'use',
          source: 'dataproduct:default/whole',
          sourcePort: 'use',
          contract: 'api:default/whole-v1',
        },
      ],
    });

    expect(task.status).toBe('completed');
    expect(task.log).not.toContain('not in the catalog');
    expect(
      (await portal.entityOf('dataproduct:default/second'))?.relations,
    ).toContainEqual({
      type: 'consumesApi',
      targetRef: 'api:default/whole-v1',
    });
  });

  it.each([
    [
      'a name that is taken',
      { name: 'whole' },
      'The name whole is taken: dataproduct:default/whole is in the catalog already',
    ],
    [
      'an owner that does not exist',
      { name: 'refused', owner: 'group:default/nobody' },
      'The owner team group:default/nobody is not in the catalog',
    ],
    [
      'a domain that does not exist',
      { name: 'refused', domain: 'domain:default/nothing' },
      'The domain domain:default/nothing is not in the catalog',
    ],
  ])('refuses %s, and leaves nothing behind', async (_, values, message) => {
    const before = await made();
    const task = await portal.run('new-data-product', { ...six, ...values });

    expect(task.status).toBe('failed');
    expect(task.log).toContain(message);
    expect(task.steps.skeleton).toBe('skipped');
    expect(await made()).toEqual(before);
  });

  it('warns of an owner outside the domain', async () => {
    const task = await portal.run('new-data-product', {
      ...six,
      name: 'outside',
      owner: 'group:default/team-lab-data',
    });
    expect(task.status).toBe('completed');
    expect(task.log).toContain(
      'The owner team group:default/team-lab-data does not belong to those who own domain:default/supply-chain',
    );
    expect(await filesOf('outside')).not.toContain('CODEOWNERS');
  });

  it('leaves nothing when a step fails, and succeeds when retried', async () => {
    const failing = jest
      .spyOn(git, 'commit')
      .mockRejectedValueOnce(new Error('disk full'));
    const before = await made();
    const task = await portal.run('new-data-product', {
      ...six,
      name: 'again',
    });

    expect(task.status).toBe('failed');
    expect(task.steps.local).toBe('failed');
    expect(await made()).toEqual(before);

    failing.mockRestore();
    expect(await portal.retry(task.id)).toMatchObject({ status: 'completed' });
    expect(await log('again')).toHaveLength(1);
  });

  it.each([
    ['github', 'workflow for GitHub'],
    ['gitlab', 'pipeline for GitLab'],
  ])('publishes to %s and registers it there', async (host, workflow) => {
    portal.told.length = 0;
    const before = await made();
    const repoUrl = `${host}.com?owner=alvenro&repo=x`;
    const task = await portal.run(`new-on-${host}`, {
      ...six,
      name: 'hosted',
      publishTo: host,
      repoUrl,
    });

    expect(task).toMatchObject({
      status: 'completed',
      steps: { local: 'skipped', [host]: 'completed', register: 'completed' },
    });
    expect(task.log).toContain(`Finished step Add the ${workflow}`);
    expect(portal.told).toEqual([
      [
        `publish:${host}`,
        expect.objectContaining({
          repoUrl,
          gitAuthorName: 'Oskar Nyberg',
          gitAuthorEmail: 'oskar@alvenro.example',
        }),
      ],
      [
        'test:register',
        {
          repoContentsUrl: `https://${host}.com/alvenro/x/blob/main`,
          catalogInfoPath: '/catalog-info.yaml',
        },
      ],
    ]);
    expect(JSON.stringify(portal.told[0][1])).toContain(six.purpose);
    expect(task.output.links).toContainEqual({
      title: 'Open its repository',
      url: `https://${host}.com/alvenro/x`,
    });
    expect(await made()).toEqual(before);
  });

  it('dry-runs with every file, and makes nothing', async () => {
    const before = await made();
    const folder = `${templatesFolder}/new-data-product`;
    const { status, body } = await portal.post('/api/scaffolder/v2/dry-run', {
      template: readTemplate('new-data-product'),
      values: { ...everything, name: 'dry' },
      directoryContents: await Promise.all(
        (
          await listTree(folder)
        ).map(async path => ({
          path,
          base64Content: (
            await readFile(`${folder}/${path}`)
          ).toString('base64'),
        })),
      ),
    });

    expect(body.error).toBeUndefined();
    expect(status).toBe(200);
    expect(
      body.directoryContents.map(({ path }: { path: string }) => path).sort(),
    ).toEqual([
      '.github/workflows/check.yaml',
      '.github/workflows/evidence.yaml',
      '.gitignore',
      'CODEOWNERS',
      'README.md',
      'catalog-info.yaml',
      'checks/tell-portal.sh',
      'contracts/dry-v1.odcs.yaml',
      'docs/index.md',
      'mkdocs.yml',
    ]);
    expect(await made()).toEqual(before);
  });
});

describe('Change a data product', () => {
  const product = 'dataproduct:default/whole';
  const change = async (values: object) => {
    const files = await readProductFiles(
      `${repositories}/whole`,
      'catalog-info.yaml',
    );
    return portal.run('change-data-product', {
      ...readDraft(files),
      product,
      answersOf: product,
      review: {},
      privacy: everything.privacy,
      ...values,
    });
  };

  it('changes what was changed, and nothing else', async () => {
    const file = `${repositories}/whole/catalog-info.yaml`;
    const commented = (await readFile(file, 'utf8')).replace(
      '  purpose:',
      '  # Agreed in March\n  purpose:',
    );
    await writeFile(file, commented);
    execFileSync('git', [
      ...['-C', `${repositories}/whole`, '-c', 'user.name=a'],
      ...['-c', 'user.email=a@b', 'commit', '-qam', 'By hand'],
    ]);

    const purpose = 'What each clinic used, by day.';
    const task = await change({ purpose });

    expect(task).toMatchObject({ status: 'completed' });
    expect(await readFile(file, 'utf8')).toBe(
      commented.replace(six.purpose, purpose),
    );
    const [{ commit }] = await log('whole');
    expect(commit).toMatchObject({
      message: 'Reagent use: change purpose\n',
      author: { name: 'Oskar Nyberg' },
    });
    expect(task.output.text![0].content).toBe(
      'Reagent use: change purpose\n\n- catalog-info.yaml\n',
    );
    expect(task.output.links).toHaveLength(1);
  });

  it('says so when there is nothing to change', async () => {
    const before = await log('whole');
    const task = await change({});

    expect(task).toMatchObject({ status: 'completed' });
    expect(task.log).toContain('no commit was made');
    expect(await log('whole')).toHaveLength(before.length);
  });

  it.each([
    [{ name: 'other' }, 'A data product keeps its name'],
    [{ owner: 'group:default/nobody' }, 'is not in the catalog'],
    [{ purpose: 'x'.repeat(401) }, '400'],
    [{ product: 'dataproduct:default/none' }, 'is not in the catalog'],
  ])('refuses %j', async (values, message) => {
    const before = await log('whole');
    const task = await change(values).catch(error => ({
      status: 'failed',
      log: error.message,
    }));
    expect(task.status).toBe('failed');
    expect(task.log).toContain(message);
    expect(await log('whole')).toHaveLength(before.length);
  });
});

describe('the report of the folder', () => {
  it('tells the problems of one repository', async () => {
    const bad = `${repositories}/bad`;
    await fs.promises.mkdir(bad);
    await writeFile(`${bad}/catalog-info.yaml`, 'a: [\n');
    await portal.run('new-data-product', { ...six, name: 'refresher' });

    const { port } = portal.server.address() as AddressInfo;
    const report = new FolderReport({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://localhost:${port}/api/${id}`,
      }),
    });
    expect(await report.problemsOf('demo', 'bad')).toEqual([
      expect.stringMatching(/^bad\/catalog-info\.yaml:\d+: ./),
    ]);
    expect(await report.problemsOf('demo', 'ba')).toEqual([]);
    expect(await report.problemsOf('other', 'bad')).toEqual([]);
  });
});

describe('every file of the skeletons', () => {
  it('is read as YAML where it is named so', async () => {
    for (const folder of ['skeleton-github', 'skeleton-gitlab']) {
      const root = `${templatesFolder}/new-data-product/${folder}`;
      for (const file of await listTree(root)) {
        const text = await readFile(`${root}/${file}`, 'utf8');
        expect(parseAllDocuments(text).flatMap(d => d.errors)).toEqual([]);
        expect(Object.keys(parse(text))).not.toEqual([]);
      }
    }
  });
});
