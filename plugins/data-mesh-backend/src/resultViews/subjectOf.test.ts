import { subjectOf } from './Outlines';

it.each([
  ['dataproduct:default/a', 'DataProduct'],
  ['Domain:default/a', 'Domain'],
  ['component:default/a', undefined],
  ['constructor:default/a', undefined],
  ['toString:default/a', undefined],
])('rules are about %s: %s', (ref, subject) => {
  expect(subjectOf(ref)).toBe(subject);
});
