import { parseAllDocuments } from 'yaml';
import { demoFiles, demoProducts } from './__testUtils__/demo';
import { fullDraft, sixAnswers } from './__testUtils__/drafts';
import { problemsOfContract, productIn } from './__testUtils__/generated';
import { changedLines } from './__testUtils__/lines';
import { changeDraft } from './changeDraft';
import { DraftedFile } from './DataProductDraft';
import { DataProductAnswers } from './normalizeDraft';
import { readDraft } from './readDraft';
import { writeDraft } from './writeDraft';

/** Loads the answers, changes them, and gives what differs in each file. */
function change(
  files: DraftedFile[],
  edit: (answers: any) => void,
): Record<string, string[]> {
  const answers = readDraft(files);
  edit(answers);
  const changed = changeDraft(files, answers);
  // What was changed is what is read afterwards.
  expect(changeDraft(changed, readDraft(changed))).toEqual(changed);
  return Object.fromEntries(
    changed.flatMap(({ path, content }) => {
      const before = files.find(file => file.path === path)?.content;
      return content === before
        ? []
        : [[path, changedLines(before ?? '', content)]];
    }),
  );
}

/** With a comment above every key, and one behind. */
function commented(files: DraftedFile[]): DraftedFile[] {
  return files.map(({ path, content }) => ({
    path,
    content: content.replace(
      /^( *)((?:- )?[a-zA-Z]+): (?![>|]).*$(?=\n *(?:-|\w+:)|\n*(?![^]))/gm,
      (line, indent, key) =>
        line.includes('#') ? line : `${indent}# about ${key}\n${line} # ${key}`,
    ),
  }));
}

describe('changeDraft', () => {
  it.each(demoProducts)('leaves %s as it is', name => {
    const files = demoFiles(name);
    expect(changeDraft(files, readDraft(files))).toEqual(files);
  });

  it.each(demoProducts)(
    'leaves the comments in %s when all else changes',
    name => {
      const files = commented(demoFiles(name));
      const comments = (some: DraftedFile[]) =>
        some.flatMap(({ content }) => content.match(/^ *# about \w+$/gm) ?? []);
      const { inputPorts, outputPorts, support } = readDraft(files);
      const target: DataProductAnswers = {
        ...fullDraft,
        name,
        inputPorts: inputPorts?.map(port => ({ ...port, version: '9.9.9' })),
        outputPorts: outputPorts?.map(port => ({ ...port, title: 'Other' })),
        support: support?.map(channel => ({ ...channel, tool: 'other' })),
      };
      const changed = changeDraft(files, target);

      expect(comments(changed)).toEqual(comments(files));
      expect(readDraft(changed)).toMatchObject({
        purpose: fullDraft.purpose,
        promises: fullDraft.promises,
      });
      changed.forEach(({ content }) =>
        parseAllDocuments(content).forEach(({ errors }) =>
          expect(errors).toEqual([]),
        ),
      );
    },
  );

  it('changes one answer in one place', () => {
    const files = commented(demoFiles('lab-orders'));
    const catalog = 'catalog-info.yaml';
    const contract = 'contracts/lab-orders-v2.odcs.yaml';

    expect(
      change(files, answers => {
        answers.usage = 'Follow orders.';
      }),
    ).toEqual({
      [catalog]: [
        '-  usage: Follow orders, plan capacity and supplies, bill what was ordered. # usage',
        '+  usage: Follow orders. # usage',
      ],
    });
    expect(
      change(files, answers => {
        answers.outputPorts[0].location = 'LAB.ORDERS_V3';
      }),
    ).toEqual({
      [catalog]: [
        '-      location: LAB.ORDERS_V2 # location',
        '+      location: LAB.ORDERS_V3 # location',
      ],
    });
    expect(
      change(files, answers => {
        answers.promises.freshness.value = 5;
      }),
    ).toEqual({
      [contract]: ['-    value: 10 # value', '+    value: 5 # value'],
    });
    expect(
      change(files, answers => {
        answers.outputPorts[0].contract.objects[0].fields[2].required = true;
      })[contract],
    ).toEqual(['+        required: true']);
  });

  it('keeps what a draft cannot say', () => {
    const files = demoFiles('lab-orders');
    const [field] =
      readDraft(files).outputPorts?.[0].contract?.objects[0].fields ?? [];
    const lines = change(files, answers => {
      const [object] = answers.outputPorts[0].contract.objects;
      object.fields[0] = { ...field, name: 'order_number' };
    });
    expect(lines).toEqual({
      'contracts/lab-orders-v2.odcs.yaml': [
        '-      - name: order_id',
        '+      - name: order_number',
      ],
    });
  });

  it('adds an answer behind those that come before it', () => {
    expect(
      change(demoFiles('sales-orders'), answers => {
        answers.usage = 'Plan visits.';
        answers.access.url = 'https://access.example.com';
        answers.support = [{ channel: '#sales' }];
      }),
    ).toEqual({
      'catalog-info.yaml': [
        '+  usage: Plan visits.',
        '+    url: https://access.example.com',
        '+  support:',
        "+    - channel: '#sales'",
      ],
    });
  });

  it('takes an answer out', () => {
    expect(
      change(demoFiles('sales-orders'), answers => {
        delete answers.classification;
        delete answers.consumer;
        delete answers.access;
      }),
    ).toEqual({
      'catalog-info.yaml': [
        '-  classification: internal',
        '-  consumers:',
        '-    - ref: group:default/team-finance-reporting',
        '-      purpose: Compare portal orders with invoices',
        '-      state: intended',
        '-  access:',
        '-    howTo: Ask the commercial insights team.',
        '-    approver: user:default/ruth.adeyemi',
        '-    default: closed',
      ],
    });
  });

  it('gives a port its first contract, and the promises to it', () => {
    const files = demoFiles('sales-orders');
    const first = changeDraft(files, {
      ...readDraft(files),
      promises: { availability: 99 },
    });
    expect(productIn(first[0]).spec.sla).toEqual([
      { property: 'availability', value: '99%' },
    ]);

    const answers = readDraft(first);
    const [port] = answers.outputPorts ?? [];
    const second = changeDraft(first, {
      ...answers,
      outputPorts: [
        {
          ...port,
          contract: {
            objects: [
              { name: 'orders', fields: [{ name: 'id', type: 'string' }] },
            ],
          },
        },
      ],
    });

    const contract = second[second.length - 1];

    expect(contract.path).toBe('contracts/sales-orders-v1.odcs.yaml');
    expect(productIn(second[0]).spec.sla).toBeUndefined();
    expect(problemsOfContract(contract)).toEqual([]);
    expect(readDraft(second).promises).toEqual({ availability: 99 });
  });

  it('adds a version of a port with a contract of its own', () => {
    const files = demoFiles('trial-sites');
    const answers = readDraft(files);
    const [port] = answers.outputPorts ?? [];
    const changed = changeDraft(files, {
      ...answers,
      outputPorts: [
        port,
        {
          name: port.name,
          version: '2.0.0',
          contract: { objects: [{ name: 'sites', fields: [] }] },
        },
      ],
    });
    const [catalog] = changed;
    const second = changed[changed.length - 1];

    expect(changed.slice(1, -1)).toEqual(files.slice(1));
    expect(second.path).toBe('contracts/trial-sites-v2.odcs.yaml');
    expect(second.content).toContain('id: trial-sites\n');
    expect(catalog.content).toContain('ref: api:default/trial-sites-v2');
    expect(changedLines(files[0].content, catalog.content)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^-/)]),
    );
  });

  it('takes out a port, and leaves its contract to those who rely on it', () => {
    const files = demoFiles('lab-orders');
    const lines = change(files, answers => answers.outputPorts.pop());

    expect(Object.keys(lines)).toEqual(['catalog-info.yaml']);
    expect(lines['catalog-info.yaml']).toHaveLength(13);
    expect(lines['catalog-info.yaml'][0]).toBe('-    - name: orders-sql');
  });

  it('lets what repeats an answer follow it', () => {
    const lines = change(demoFiles('trial-sites'), answers => {
      answers.owner = 'group:default/bi-centre';
      answers.domain = 'domain:default/commercial';
      answers.lifecycle = 'experimental';
      answers.outputPorts[0].version = '1.1.0';
    });
    expect(lines).toEqual({
      'catalog-info.yaml': [
        '-  lifecycle: production',
        '-  owner: group:default/team-trials-data',
        '+  lifecycle: experimental',
        '+  owner: group:default/bi-centre',
        '-  domain: domain:default/clinical-research',
        '+  domain: domain:default/commercial',
        '-      version: 1.0.1',
        '+      version: 1.1.0',
        '-        version: 1.0.1',
        '+        version: 1.1.0',
        '-  lifecycle: production',
        '-  owner: group:default/team-trials-data',
        '+  lifecycle: experimental',
        '+  owner: group:default/bi-centre',
      ],
      'contracts/trial-sites-v1.odcs.yaml': [
        '-version: 1.0.1',
        '-status: active',
        '+version: 1.1.0',
        '+status: draft',
        '-domain: clinical-research',
        '+domain: commercial',
      ],
    });
  });

  it('changes a statement about the data where it is', () => {
    const files = demoFiles('lab-results');
    const path = 'contracts/lab-results-v1.odcs.yaml';
    const lines = change(files, answers => {
      answers.promises.quality = ['Units are those of the list.', 'And more.'];
    })[path];

    expect(lines).toContain(
      '+        description: Units are those of the list.',
    );
    expect(lines).toContain('+        description: And more.');
    expect(lines.join()).not.toContain('dimension');
  });

  it('leaves words alone that the form does not know', () => {
    const files = writeDraft(sixAnswers).map(({ path, content }) => ({
      path,
      content: content
        .replace('lifecycle: candidate', 'lifecycle: sunset\n  type: my-own')
        .replace('spec:', 'spec:\n  classification: top secret'),
    }));
    expect(readDraft(files)).toEqual(sixAnswers);
    expect(
      change(files, answers => {
        answers.inputs = 'none';
        answers.type = 'aggregate';
      }),
    ).toEqual({
      'catalog-info.yaml': [
        '-  type: my-own',
        '+  type: aggregate',
        '+  inputs: none',
      ],
    });
  });

  it('leaves keys without a value as they are', () => {
    const [catalog, contract] = writeDraft(fullDraft);
    const files = [
      {
        ...catalog,
        content: catalog.content.replace('spec:', 'spec:\n  sla:\n  terms: []'),
      },
      {
        ...contract,
        content: contract.content
          .replace(/slaProperties:[^]*$/, 'slaProperties:\nroles: []\n')
          .replace(/quality:[^]*properties:/, 'quality:\n    properties:'),
      },
    ];
    expect(changeDraft(files, readDraft(files))).toEqual(files);
  });

  it('changes one of several products', () => {
    const [{ path, content }] = writeDraft(sixAnswers);
    const other = content.replace('demand-forecast', 'other');
    const files = [{ path, content: `${content}---\n${other}` }];
    const draft = { ...readDraft(files, { name: 'other' }), title: 'Other' };

    expect(changeDraft(files, draft, { name: 'other' })).toEqual([
      {
        path,
        content: `${content}---\n${other.replace(
          'name: other\n',
          'name: other\n  title: Other\n',
        )}`,
      },
    ]);
    expect(() => readDraft(files)).toThrow('2 DataProducts in these files');
  });

  it('does not change a contract that is elsewhere', () => {
    const contract = { ref: 'api:default/shared-v1', objects: [] };
    const draft = { ...sixAnswers, outputPorts: [{ name: 'sql', contract }] };
    const files = writeDraft(draft);
    const objects = [{ name: 'orders', fields: [] }];
    expect(() =>
      changeDraft(files, {
        ...draft,
        outputPorts: [{ name: 'sql', contract: { ...contract, objects } }],
      }),
    ).toThrow('The contract shared-v1 is not in these files');
  });

  it('does not change a name', () => {
    const files = writeDraft(sixAnswers);
    expect(() => changeDraft(files, { ...sixAnswers, name: 'new' })).toThrow(
      'The name demand-forecast cannot be changed to new',
    );
  });
});
