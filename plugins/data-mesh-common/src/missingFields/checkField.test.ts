import fc from 'fast-check';
import { checkField } from './checkField';
import { FillableField, fillableFields, wordFields } from './fields';

describe('checkField', () => {
  it.each<[FillableField, string, string]>([
    ['owner', 'lab-data', 'group:default/lab-data'],
    ['owner', ' Group:Default/Lab-Data ', 'group:default/lab-data'],
    ['owner', 'user:ann', 'user:default/ann'],
    ['productOwner', 'ann', 'user:default/ann'],
    ['domain', 'other/sales', 'domain:other/sales'],
    ['purpose', ' All orders\n\tof the lab ', 'All orders of the lab'],
    ['purpose', 'x'.repeat(400), 'x'.repeat(400)],
    ['type', 'aggregate', 'aggregate'],
    ['classification', 'top secret', 'top secret'],
    ['version', '1.0.0', '1.0.0'],
    ['notice', '30d', '30d'],
    ['notice', '2 weeks', '2 weeks'],
  ])('takes for %s: %s', (field, typed, value) => {
    expect(checkField(field, typed)).toEqual({ value });
  });

  it.each<[FillableField, string, RegExp]>([
    ['owner', '  ', /nothing to fill in/],
    ['owner', 'domain:default/sales', /a team or a person; “domain/],
    ['owner', 'Lab data', /like group:default\/name; .*“Lab data”/],
    ['productOwner', 'group:default/lab', /Name a person/],
    ['domain', 'a:b:c', /like domain:default\/name/],
    ['purpose', 'x'.repeat(401), /401 characters; at most 400/],
    ['version', 'x'.repeat(64), /at most 63/],
    ['type', '!', /not a single word/],
    ['notice', 'soon', /Write it like 30d; “soon”/],
    ['lifecycle', 'x'.repeat(64), /not a single word/],
    ['purpose', 'a\u0000b', /cannot be stored/],
    ['purpose', 'a\ud800b', /cannot be stored/],
  ])('refuses for %s: %s', (field, typed, problem) => {
    expect(checkField(field, typed)).toEqual({
      problem: expect.stringMatching(problem),
    });
  });

  it('holds a word against those that are known, whatever their case', () => {
    const words = wordFields.lifecycle;
    expect(checkField('lifecycle', 'Production', { words })).toEqual({
      value: 'production',
    });
    expect(checkField('lifecycle', 'prod', { words })).toEqual({
      problem:
        '“prod” is none of candidate, experimental, production, deprecated, retired.',
    });
  });

  it('reads a ref in the namespace of the product', () => {
    expect(checkField('owner', 'lab', { namespace: 'emea' })).toEqual({
      value: 'group:emea/lab',
    });
  });

  it('never throws, and takes what it has given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fillableFields),
        fc.string({ unit: 'binary', maxLength: 500 }),
        (field, typed) => {
          const checked = checkField(field, typed);
          const again =
            'value' in checked ? checkField(field, checked.value) : checked;
          expect(again).toEqual(checked);
        },
      ),
    );
  });
});
