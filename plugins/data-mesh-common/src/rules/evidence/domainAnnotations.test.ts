import {
  domainAnnotations,
  readDomainAnnotation,
  takesPart,
} from './domainAnnotations';

const prefix = 'backstage-data-mesh.io';

describe('readDomainAnnotation', () => {
  it.each(Object.entries(domainAnnotations))(
    'takes the example of %s',
    (name, { key, example }) => {
      expect(
        readDomainAnnotation(
          { [key]: example },
          name as keyof typeof domainAnnotations,
        ),
      ).toBe(example);
    },
  );

  it.each([
    ['dataLead', 'data-lead', 'group:default/lab'],
    ['dataLead', 'data-lead', 'user:'],
    ['boundary', 'boundary', '  '],
    ['phase', 'phase', 'soon'],
    ['phaseEntered', 'phase-entered', 'D-40'],
  ] as const)('takes %s for missing that does not fit', (name, key, value) => {
    expect(
      readDomainAnnotation({ [`${prefix}/${key}`]: value }, name),
    ).toBeUndefined();
    expect(readDomainAnnotation(undefined, name)).toBeUndefined();
  });
});

describe('takesPart', () => {
  it.each([
    [{}, 0, 0, false],
    [{ [`${prefix}/participates`]: 'true' }, 0, 0, true],
    [{ [`${prefix}/participates`]: 'yes' }, 0, 0, false],
    [{}, 1, 0, true],
    [{}, 0, 1, true],
  ])(
    '%j with %d products and %d goals',
    (annotations, products, goals, expected) => {
      expect(takesPart({ annotations, products, goals })).toBe(expected);
    },
  );
});
