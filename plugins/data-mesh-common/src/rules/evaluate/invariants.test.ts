import fc from 'fast-check';
import {
  Evaluation,
  Levels,
  RuleStatus,
  evaluationSchema,
  ifFixed,
  isUnmet,
  levelOf,
  ruleSetOutlineSchema,
} from '../../results';
import { TODAY, load, rule, setOf } from '../testing/samples';
import { EvaluationInput, evaluate } from './evaluate';
import { outlineOf } from './outlineOf';

type Raw = Record<string, unknown> & { id: string };
type Facts = Record<string, boolean | null>;
type Case = { rules: Raw[]; head: Record<string, unknown>; input: Input };
type Input = EvaluationInput & { facts: { is: Facts } };

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const keys = ['slo.kept', 'usage.lastUsedAt', 'funding.known'];
const levels = ['one', 'two', 'three'];

const { expression } = fc.letrec<{ expression: string }>(tie => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...names.map(name => `is.${name}`)),
    tie('expression').map(inner => `!(${inner})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('&&', '||'), tie('expression'))
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([test, yes, no]) => `(${test}) ? (${yes}) : (${no})`),
  ),
}));

/** A rule that may depend on those before it. */
function ruleAt(index: number, pass: fc.Arbitrary<string>): fc.Arbitrary<Raw> {
  const before = fc.subarray(
    Array.from({ length: index }, (_, other) => `r${other}`),
    { maxLength: Math.min(2, index) },
  );
  const sometimes = <T>(value: fc.Arbitrary<T>) =>
    fc.option(value, { nil: undefined, freq: 1 });
  return fc
    .record({
      level: fc.constantFrom(...levels),
      weight: fc.constantFrom('must', 'should'),
      dimension: fc.constantFrom('x', 'y'),
      pass,
      after: before,
      met: sometimes(before),
      needs: fc.subarray([...keys, 'waivers'], { maxLength: 2 }),
      rollout: fc.constantFrom(
        'enforced',
        'enforced',
        'draft',
        { grace: '2026-02-28' },
        { grace: TODAY },
      ),
      when: sometimes(expression),
      isQuestion: fc.boolean(),
    })
    .map(({ isQuestion, met, ...fields }) =>
      rule(`r${index}`, {
        ...fields,
        ...(met?.length ? { met } : {}),
        ...(isQuestion && !met?.length
          ? {
              pass: undefined,
              ask: { text: 'Is it?', who: ['owner'], days: 30 },
            }
          : {}),
      }),
    )
    .map(raw => ({ ...raw, id: `r${index}` }));
}

const head = fc.constantFrom(
  {},
  { promotion: { must: 0.7, should: 0.5, shouldFrom: 1 } },
  {
    dimensions: [
      { id: 'x', title: 'X' },
      { id: 'y', title: 'Y' },
    ],
  },
  { caps: [{ when: 'is.a', level: 'two', reason: 'a' }] },
  { levels: [] },
);

const rulesOf = (pass: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 1, max: 7 })
    .chain(count =>
      fc.tuple(...Array.from({ length: count }, (_, at) => ruleAt(at, pass))),
    );

const evidence = fc.dictionary(
  fc.constantFrom(...keys, 'answer.r0', 'answer.r1', 'answer.r2'),
  fc.record({
    value: fc.constantFrom<unknown>(true, false, 'x'),
    observedAt: fc.constantFrom('2026-02-20', '2025-01-01', '2027-01-01', 'x'),
  }),
);

const waivers = fc.array(
  fc.record({
    rule: fc.constantFrom('r0', 'r1', 'r2', 'r3'),
    reason: fc.constant('r'),
    until: fc.constantFrom('2026-02-28', TODAY, '2026-06-01'),
    approvedBy: fc.option(fc.constant('x'), { nil: undefined }),
  }),
  { maxLength: 3 },
);

const input: fc.Arbitrary<Input> = fc.record({
  facts: fc.record({
    is: fc.dictionary(
      fc.constantFrom(...names),
      fc.constantFrom(true, false, null),
    ),
  }),
  evidence,
  waivers,
  delivered: fc.subarray(keys).map(some => new Set(some)),
  today: fc.constant(TODAY),
});

const cases = (pass = expression): fc.Arbitrary<Case> =>
  fc.record({ rules: rulesOf(pass), head, input });

/** What a rule has depends on the kind of set it stands in. */
function compile({ rules, head: more }: Omit<Case, 'input'>) {
  return load(
    setOf(
      rules.map(({ dimension, ...raw }) => {
        if ('levels' in more) {
          return {
            ...raw,
            level: undefined,
            weight: undefined,
            severity: 'low',
          };
        }
        return 'dimensions' in more ? { ...raw, dimension } : raw;
      }),
      more,
    ),
  );
}

const run = (some: Case): Evaluation => evaluate(compile(some), some.input);

function statusesOf({ results }: Evaluation): Record<string, RuleStatus> {
  return Object.fromEntries(
    results.map(({ rule: id, status }) => [id, status]),
  );
}

/** The level, or the levels in each dimension. */
function heights({ level, dimensions = {} }: Levels): number[] {
  return level === undefined ? Object.values(dimensions) : [level];
}

function isNotBelow(higher: Levels, lower: Levels): boolean {
  const others = heights(lower);
  return heights(higher).every((height, index) => height >= others[index]);
}

function byRule({ results }: Evaluation) {
  return Object.fromEntries(results.map(result => [result.rule, result]));
}

describe('whatever the rules and facts', () => {
  it('an evaluation is what its schema says, and equal the second time', () => {
    fc.assert(
      fc.property(cases(), some => {
        const first = run(some);
        expect(evaluationSchema.parse(first)).toEqual(first);
        expect(run(structuredClone(some))).toEqual(first);
      }),
    );
  });

  it('no input makes it throw', () => {
    const anything = fc.record({
      facts: fc.dictionary(
        fc.constantFrom('is', 'product', 'contract', 'review'),
        fc.oneof(
          fc.jsonValue(),
          fc.dictionary(fc.constantFrom('a', 'tags', 'age'), fc.jsonValue()),
        ),
      ),
      evidence: fc.dictionary(
        fc.constantFrom(...keys),
        fc.record({ value: fc.jsonValue(), observedAt: fc.string() }),
      ),
    });
    fc.assert(
      fc.property(cases(), anything, (some, other) => {
        const evaluation = evaluate(compile(some), { ...some.input, ...other });
        expect(evaluationSchema.parse(evaluation)).toEqual(evaluation);
      }),
    );
  });

  it('the order of the rules does not matter', () => {
    const shuffled = cases().chain(some =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray(some.rules, { minLength: some.rules.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([some, rules]) => {
        const { results, ...rest } = run(some);
        const { results: others, ...otherRest } = run({ ...some, rules });
        expect(otherRest).toEqual(rest);
        expect(byRule({ ...rest, results: others })).toEqual(
          byRule({ ...rest, results }),
        );
      }),
    );
  });

  it('the level in the browser is the level of the engine', () => {
    fc.assert(
      fc.property(cases(), some => {
        const set = compile(some);
        const evaluation = evaluate(set, some.input);
        const sent: unknown = JSON.parse(JSON.stringify(outlineOf(set, TODAY)));
        const outline = ruleSetOutlineSchema.parse(sent);
        const { level, dimensions, cap } = evaluation;
        expect(levelOf(outline, statusesOf(evaluation), cap?.level)).toEqual({
          ...(level === undefined ? {} : { level }),
          ...(dimensions === undefined ? {} : { dimensions }),
        });
        expect(outline.rules.map(({ id, counted }) => [id, counted])).toEqual(
          evaluation.results.map(({ rule: id, counted }) => [id, counted]),
        );
      }),
    );
  });

  it('a fixed rule never lowers the level', () => {
    fc.assert(
      fc.property(cases(), some => {
        const set = compile(some);
        const evaluation = evaluate(set, some.input);
        const outline = outlineOf(set, TODAY);
        const statuses = statusesOf(evaluation);
        const cap = evaluation.cap?.level;
        const unmet = Object.keys(statuses).filter(id => isUnmet(statuses[id]));
        for (const id of unmet) {
          const one: Record<string, RuleStatus> = { ...statuses, [id]: 'pass' };
          const alone = levelOf(outline, one, cap);
          const more = levelOf(outline, ifFixed(outline, statuses, [id]), cap);
          expect([id, isNotBelow(alone, evaluation)]).toEqual([id, true]);
          expect([id, isNotBelow(more, alone)]).toEqual([id, true]);
        }
      }),
    );
  });

  it('a fact that fixes rules never lowers the level', () => {
    // Rules of which each holds by one fact, so that a fact can only mend.
    const simple = cases(fc.constantFrom(...names.map(name => `is.${name}`)));
    fc.assert(
      fc.property(simple, fc.constantFrom(...names), (some, name) => {
        const rules = some.rules.map(raw => ({ ...raw, when: undefined }));
        const at = (value: boolean) => ({
          ...some.input,
          facts: { is: { ...some.input.facts.is, [name]: value } },
        });
        const set = compile({ rules, head: { ...some.head, caps: [] } });
        const [mended, before] = [true, false].map(value =>
          evaluate(set, at(value)),
        );
        expect(isNotBelow(mended, before)).toBe(true);
      }),
    );
  });

  it('what is not known never counts as met', () => {
    fc.assert(
      fc.property(
        cases(),
        fc.dictionary(fc.constantFrom(...names), fc.boolean()),
        (some, known) => {
          const set = compile(some);
          const evaluation = evaluate(set, some.input);
          const statuses = statusesOf(evaluation);
          const failed = Object.fromEntries(
            Object.entries(statuses).map(([id, status]) => [
              id,
              status === 'unknown' ? ('fail' as const) : status,
            ]),
          );
          const outline = outlineOf(set, TODAY);
          expect(levelOf(outline, failed)).toEqual(levelOf(outline, statuses));

          // Whatever the facts turn out to be, what passed without them
          // still passes with them.
          const is: Facts = { ...known };
          for (const [name, value] of Object.entries(some.input.facts.is)) {
            is[name] = value ?? known[name] ?? null;
          }
          const later = statusesOf(
            evaluate(set, { ...some.input, facts: { is } }),
          );
          const passed = Object.keys(statuses).filter(
            id => statuses[id] === 'pass',
          );
          expect(passed.filter(id => later[id] !== 'pass')).toEqual([]);
        },
      ),
    );
  });

  it('evidence that is gone never makes a rule met', () => {
    fc.assert(
      fc.property(cases(), some => {
        const set = compile(some);
        const after = evaluate(set, { ...some.input, evidence: {} });
        const before = evaluate(set, some.input);
        const statuses = statusesOf(before);
        const passes = Object.entries(statusesOf(after)).filter(
          ([, status]) => status === 'pass',
        );
        expect(passes.filter(([id]) => statuses[id] !== 'pass')).toEqual([]);
        expect(isNotBelow(before, after)).toBe(true);
      }),
    );
  });

  it('a waiver changes no other rule, and never lowers the level', () => {
    fc.assert(
      fc.property(cases(), fc.nat(6), (some, nth) => {
        const { id } = some.rules[nth % some.rules.length];
        const set = compile(some);
        const withWaiver = evaluate(set, {
          ...some.input,
          waivers: [
            ...(some.input.waivers ?? []),
            { rule: id, reason: 'x', until: '2027-01-01', approvedBy: 'x' },
          ],
        });
        const without = evaluate(set, some.input);
        const free = namingWaivers(some.rules);
        const bound = ({ results }: Evaluation) =>
          results.filter(({ rule: other }) => other !== id && !free.has(other));
        expect(bound(withWaiver)).toEqual(bound(without));
        expect(isNotBelow(withWaiver, without)).toBe(true);
      }),
    );
  });

  it('a rule that goes wrong changes no other', () => {
    fc.assert(
      fc.property(cases(), fc.boolean(), (some, isFirst) => {
        const broken = {
          ...rule('broken', { pass: 'size(product.tags) / 0 > 1' }),
          id: 'broken',
          dimension: 'x',
          rollout: 'draft',
        };
        const rules = isFirst
          ? [broken, ...some.rules]
          : [...some.rules, broken];
        const facts = { ...some.input.facts, product: { tags: [] } };
        const { results, ...rest } = evaluate(compile({ ...some, rules }), {
          ...some.input,
          facts,
        });
        expect(byRule({ ...rest, results }).broken).toMatchObject({
          status: 'unknown',
          reason: 'It cannot be judged: division by zero.',
        });
        expect({
          ...rest,
          results: results.filter(({ rule: id }) => id !== 'broken'),
        }).toEqual(run(some));
      }),
    );
  });

  it('what is not counted does not matter for the level', () => {
    fc.assert(
      fc.property(cases(), some => {
        const { level, dimensions, results } = run(some);
        const isFree = (raw: Raw) =>
          results.some(({ rule: id, counted }) => id === raw.id && !counted);
        const left = new Set(
          some.rules.filter(raw => !isFree(raw)).map(({ id }) => id),
        );
        const ids = (value: unknown) =>
          (value as string[]).filter(id => left.has(id));
        const rules = some.rules
          .filter(({ id }) => left.has(id))
          .map(raw => ({ ...raw, after: ids(raw.after) }))
          .filter(raw => !('met' in raw) || ids(raw.met).length)
          .map(raw => ('met' in raw ? { ...raw, met: ids(raw.met) } : raw));
        // A rule that read nothing else goes with what it read.
        fc.pre(rules.length === left.size && rules.length > 0);
        const other = run({ ...some, rules });
        expect({
          level: other.level,
          dimensions: other.dimensions,
        }).toEqual({ level, dimensions });
      }),
    );
  });
});

/** Rules that name waivers in `needs`, and those that build on one. */
function namingWaivers(rules: readonly Raw[]): Set<string> {
  const found = new Set<string>();
  // Rules depend on those before them only.
  for (const raw of rules) {
    const before = [
      ...((raw.after as string[]) ?? []),
      ...((raw.met as string[]) ?? []),
    ];
    const naming = (raw.needs as string[]).includes('waivers');
    if (naming || before.some(id => found.has(id))) {
      found.add(raw.id);
    }
  }
  return found;
}
