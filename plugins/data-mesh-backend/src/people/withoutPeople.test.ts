import { ERASED_PERSON } from '@backstage-data-mesh/plugin-data-mesh-common';
import fc from 'fast-check';
import {
  ERASED_TITLE,
  jsonWithoutPeople,
  reportWithoutPerson,
  withoutPeople,
} from './withoutPeople';

const ADA = 'user:default/ada';
const isAda = (text: string) => text === ADA;

describe('withoutPeople', () => {
  it.each<[string, unknown, unknown]>([
    ['a value', { owner: ADA }, { owner: ERASED_PERSON }],
    ['deep inside', [{ a: [{ by: ADA }] }], [{ a: [{ by: ERASED_PERSON }] }]],
    ['a key', { [ADA]: 1 }, { [ERASED_PERSON]: 1 }],
    [
      'a title beside it',
      { by: { ref: ADA, title: 'Ada' } },
      { by: { ref: ERASED_PERSON, title: ERASED_TITLE } },
    ],
    [
      'a title that is not beside it',
      { title: 'Ada', owner: ADA },
      { title: 'Ada', owner: ERASED_PERSON },
    ],
    [
      'one of two in a list',
      [ADA, 'x', ERASED_PERSON, 'x'],
      [ERASED_PERSON, 'x', 'x'],
    ],
    ['a text that mentions it', { note: `ask ${ADA}` }, { note: `ask ${ADA}` }],
    ['a longer ref', [`${ADA}.b`, `${ADA}b`], [`${ADA}.b`, `${ADA}b`]],
    ['nothing', null, null],
  ])('replaces %s', (_, before, after) => {
    expect(withoutPeople(before, isAda)).toEqual(after);
  });

  it('finds every place, and leaves the rest the same', () => {
    const text = fc.oneof(fc.constant(ADA), fc.constant('ada'), fc.string());
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.double(),
        fc.constant(null),
        fc.array(tie('tree')),
        fc.dictionary(text, tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(tree, value => {
        const json = JSON.stringify(value);
        const after = jsonWithoutPeople(json, isAda);
        expect(after).not.toContain(JSON.stringify(ADA));
        expect(jsonWithoutPeople(after, isAda)).toBe(after);
        const isNamed = json.includes(JSON.stringify(ADA));
        expect(after === json).toBe(!isNamed);
      }),
    );
  });
});

describe('reportWithoutPerson', () => {
  it.each([
    [`there is no ${ADA}.`, `there is no ${ERASED_PERSON}.`],
    [`“${ADA}”, User:Default/Ada`, `“${ERASED_PERSON}”, ${ERASED_PERSON}`],
    [`{"a":"${ADA}"}`, `{"a":"${ERASED_PERSON}"}`],
    [`${ADA}.b ${ADA}-b x${ADA}`, `${ADA}.b ${ADA}-b x${ADA}`],
  ])('%s', (before, after) => {
    expect(reportWithoutPerson(before, ADA)).toBe(after);
  });

  it('finds names that JSON writes in its own way', () => {
    const odd = 'user:default/a"b';
    const report = JSON.stringify({ problems: [`no ${odd}`] });
    expect(JSON.parse(reportWithoutPerson(report, odd))).toEqual({
      problems: [`no ${ERASED_PERSON}`],
    });
  });
});
