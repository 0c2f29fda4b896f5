import { ERASED_PERSON, erasureRequestSchema, isErasedPerson } from './people';

describe('erased people', () => {
  it.each([
    [ERASED_PERSON, true],
    [`${ERASED_PERSON}-2`, true],
    [`${ERASED_PERSON}-12`, true],
    [`${ERASED_PERSON}-`, false],
    [`${ERASED_PERSON}-x`, false],
    [`${ERASED_PERSON}ality`, false],
    ['user:default/erased-person', false],
    ['', false],
  ])('%s: %s', (ref, expected) => {
    expect(isErasedPerson(ref)).toBe(expected);
  });

  it.each([
    ['user:default/ann', true],
    ['User:Default/Ann.Smith', true],
    ['ann', false],
    ['user:ann', false],
    ['group:default/ann', false],
    ['user:default/ann ', false],
    ['user:a/b/c', false],
    [ERASED_PERSON, false],
    [ERASED_PERSON.toLocaleUpperCase('en-US'), false],
  ])('may be asked for: %s, %s', (user, expected) => {
    expect(erasureRequestSchema.safeParse({ user }).success).toBe(expected);
  });
});
