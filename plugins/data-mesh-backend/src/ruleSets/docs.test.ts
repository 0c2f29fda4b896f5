import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { KeptTexts } from './KeptTexts';
import { readMeshConfig } from './readMeshConfig';
import { RuleSets } from './RuleSets';
import { PRODUCT_MATURITY } from './RuleSetsInForce';
import { RuleSetTexts } from './RuleSetTexts';

const root = resolve(__dirname, '../../../..');
const page = readFileSync(join(root, 'docs/rule-sets.md'), 'utf8');
const blocks = [...page.matchAll(/^```(yaml|text)\n([^]*?)^```$/gm)].map(
  ([, language, text]) => ({ language, text }),
);
const yaml = blocks.flatMap(block =>
  block.language === 'yaml' ? block.text : [],
);
const ownSet = yaml.find(text => /^kind: RuleSet$/m.test(text)) ?? '';
const configs = yaml.filter(text => /^dataMesh:$/m.test(text));
const good = configs.filter(text => !text.startsWith('# refused'));
const refused = configs.filter(text => text.startsWith('# refused'));

/** What a page of the user guide shows works as it is written. */
describe('docs/rule-sets.md', () => {
  const dir = createMockDirectory();

  async function load(config: string) {
    dir.setContent({ 'ours.yaml': ownSet });
    const data = JSON.parse(JSON.stringify(parse(config)), (key, value) =>
      key === 'file' ? dir.resolve('ours.yaml') : value,
    );
    return RuleSets.load({
      config: mockServices.rootConfig({ data }),
      texts: new RuleSetTexts({
        urlReader: mockServices.urlReader.mock({
          readUrl: async () => ({
            buffer: async () => Buffer.from(ownSet),
            stream: jest.fn(),
          }),
        }),
        kept: { set: async () => {} } as unknown as KeptTexts,
      }),
      logger: mockServices.logger.mock(),
    });
  }

  it('has examples', () => {
    expect(ownSet).not.toBe('');
    expect(good.length).toBeGreaterThan(5);
    expect(refused).toHaveLength(1);
  });

  it.each(good.map((text, index) => [index + 1, text] as const))(
    'shows what can be loaded, example %i',
    async (_number, config) => {
      const ruleSets = await load(config);
      const { dataMesh } = parse(config);
      for (const id of Object.keys(dataMesh.ruleSets ?? {})) {
        const { file, url, ...override } = dataMesh.ruleSets[id];
        const { origin, changed } = ruleSets.current().get(id) ?? {};
        expect({ isOwn: origin !== 'default', changed }).toEqual({
          isOwn: Boolean(file || url),
          changed: Object.keys(override).length > 0,
        });
      }
    },
  );

  it('shows how a set is refused', async () => {
    const [told] = blocks.flatMap(block =>
      block.language === 'text' ? block.text.trim() : [],
    );
    await expect(load(refused[0])).rejects.toThrow(
      expect.objectContaining({ message: told }),
    );
  });

  it('is how the demo portal is configured', async () => {
    const text = readFileSync(join(root, 'app-config.yaml'), 'utf8');
    const ruleSets = await load(text);
    for (const { ruleSet } of ruleSets.current().values()) {
      expect(ruleSet.ruleSet.phase).toBe('scale');
    }
    const { parameters } =
      ruleSets.current().get(PRODUCT_MATURITY)?.ruleSet.ruleSet ?? {};
    expect(parameters?.sharedKeys.value).toContain('patient_id');
    expect(readMeshConfig(new ConfigReader(parse(text)))).toEqual({
      centralTeams: ['group:default/bi-centre'],
      centralStores: ['component:default/enterprise-warehouse'],
      governanceGroup: 'group:default/governance-guild',
    });
  });
});
