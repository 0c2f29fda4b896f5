import fc from 'fast-check';
import { stringify } from 'yaml';
import { rule, setOf, vocabulary } from '../testing/samples';
import { overrideRuleSet } from '../set/overrideRuleSet';
import { readRuleSet } from '../set/RuleSetDocument';
import { tellRuleSetProblem } from '../set/RuleSetProblem';
import { loadRuleSet } from './loadRuleSet';

const options = { file: 'any.yaml', vocabulary };

/** A set or reasons against it, never neither and never both. */
function isSound({
  ruleSet,
  problems,
}: ReturnType<typeof loadRuleSet>): boolean {
  return (
    (ruleSet === undefined) === problems.length > 0 &&
    problems.every(problem => tellRuleSetProblem(problem).length > 10)
  );
}

describe('loadRuleSet on anything', () => {
  it('never throws on a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(isSound(loadRuleSet(text, options))).toBe(true);
      }),
    );
  });

  it('never throws on a tree of values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(isSound(loadRuleSet(stringify(value), options))).toBe(true);
      }),
    );
  });

  it('never throws on a set with wrong parts', () => {
    const heads =
      'id version levels dimensions promotion targets caps phase phases parameters';
    const fields =
      'id code subject level weight severity when after covers needs ask pass met rollout off';
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...heads.split(' ')), fc.jsonValue()),
        fc.dictionary(fc.constantFrom(...fields.split(' ')), fc.jsonValue()),
        (head, own) => {
          const fine = rule('fine', { pass: 'is.a' });
          const text = setOf([fine, { ...fine, ...own }], head);
          expect(isSound(loadRuleSet(text, options))).toBe(true);
        },
      ),
      { numRuns: 300, examples: [[{}, { weight: { toString: '' } }]] },
    );
  });

  it('never throws on an expression', () => {
    const token = fc.constantFrom(
      ...'is.a is.b is product product.tags product.deep.ports contract.described param.x'.split(
        ' ',
      ),
      ...'&& || ! ( ) [ ] { } . , ? : + - * / % == < >= in 1 1.5 "x" true null'.split(
        ' ',
      ),
      ...'.all( .exists( .map( .matches( size( dyn( has( cel.bind( x'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 20 }), tokens => {
        const text = setOf([rule('it', { pass: tokens.join(' ') })]);
        expect(isSound(loadRuleSet(text, options))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on an override', () => {
    const { document } = readRuleSet(
      setOf([rule('it', { pass: 'is.a' })]),
      'any.yaml',
    );
    const keys =
      'title phase promotion levels dimensions targets caps parameters rules add';
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...keys.split(' ')),
          fc.oneof(
            fc.jsonValue(),
            fc.dictionary(fc.constantFrom('it', 'one', 'x'), fc.jsonValue()),
          ),
        ),
        override => {
          const changed = document && overrideRuleSet(document, override);
          expect(changed?.document === undefined).toBe(
            Number(changed?.problems.length) > 0,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
