import { MessageKey, Translate } from './Translate';

const messages = {
  plain: 'Nothing to fill in',
  people: { known: 'Known to {{name}}', lost: 'Lost' },
  days_one: '{{count}} day of {{owner}}',
  days_other: '{{count}} days of {{owner}}',
} as const;

/** What is wrong here is told by the type checker, not by this test. */
describe('Translate', () => {
  const asked: unknown[][] = [];
  const t = ((...args: unknown[]) => asked.push(args)) as unknown as Translate<
    typeof messages
  >;

  it('takes the keys that there are, with what their words need', () => {
    const keys: MessageKey<typeof messages>[] = [
      'plain',
      'people.known',
      'people.lost',
      'days',
    ];
    const either = keys.length > 1 ? 'known' : 'lost';
    t('plain');
    t('people.known', { name: 'Ann' });
    t(`people.${either}`, { name: 'Ann' });
    t('days', { count: 2, owner: 'Ann' });
    // @ts-expect-error there is no such key
    t('people.gone');
    // @ts-expect-error a plural is no key
    t('days_one', { count: 1, owner: 'Ann' });
    // @ts-expect-error it needs a name
    t('people.known');
    // @ts-expect-error one of the two needs a name
    t(`people.${either}`);
    // @ts-expect-error it needs a number
    t('days', { count: '2', owner: 'Ann' });
    // @ts-expect-error it takes nothing
    t('plain', { name: 'Ann' });
    expect(asked).toHaveLength(10);
  });
});
