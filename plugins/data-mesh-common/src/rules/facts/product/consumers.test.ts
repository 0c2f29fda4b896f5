import { contextOf, evidenceOf } from '../__testUtils__/contexts';
import { ProductUse } from '../ProductContext';
import { consumersFacts } from './consumers';

const use = (
  team: string,
  since?: string,
  state: ProductUse['state'] = 'active',
): ProductUse => ({
  user: `group:default/${team}`,
  team: `group:default/${team}`,
  state,
  since,
});

describe('consumersFacts', () => {
  it('counts other teams, and those of other domains', () => {
    const facts = consumersFacts(
      contextOf(
        {},
        {
          uses: [
            use('lab-data'),
            use('lab'),
            use('sales-data'),
            { ...use('sales-data'), user: 'dataproduct:default/report' },
            use('bi'),
            use('gone'),
            { user: 'component:default/app', state: 'active' },
            use('sales', undefined, 'intended'),
          ],
        },
      ),
    );

    expect(facts.consumers).toMatchObject({
      known: 8,
      active: 7,
      teams: 3,
      teamsOfOtherDomains: 1,
      areAllOwn: false,
    });
  });

  it.each([
    ['nobody', [], false],
    ['its own team', [use('lab-data')], true],
    ['its own team and another', [use('lab-data'), use('bi')], false],
    [
      'somebody whose team is not known',
      [{ user: 'component:default/app', state: 'active' as const }],
      false,
    ],
  ])('only own use: %s', (_, uses, areAllOwn) => {
    expect(consumersFacts(contextOf({}, { uses })).consumers.areAllOwn).toBe(
      areAllOwn,
    );
  });

  it.each([
    [
      'one a year ago, two since',
      ['2025-03-01', '2026-02-01', '2026-02-01'],
      true,
    ],
    [
      'one a quarter ago to the day',
      ['2025-11-30', '2026-02-01', '2026-02-01'],
      true,
    ],
    ['two before', ['2025-03-01', '2025-03-01', '2026-02-01'], false],
    ['nobody before', ['2026-02-01', '2026-02-01', '2026-02-01'], false],
    ['one before, one undated', ['2025-03-01', undefined, '2026-02-01'], null],
    ['one before, one more', ['2025-03-01', undefined], false],
    ['nobody at all', [], false],
  ])('three times as many: %s', (_, days, tripled) => {
    const teams = ['lab', 'sales-data', 'bi'];
    const uses = days.map((since, index) => use(teams[index], since));

    expect(consumersFacts(contextOf({}, { uses })).consumers.tripled).toBe(
      tripled,
    );
  });

  it('takes the first day of a team that uses it twice', () => {
    const uses = [
      use('lab', '2025-03-01'),
      use('lab', '2026-02-01'),
      use('bi', '2026-02-01'),
      use('sales', '2026-02-01'),
      { ...use('sales'), user: 'dataproduct:default/report' },
    ];

    expect(consumersFacts(contextOf({}, { uses })).consumers.tripled).toBe(
      true,
    );
  });

  it('counts the newest answer of each consumer', () => {
    const said = (source: string, value: string, observedAt: string) =>
      evidenceOf('consumers.stillUsing', value, {
        way: 'portal',
        source,
        observedAt,
      });
    const evidence = [
      said('ann', 'problem', '2026-01-01T00:00:00Z'),
      said('ann', 'yes', '2026-02-01T00:00:00Z'),
      said('bo', 'problem', '2026-02-01T00:00:00Z'),
      said('cy', 'yes', '2025-06-01T00:00:00Z'),
    ];

    expect(consumersFacts(contextOf({}, { evidence })).consumers).toMatchObject(
      {
        saidYes: 1,
        openProblems: 1,
      },
    );
  });
});
