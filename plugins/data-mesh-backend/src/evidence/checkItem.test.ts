import { EvidenceWay } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { checkItem, LONGEST_VALUE } from './checkItem';

const NOW = new Date('2026-03-01T12:00:00Z');
const answerKinds = new Map([
  ['answer.stands-alone', new Set(['dataproduct'])],
  ['answer.of-both', new Set(['dataproduct', 'domain'])],
]);
const good = {
  entityRef: 'dataproduct:default/orders',
  key: 'promises.kept',
  value: true,
  observedAt: '2026-02-28',
  source: 'pipeline',
};
const check = (changes: object, way: EvidenceWay = 'push') =>
  checkItem({ ...good, ...changes }, { way, now: NOW, answerKinds });

describe('checkItem', () => {
  it('takes an item, in UTC and with the full ref', () => {
    expect(
      check({
        entityRef: 'DataProduct:Orders',
        observedAt: '2026-02-28T23:30:00-02:00',
        expiresAt: '2026-03-31',
        note: ' Checked ',
        link: 'https://ci.example/1',
      }),
    ).toEqual({
      word: {
        ...good,
        way: 'push',
        observedAt: '2026-03-01T01:30:00.000Z',
        expiresAt: '2026-03-31T00:00:00.000Z',
        note: 'Checked',
        link: 'https://ci.example/1',
      },
    });
  });

  it.each<[object, EvidenceWay?]>([
    [{ observedAt: '2026-03-02' }],
    [{ expiresAt: '2026-02-28' }],
    [{ key: 'answer.stands-alone' }],
    [{ key: 'answer.of-both', entityRef: 'domain:default/care' }],
    [{ key: 'capacity.forData', value: 40, entityRef: 'user:default/ann' }],
    [{ source: 'User:default/Ann' }, 'portal'],
  ])('takes %j', (...[changes, way]) => {
    expect(check(changes, way).problem).toBeUndefined();
  });

  it.each<[object, string, EvidenceWay?]>([
    [{ entityRef: undefined }, 'entityRef: '],
    [{ entityRef: 'orders' }, 'entityRef: “orders” is no entity ref'],
    [{ entityRef: ':x' }, 'entityRef: “:x” is no entity ref'],
    [
      { entityRef: 'domain:default/care' },
      'entityRef: “promises.kept” is about an entity of kind dataproduct, not domain.',
    ],
    [
      { key: 'answer.stands-alone', entityRef: 'domain:default/care' },
      'of kind dataproduct, not domain',
    ],
    [{ key: 'promises.broken' }, 'There is no evidence key “promises.broken”'],
    [
      { key: 'answer.not-asked' },
      'no rule in force asks for “answer.not-asked”',
    ],
    [{ value: 'yes' }, 'The value of “promises.kept”'],
    [{ value: undefined }, 'The value of “promises.kept”'],
    [{ value: 'x'.repeat(LONGEST_VALUE) }, 'value: it has 2002 characters'],
    [{ observedAt: undefined }, 'observedAt: '],
    [{ observedAt: 'yesterday' }, 'observedAt: '],
    [{ observedAt: '2026-02-30' }, 'observedAt: '],
    [{ observedAt: '2026-03-03' }, 'is in the future'],
    [{ expiresAt: '2026-02-27' }, 'is before observedAt'],
    [{ link: 'ftp://ci.example/1' }, 'link: '],
    [{ note: 'x'.repeat(1001) }, 'note: '],
    [{ sauce: 1 }, 'sauce'],
    [{ source: ' ' }, 'source: '],
    [{ source: 'a\0b' }, 'cannot be shown'],
    [{ source: 'a\ud800' }, 'cannot be shown'],
    [{ source: 'User:default/ann' }, 'stands for what people say'],
    [{ source: 'pipeline' }, 'the ref of the person', 'portal'],
    [{ source: 'group:default/a' }, 'the ref of the person', 'portal'],
  ])('refuses %j', (...[changes, problem, way]) => {
    expect(check(changes, way)).toEqual({
      problem: expect.stringContaining(problem),
    });
  });

  it.each([undefined, null, 7, 'text', [good]])('refuses %j', item => {
    expect(
      checkItem(item, { way: 'push', now: NOW, answerKinds }).problem,
    ).toContain('expected object');
  });
});
