import fc from 'fast-check';
import { stringify } from 'yaml';
import { ContractReading } from './Contract';
import { parseContract } from './parseContract';

describe('parseContract on anything', () => {
  it('never throws on a text', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), yamlish());
    fc.assert(
      fc.property(texts, text => {
        expect(isSound(parseContract(text))).toBe(true);
      }),
    );
  });

  it('never throws on a tree of values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(isSound(parseContract(stringify(value)))).toBe(true);
      }),
    );
  });

  it('never throws on a contract with wrong parts', () => {
    fc.assert(
      fc.property(contractish(), value => {
        const text = stringify({ kind: 'DataContract', ...value });
        const reading = parseContract(text);
        expect(isSound(reading)).toBe(true);
        expect(reading.contract).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});

function isSound({ contract, problems }: ContractReading): boolean {
  return (
    problems.every(({ message }) => message !== '') &&
    (contract !== undefined || problems.length > 0)
  );
}

function yamlish() {
  const token = fc.constantFrom(
    ...['a: ', 'kind: DataContract', '- ', '\n', '  ', '&x ', '*x', '{', '}'],
    ...[
      '[',
      ']',
      '"',
      "'",
      '|',
      '>',
      '---',
      '<<: ',
      '!!binary ',
      '#',
      '\t',
      '? ',
    ],
  );
  return fc.array(token, { maxLength: 40 }).map(tokens => tokens.join(''));
}

function contractish() {
  const keys = [
    ...['schema', 'properties', 'items', 'quality', 'team', 'members', 'name'],
    ...['servers', 'support', 'roles', 'slaProperties', 'description', 'tags'],
    ...['enum', 'relationships', 'mustBeBetween', 'arguments', 'required'],
    ...['authoritativeDefinitions', 'username', 'property', 'value', '<<'],
  ];
  const { value } = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
    ),
  }));
  return fc
    .dictionary(fc.constantFrom(...keys), value, { maxKeys: 8 })
    .filter(record => !('<<' in record));
}
