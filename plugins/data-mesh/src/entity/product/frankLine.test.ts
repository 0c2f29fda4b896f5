import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';
import { FrankFacts, frankLine } from './frankLine';

const team: EntityLink = {
  ref: 'group:default/lab-data',
  title: 'Lab data',
  exists: true,
};
const lost: EntityLink = { ...team, exists: false };
const person: EntityLink = { ...team, ref: 'user:default/ann' };
const successor: EntityLink = {
  ref: 'dataproduct:default/shipments',
  title: 'Shipments',
  exists: true,
};
const three = { teams: 3, byOwnTeam: true };
const none = { teams: 0, byOwnTeam: false };
const own = { teams: 0, byOwnTeam: true };

describe('frankLine', () => {
  it.each<[string, FrankFacts, ReturnType<typeof frankLine>]>([
    [
      'a product in use',
      { lifecycle: 'production', owner: team, use: three },
      {
        tone: 'fine',
        sentences: [
          { kind: 'answers', owner: team, use: { words: 'use', count: 3 } },
        ],
      },
    ],
    [
      'use by its own team',
      { lifecycle: 'Production', owner: team, use: own },
      {
        tone: 'fine',
        sentences: [
          { kind: 'answers', owner: team, use: { words: 'ownUse', count: 0 } },
        ],
      },
    ],
    [
      'no use',
      { lifecycle: 'production', owner: team, use: none },
      {
        tone: 'fine',
        sentences: [
          { kind: 'answers', owner: team, use: { words: 'noUse', count: 0 } },
        ],
      },
    ],
    [
      'use not known',
      { lifecycle: 'production', owner: team },
      {
        tone: 'fine',
        sentences: [{ kind: 'answers', owner: team, use: undefined }],
      },
    ],
    [
      'an owner who is gone, before all else',
      {
        lifecycle: 'deprecated',
        owner: lost,
        successor,
        until: '2026-12-31',
        use: three,
      },
      {
        tone: 'stop',
        sentences: [
          { kind: 'ownerMissing', owner: lost },
          { kind: 'deprecated', until: '2026-12-31', successor },
          { kind: 'use', use: { words: 'stillUse', count: 3 } },
        ],
      },
    ],
    [
      'a person as owner',
      { lifecycle: 'production', owner: person, use: none },
      { tone: 'stop', sentences: [{ kind: 'ownedByPerson', owner: person }] },
    ],
    [
      'no owner',
      { lifecycle: 'production', use: none },
      { tone: 'stop', sentences: [{ kind: 'noOwner' }] },
    ],
    [
      'a retired product',
      { lifecycle: 'retired', owner: team, use: none },
      {
        tone: 'stop',
        sentences: [
          { kind: 'retired', successor: undefined },
          {
            kind: 'answers',
            owner: team,
            use: { words: 'noUseNow', count: 0 },
          },
        ],
      },
    ],
    [
      'an idea',
      { lifecycle: 'candidate', owner: team, use: none },
      {
        tone: 'idea',
        sentences: [
          { kind: 'candidate' },
          { kind: 'answers', owner: team, use: undefined },
        ],
      },
    ],
    [
      'an experiment',
      { lifecycle: 'experimental', owner: team, use: three },
      {
        tone: 'careful',
        sentences: [
          { kind: 'experimental' },
          { kind: 'answers', owner: team, use: { words: 'use', count: 3 } },
        ],
      },
    ],
    [
      'a lifecycle of its own',
      { lifecycle: 'sandbox', owner: team },
      {
        tone: 'careful',
        sentences: [
          { kind: 'otherLifecycle', lifecycle: 'sandbox' },
          { kind: 'answers', owner: team, use: undefined },
        ],
      },
    ],
    [
      'its level, and that its promises are kept',
      {
        lifecycle: 'production',
        owner: team,
        use: three,
        standing: { level: 'Trusted', isHigh: true },
        promises: { words: 'kept', at: '2026-03-01' },
      },
      {
        tone: 'fine',
        sentences: [
          {
            kind: 'standing',
            standing: { level: 'Trusted', isHigh: true },
            isUsed: true,
          },
          {
            kind: 'answers',
            owner: team,
            use: { words: 'use', count: 3 },
            promises: { words: 'kept', at: '2026-03-01' },
          },
        ],
      },
    ],
    [
      'a level below the target',
      {
        lifecycle: 'production',
        owner: team,
        standing: { level: 'Usable', isHigh: false, target: 'Trusted' },
      },
      {
        tone: 'careful',
        sentences: [
          {
            kind: 'standing',
            standing: { level: 'Usable', isHigh: false, target: 'Trusted' },
            isUsed: false,
          },
          { kind: 'answers', owner: team },
        ],
      },
    ],
    [
      'promises that are broken',
      {
        lifecycle: 'production',
        owner: team,
        promises: { words: 'notKept', at: '2026-03-01' },
      },
      {
        tone: 'careful',
        sentences: [
          {
            kind: 'answers',
            owner: team,
            promises: { words: 'notKept', at: '2026-03-01' },
          },
        ],
      },
    ],
    [
      'no level of what nobody should build on',
      {
        lifecycle: 'deprecated',
        owner: team,
        standing: { level: 'Usable', isHigh: false },
        promises: { words: 'kept', at: '2026-03-01' },
      },
      {
        tone: 'stop',
        sentences: [
          { kind: 'deprecated', until: undefined, successor: undefined },
          { kind: 'answers', owner: team },
        ],
      },
    ],
    [
      'no level of what no team answers for',
      {
        lifecycle: 'production',
        owner: lost,
        use: three,
        standing: { level: 'Listed', isHigh: false, target: 'Trusted' },
      },
      {
        tone: 'stop',
        sentences: [
          { kind: 'ownerMissing', owner: lost },
          { kind: 'use', use: { words: 'use', count: 3 } },
        ],
      },
    ],
  ])('says of %s what matters', (_name, facts, expected) => {
    expect(frankLine(facts)).toEqual(expected);
  });
});
