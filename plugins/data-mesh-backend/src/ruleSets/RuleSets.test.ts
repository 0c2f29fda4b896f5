import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { evaluate } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { KeptTexts } from './KeptTexts';
import { RuleSets } from './RuleSets';
import {
  DOMAIN_MATURITY,
  OWNERSHIP_FAULTS,
  PRODUCT_MATURITY,
} from './RuleSetsInForce';
import { defaultRuleSetsDirectory, RuleSetTexts } from './RuleSetTexts';

jest.setTimeout(60_000);

const databases = createTestDatabases();

/** A set with one rule; the rule's own lines start on line 7. */
function ownSet(pass: string, more: string[] = []): string {
  return [
    'kind: RuleSet',
    'id: data-product-maturity',
    'version: 7',
    'subject: DataProduct',
    'levels: [{ id: none, title: None }, { id: some, title: Some }]',
    'rules:',
    '  - id: our-rule',
    '    code: US-1',
    '    level: some',
    '    title: It is ours',
    '    why: We like it',
    '    fix: Do it',
    `    pass: ${JSON.stringify(pass)}`,
    ...more,
    '',
  ].join('\n');
}

describe('RuleSets', () => {
  const dir = createMockDirectory();
  const logger = mockServices.logger.mock();
  const readUrl = jest.fn();
  const keptTexts = new Map<string, string>();
  const kept = {
    get: async (url: string) => keptTexts.get(url),
    set: async (url: string, text: string) => {
      keptTexts.set(url, text);
    },
  } as KeptTexts;

  beforeEach(() => {
    jest.clearAllMocks();
    keptTexts.clear();
    dir.clear();
  });

  async function load(dataMesh: JsonObject = {}) {
    const config = mockServices.rootConfig({ data: { dataMesh } });
    const texts = new RuleSetTexts({
      urlReader: mockServices.urlReader.mock({ readUrl }),
      kept,
    });
    const ruleSets = await RuleSets.load({ config, texts, logger });
    const configure = (changed: JsonObject) =>
      config.update({ data: { dataMesh: changed } });
    return { ruleSets, configure };
  }

  const get = (ruleSets: RuleSets, id: string) => {
    const state = ruleSets.current().get(id);
    if (!state) {
      throw new Error(`There is no ${id}`);
    }
    return state;
  };

  it('loads the sets that come with the plugins', async () => {
    const { ruleSets } = await load();
    expect([...ruleSets.current().keys()]).toEqual([
      PRODUCT_MATURITY,
      DOMAIN_MATURITY,
      OWNERSHIP_FAULTS,
    ]);
    for (const [id, state] of ruleSets.current()) {
      expect(state).toMatchObject({
        origin: 'default',
        changed: false,
        problems: [],
      });
      expect(state.ruleSet.ruleSet.id).toBe(id);
    }
    expect(
      [...ruleSets.current().values()].map(
        ({ ruleSet }) => ruleSet.ruleSet.rules.length,
      ),
    ).toEqual([39, 39, 24]);
  });

  it('finds them in the package as it is published', () => {
    const folder = dirname(defaultRuleSetsDirectory);
    const { files, exports } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    expect(files).toContain(basename(defaultRuleSetsDirectory));
    // By which the folder of an installed package is found.
    expect(exports).toHaveProperty(['./package.json']);
  });

  it('sets the phase of all sets, and of one', async () => {
    const { ruleSets } = await load({
      phase: 'scale',
      ruleSets: { 'domain-maturity': { phase: 'sustain' } },
    });
    const phaseOf = (id: string) => get(ruleSets, id).ruleSet.ruleSet.phase;
    expect(phaseOf(PRODUCT_MATURITY)).toBe('scale');
    expect(phaseOf(OWNERSHIP_FAULTS)).toBe('scale');
    expect(phaseOf(DOMAIN_MATURITY)).toBe('sustain');
    expect(get(ruleSets, PRODUCT_MATURITY).changed).toBe(false);
  });

  it('changes texts, thresholds and rules, and adds some', async () => {
    const { ruleSets } = await load({
      ruleSets: {
        'data-product-maturity': {
          title: 'How mature it is',
          parameters: { fewestTags: 5 },
          rules: {
            'contract-present': { title: 'A contract', rollout: 'draft' },
          },
          add: [
            {
              id: 'cost-centre',
              code: 'US-1',
              level: 'owned',
              title: 'Its cost centre is known',
              why: 'Somebody pays',
              fix: 'Say which',
              rollout: { grace: '2026-12-31' },
              pass: 'product.tags >= 4',
            },
          ],
        },
      },
    });
    const { changed, origin, ruleSet } = get(ruleSets, PRODUCT_MATURITY);
    const { title, parameters, rules } = ruleSet.ruleSet;
    expect({ changed, origin, title }).toEqual({
      changed: true,
      origin: 'default',
      title: 'How mature it is',
    });
    expect(parameters.fewestTags.value).toBe(5);
    expect(rules).toHaveLength(40);
    expect(rules.find(({ id }) => id === 'contract-present')).toMatchObject({
      title: 'A contract',
      rollout: 'draft',
    });
  });

  it('replaces a set by a file, also by a relative path', async () => {
    dir.setContent({ 'ours.yaml': ownSet('owner.exists') });
    const file = relative(process.cwd(), dir.resolve('ours.yaml'));
    const { ruleSets } = await load({
      // The phase is of no concern to a set without phases.
      phase: 'scale',
      ruleSets: {
        'data-product-maturity': {
          file,
          rules: { 'our-rule': { title: 'Ours' } },
        },
      },
    });
    const { ruleSet, origin } = get(ruleSets, PRODUCT_MATURITY);
    expect(origin).toBe(file);
    expect(ruleSet.ruleSet.rules.map(({ title }) => title)).toEqual(['Ours']);
  });

  it('refuses what is broken at start, with all reasons', async () => {
    dir.setContent({
      'ours.yaml': ownSet('owner.exist', [
        '  - { id: our-rule, code: US-2, level: some, title: T, why: W, fix: F, pass: owner.exists }',
      ]),
      'faults.yaml': 'rules: [',
    });
    const error = await load({
      ruleSets: {
        'data-product-maturity': { file: dir.resolve('ours.yaml') },
        'ownership-faults': { file: dir.resolve('faults.yaml') },
        'domain-maturity': {
          file: dir.resolve('none.yaml'),
        },
        'our-maturity': { title: 'Ours' },
      },
    }).catch(e => e);
    expect(error.name).toBe('InputError');
    const lines = error.message.split('\n');
    expect(lines[0]).toBe('The rule sets are refused:');
    expect(lines.slice(1)).toEqual([
      '- configuration dataMesh.ruleSets.our-maturity: There is no rule set “our-maturity”; there are data-product-maturity, domain-maturity, ownership-faults.',
      expect.stringMatching(
        /^- .*ours\.yaml:\d+:\d+: rule our-rule, id: .*our-rule/,
      ),
      expect.stringMatching(
        /^- configuration dataMesh\.ruleSets\.domain-maturity: There is no such file; a relative path starts in \//,
      ),
      expect.stringMatching(
        /^- .*faults\.yaml:1:\d+: The YAML cannot be read: /,
      ),
    ]);
  });

  it.each<[string, string, RegExp]>([
    [
      'an unknown fact',
      'owner.exist',
      /:13:\d+: rule our-rule, pass: There is no fact “owner\.exist”/,
    ],
    [
      'integers mixed with floats',
      'ports.count > 0.5',
      /:13:\d+: rule our-rule, pass: Whole and decimal numbers cannot be mixed/,
    ],
    [
      'a pattern that no safe matcher takes',
      "product.purpose.matches('(a)\\\\1')",
      /:13:\d+: rule our-rule, pass: .*is no pattern that RE2 knows/,
    ],
  ])('refuses %s with file, line and rule', async (_case, pass, expected) => {
    dir.setContent({ 'ours.yaml': ownSet(pass) });
    await expect(
      load({
        ruleSets: {
          'data-product-maturity': { file: dir.resolve('ours.yaml') },
        },
      }),
    ).rejects.toThrow(expected);
  });

  it.each<[string, JsonObject | string, string]>([
    ['a word for a group', 'x', 'It must be a group of keys: file, url, title'],
    [
      'file and url',
      { file: 'a', url: 'https://a' },
      'Give either “file” or “url”.',
    ],
    [
      'another protocol',
      { url: 'file:///etc/passwd' },
      'url: It must be a url.',
    ],
    [
      'an unknown field',
      { titel: 'x' },
      'titel: There is no field “titel” here.',
    ],
    ['an unknown parameter', { parameters: { x: 1 } }, 'has no parameter “x”'],
    [
      'a whole number where a rule compares decimals',
      {
        rules: { 'contract-present': { pass: 'contract.describedShare > 1' } },
      },
      'Whole and decimal numbers cannot be mixed',
    ],
  ])('refuses %s in the configuration', async (_case, setting, expected) => {
    await expect(
      load({ ruleSets: { 'data-product-maturity': setting } }),
    ).rejects.toThrow(
      new RegExp(
        `configuration dataMesh\\.ruleSets\\.data-product-maturity: .*${expected}`,
      ),
    );
  });

  it('refuses sets that do not fit together', async () => {
    const all = readFileSync(
      join(defaultRuleSetsDirectory, `${OWNERSHIP_FAULTS}.yaml`),
      'utf8',
    );
    dir.setContent({
      'faults.yaml': all.replace('code: OF-01', 'code: US-01'),
    });
    await expect(
      load({
        ruleSets: { 'ownership-faults': { file: dir.resolve('faults.yaml') } },
      }),
    ).rejects.toThrow('There is no fault “OF-01” in the rule sets.');
  });

  it('is not held up by a pattern made to run for ever', async () => {
    dir.setContent({
      'ours.yaml': ownSet(
        "product.purpose.matches('^(([a-z])+.)+[A-Z]([a-z])+$')",
      ),
    });
    const { ruleSets } = await load({
      ruleSets: { 'data-product-maturity': { file: dir.resolve('ours.yaml') } },
    });
    const started = Date.now();
    const { results } = evaluate(get(ruleSets, PRODUCT_MATURITY).ruleSet, {
      facts: { product: { purpose: 'a'.repeat(400) } },
      delivered: new Set(),
      today: '2026-03-01',
    });
    expect(results).toMatchObject([{ rule: 'our-rule', status: 'fail' }]);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  describe('on reload', () => {
    const onChange = jest.fn(async (_ids: string[]) => {});

    async function loadOwn() {
      dir.setContent({ 'ours.yaml': ownSet('owner.exists') });
      const dataMesh = {
        ruleSets: {
          'data-product-maturity': { file: dir.resolve('ours.yaml') },
        },
      };
      const { ruleSets, configure } = await load(dataMesh);
      const scheduler = mockServices.scheduler.mock();
      await ruleSets.start({ scheduler, onChange });
      const state = () => get(ruleSets, PRODUCT_MATURITY);
      return { ruleSets, configure, dataMesh, scheduler, state };
    }

    it('keeps what has not changed', async () => {
      const { ruleSets, state } = await loadOwn();
      const before = state();
      expect(await ruleSets.reload()).toEqual([]);
      expect(state().ruleSet).toBe(before.ruleSet);
      expect(state().loadedAt).toBe(before.loadedAt);
      expect(onChange).not.toHaveBeenCalled();
    });

    it('takes a newer text, and tells', async () => {
      const { state, scheduler, ruleSets } = await loadOwn();
      const before = state();
      dir.setContent({ 'ours.yaml': ownSet("owner.kind == 'Group'") });
      const [task] = scheduler.scheduleTask.mock.calls[0];
      expect(task).toMatchObject({ scope: 'local', frequency: { minutes: 1 } });
      await task.fn(new AbortController().signal);
      expect(state().ruleSet.ruleSet.rules[0].pass).toBe(
        "owner.kind == 'Group'",
      );
      expect(state().digest).not.toBe(before.digest);
      expect(onChange.mock.calls).toEqual([[[PRODUCT_MATURITY]]]);
      expect(await ruleSets.reload()).toEqual([]);
    });

    it('leaves the last good one in force, and shows why', async () => {
      const { ruleSets, state, configure, dataMesh } = await loadOwn();
      const before = state();
      dir.setContent({ 'ours.yaml': ownSet('owner.exist') });
      configure({ ...dataMesh, phase: 'scale' });
      expect(await ruleSets.reload()).toEqual([]);
      expect(state()).toMatchObject({
        ruleSet: before.ruleSet,
        problems: [
          expect.stringMatching(
            /ours\.yaml:13:\d+: rule our-rule, pass: There is no fact “owner\.exist”/,
          ),
        ],
      });
      // The others are not held up by it.
      expect(get(ruleSets, DOMAIN_MATURITY)).toMatchObject({ problems: [] });
      expect(get(ruleSets, DOMAIN_MATURITY).ruleSet.ruleSet.phase).toBe(
        'scale',
      );

      await ruleSets.reload();
      expect(logger.warn).toHaveBeenCalledTimes(1);

      dir.setContent({ 'ours.yaml': ownSet('owner.exists') });
      await ruleSets.reload();
      expect(state()).toMatchObject({ ruleSet: before.ruleSet, problems: [] });
    });

    it('leaves it also when the file is gone or the configuration is bad', async () => {
      const { ruleSets, state, configure, dataMesh } = await loadOwn();
      const { ruleSet } = state();
      dir.clear();
      await ruleSets.reload();
      expect(state()).toMatchObject({
        ruleSet,
        problems: [expect.stringContaining('There is no such file')],
      });
      configure({ ruleSets: { 'data-product-maturity': 7 } });
      await ruleSets.reload();
      expect(state()).toMatchObject({
        ruleSet,
        problems: [expect.stringContaining('It must be a group of keys')],
      });
      configure({ ruleSets: { ...dataMesh.ruleSets, other: {} } });
      await ruleSets.reload();
      expect(get(ruleSets, OWNERSHIP_FAULTS).problems).toEqual([
        expect.stringContaining('There is no rule set “other”'),
      ]);
    });

    it('changes nothing when sets do not fit together', async () => {
      const { ruleSets, state, configure } = await loadOwn();
      const { ruleSet } = state();
      configure({
        ruleSets: {
          'ownership-faults': { rules: { orphan: { code: 'US-1' } } },
        },
      });
      expect(await ruleSets.reload()).toEqual([]);
      expect(state().ruleSet).toBe(ruleSet);
      for (const id of [PRODUCT_MATURITY, OWNERSHIP_FAULTS]) {
        expect(get(ruleSets, id).problems).toContainEqual(
          expect.stringContaining('There is no fault “OF-01”'),
        );
      }
      expect(get(ruleSets, DOMAIN_MATURITY).problems).toEqual([]);
    });

    it('follows the configuration by itself', async () => {
      const { configure } = await loadOwn();
      const changed = new Promise<string[]>(resolve => {
        onChange.mockImplementationOnce(async ids => resolve(ids));
      });
      configure({});
      expect(await changed).toEqual([PRODUCT_MATURITY]);
    });

    it('holds to what it loaded when telling fails', async () => {
      const { ruleSets, state } = await loadOwn();
      onChange.mockRejectedValueOnce(new Error('no database'));
      dir.setContent({ 'ours.yaml': ownSet("owner.kind == 'Group'") });
      expect(await ruleSets.reload()).toEqual([PRODUCT_MATURITY]);
      expect(state().problems).toEqual([]);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('no database'),
      );
    });
  });

  describe('from a server', () => {
    const url = 'https://git.example.com/rules/ours.yaml';
    const dataMesh = { ruleSets: { 'data-product-maturity': { url } } };
    const answer = (text: string, etag: string) => ({
      buffer: async () => Buffer.from(text),
      etag,
    });

    it('reads again only what has changed', async () => {
      readUrl.mockResolvedValueOnce(answer(ownSet('owner.exists'), '1'));
      const { ruleSets } = await load(dataMesh);
      expect(get(ruleSets, PRODUCT_MATURITY).origin).toBe(url);

      readUrl.mockRejectedValueOnce(new NotModifiedError());
      expect(await ruleSets.reload()).toEqual([]);
      expect(readUrl).toHaveBeenLastCalledWith(
        url,
        expect.objectContaining({ etag: '1' }),
      );
      expect(get(ruleSets, PRODUCT_MATURITY).problems).toEqual([]);

      readUrl.mockResolvedValueOnce(answer(ownSet('team.exists'), '2'));
      await ruleSets.reload();
      expect(get(ruleSets, PRODUCT_MATURITY).problems).toHaveLength(1);
    });

    it('goes on, and starts, with the text of before while it is away', async () => {
      readUrl.mockResolvedValueOnce(answer(ownSet('owner.exists'), '1'));
      const { ruleSets } = await load(dataMesh);
      readUrl.mockRejectedValue(new Error('502'));
      const problems = [`${url}: It could not be read: 502`];
      expect(await ruleSets.reload()).toEqual([]);
      expect(get(ruleSets, PRODUCT_MATURITY).problems).toEqual(problems);

      const again = await load(dataMesh);
      expect(get(again.ruleSets, PRODUCT_MATURITY)).toMatchObject({
        digest: get(ruleSets, PRODUCT_MATURITY).digest,
        problems,
      });
    });

    it('is refused at start when there is no text of before', async () => {
      readUrl.mockRejectedValue(new Error('502'));
      await expect(load(dataMesh)).rejects.toThrow(
        'configuration dataMesh.ruleSets.data-product-maturity: It could not be read: 502',
      );
    });
  });
});

describe.each(databases.eachSupportedId())('KeptTexts on %s', id => {
  it('keep the last', async () => {
    const kept = new KeptTexts(await migrated(await databases.init(id)));
    expect(await kept.get('https://a')).toBeUndefined();
    await kept.set('https://a', 'one');
    await kept.set('https://a', 'two');
    expect(await kept.get('https://a')).toBe('two');
    expect(await kept.get('https://b')).toBeUndefined();
  });
});
