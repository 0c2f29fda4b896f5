import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { parseContract } from './parseContract';

const folder = resolve(__dirname, '../../../../../shared/standards/bitol-odcs');
const present = existsSync(folder);
const files = present
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.ya?ml$/.test(name))
      .sort()
  : [];
const v2 = files.filter(name => name.startsWith('v2'));
const v3 = files.filter(name => !name.startsWith('v2'));

type Property = {
  name: string;
  properties?: Property[];
  items?: Property;
};

/** Named fields, counted without the code under test. */
function countFields(properties: Property[] = []): number {
  return properties.reduce(
    (sum, { properties: nested, items }) =>
      sum + 1 + countFields(nested) + countFields(items?.properties),
    0,
  );
}

(present ? describe : describe.skip)(
  present
    ? 'contracts from the wild'
    : 'contracts from the wild: skipped, the collection is not beside the repository',
  () => {
    it('finds the collection', () => {
      expect(files.length).toBeGreaterThan(20);
    });

    it.each(v3)('%s', name => {
      const text = readFileSync(join(folder, name), 'utf8');
      const { contract } = parseContract(text);
      const expected: { name: string; properties?: Property[] }[] =
        parse(text).schema ?? [];

      expect(contract?.objects.map(object => object.name)).toEqual(
        expected.map(object => object.name),
      );
      expect(
        contract?.objects.map(
          ({ fields }) => fields.filter(field => field.name !== '[]').length,
        ),
      ).toEqual(expected.map(({ properties }) => countFields(properties)));
    });

    it.each(v2)('%s', name => {
      const text = readFileSync(join(folder, name), 'utf8');
      const { contract, problems } = parseContract(text);

      expect(contract).toBeUndefined();
      expect(problems[0].message).toMatch(/Migrate it to v3/);
    });
  },
);
