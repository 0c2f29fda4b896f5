import { domainContextOf, evidenceOf, mesh } from '../__testUtils__/contexts';
import { peopleFacts } from './people';

const prefix = 'backstage-data-mesh.io';

describe('peopleFacts', () => {
  it('knows nobody of a domain that says nothing', () => {
    expect(peopleFacts(domainContextOf({ owner: undefined }))).toEqual({
      owner: { exists: false, kind: '' },
      people: { hasDomainOwner: false, hasDataLead: false },
      boundary: { length: 0 },
      governance: { hasRepresentative: null },
    });
  });

  it('reads the annotations', () => {
    const facts = peopleFacts(
      domainContextOf({
        annotations: {
          [`${prefix}/domain-owner`]: 'head',
          [`${prefix}/data-lead`]: 'user:default/gone',
          [`${prefix}/boundary`]: ' From order to result. ',
        },
      }),
    );

    expect(facts).toMatchObject({
      owner: { exists: true, kind: 'Group' },
      people: { hasDomainOwner: true, hasDataLead: false },
      boundary: { length: 21 },
    });
  });

  it.each([
    ['lab', 'group:default/guild', undefined, true],
    ['sales', 'group:default/guild', undefined, false],
    ['sales', 'group:default/guild', true, true],
    ['sales', 'group:default/gone', undefined, null],
    ['sales', undefined, false, false],
    ['sales', undefined, true, true],
  ])('%s in %s, answer %s', (owner, governanceGroup, answer, expected) => {
    const facts = peopleFacts(
      domainContextOf({
        mesh: { ...mesh, governanceGroup },
        owner: `group:default/${owner}`,
        evidence:
          answer === undefined
            ? []
            : [evidenceOf('governance.representative', answer)],
      }),
    );

    expect(facts.governance.hasRepresentative).toBe(expected);
  });
});
