import fc from 'fast-check';
import {
  RuleStatus,
  ruleSetOutlineSchema,
  ruleStatuses,
  severities,
} from '../results';
import { ToDoResult } from './ToDo';
import { ToDoInput, toDoList } from './toDoList';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

const texts = { title: 't', why: 'w', fix: 'f' };

const arbitraryInput: fc.Arbitrary<ToDoInput> = fc
  .record({
    rules: fc.tuple(
      ...ids.map(id =>
        fc.record({
          id: fc.constant(id),
          level: fc.integer({ min: 1, max: 3 }),
          weight: fc.constantFrom('must', 'should'),
          rollout: fc.constantFrom('enforced', 'draft', 'grace'),
          covers: fc.subarray(['F-A', 'F-B', 'F-C']),
          status: fc.constantFrom(...ruleStatuses),
          waitsFor: fc.subarray([...ids, 'gone']),
        }),
      ),
    ),
    faults: fc.tuple(
      ...['A', 'B', 'C'].map(name =>
        fc.record({
          id: fc.constant(`f-${name.toLocaleLowerCase('en-US')}`),
          code: fc.constant(`F-${name}`),
          status: fc.constantFrom<RuleStatus>(
            'pass',
            'fail',
            'unknown',
            'waived',
          ),
          severity: fc.constantFrom(...severities),
        }),
      ),
    ),
    target: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  .map(({ rules, faults, target }) => {
    const base = {
      version: 1,
      title: 't',
      subject: 'DataProduct',
      dimensions: [],
      promotion: { must: 1, should: 0.6, shouldFrom: 2 },
    };
    const empty = { after: [], met: [], metAlone: false, needs: [] };
    return {
      outlines: [
        {
          ...base,
          id: 'maturity',
          levels: ['0', '1', '2', '3'].map(id => ({ id, title: id })),
          rules: rules.map(({ status: _s, waitsFor: _w, ...rule }) => ({
            ...empty,
            ...texts,
            ...rule,
            code: rule.id,
            counted: rule.rollout === 'enforced',
          })),
        },
        {
          ...base,
          id: 'faults',
          levels: [],
          rules: faults.map(({ id, code }) => ({
            ...empty,
            ...texts,
            id,
            code,
            weight: 'must',
            covers: [],
            counted: true,
            rollout: 'enforced',
          })),
        },
      ].map(outline => ruleSetOutlineSchema.parse(outline)),
      results: [
        {
          ruleSet: 'maturity',
          level: 0,
          target,
          results: rules.map(
            ({ id, rollout, status, waitsFor }): ToDoResult => ({
              rule: id,
              code: id,
              status,
              counted: rollout === 'enforced',
              waitsFor: status === 'waiting' ? waitsFor : undefined,
            }),
          ),
        },
        {
          ruleSet: 'faults',
          results: faults.map(
            ({ id, code, status, severity }): ToDoResult => ({
              rule: id,
              code,
              status,
              counted: true,
              severity: status === 'fail' ? severity : undefined,
            }),
          ),
        },
      ],
    };
  });

const resultsOf = (input: ToDoInput) =>
  input.results.flatMap(({ ruleSet, results }) =>
    results.map(result => ({ id: `${ruleSet}/${result.rule}`, ...result })),
  );

const check = (property: (input: ToDoInput) => void) =>
  fc.assert(fc.property(arbitraryInput, property), { numRuns: 500 });

describe('whatever the results', () => {
  it('what can be done is an entry, once, and nothing else is', () => {
    check(input => {
      const { entries } = toDoList(input);
      const rules = resultsOf(input).filter(({ id }) =>
        id.startsWith('maturity/'),
      );
      const listed = entries
        .filter(({ kind }) => kind === 'rule')
        .map(({ id }) => id);
      expect(new Set(listed).size).toBe(listed.length);
      const idsOf = (...statuses: RuleStatus[]) =>
        rules
          .filter(({ status }) => statuses.includes(status))
          .map(({ id }) => id);
      expect(listed).toEqual(expect.arrayContaining(idsOf('fail', 'unknown')));
      expect(idsOf('fail', 'unknown', 'waiting')).toEqual(
        expect.arrayContaining(listed),
      );
    });
  });

  it('what waits is listed or counted where it waits', () => {
    check(input => {
      const { entries } = toDoList(input);
      const listed = new Set(entries.map(({ id }) => id));
      const waiting = resultsOf(input).filter(
        ({ id, status }) => status === 'waiting' && !listed.has(id),
      );
      const most = Math.max(0, ...entries.map(({ unblocks }) => unblocks));
      expect(most > 0).toBe(waiting.length > 0);
      expect(most).toBeLessThanOrEqual(waiting.length);
    });
  });

  it('a fault that is there is told', () => {
    check(input => {
      const { entries, setAside } = toDoList(input);
      const told = [
        ...entries.map(({ id }) => id),
        ...[...entries, ...setAside].flatMap(({ faults }) =>
          faults.map(({ rule }) => `faults/${rule.id}`),
        ),
      ];
      const there = resultsOf(input)
        .filter(({ id, status }) => id.startsWith('f') && status === 'fail')
        .map(({ id }) => id);
      expect(told).toEqual(expect.arrayContaining(there));
    });
  });

  it('the order of what comes in changes nothing but ties', () => {
    check(input => {
      const turned = {
        ...input,
        results: [...input.results]
          .reverse()
          .map(set => ({ ...set, results: [...set.results].reverse() })),
      };
      expect(toDoList(turned)).toEqual(toDoList(input));
      expect(toDoList(input)).toEqual(toDoList(input));
    });
  });

  it('nothing beyond the target comes before what it needs', () => {
    check(input => {
      const { entries } = toDoList(input);
      const place = (isOne: (entry: (typeof entries)[0]) => boolean) =>
        entries.flatMap((entry, index) => (isOne(entry) ? [index] : []));
      const target = input.results[0].target ?? 0;
      const needed = place(
        ({ isRequired, rule }) => isRequired && rule?.rollout === 'enforced',
      );
      const beyond = place(
        ({ isRequired, level = 0 }) => !isRequired && level > target,
      );
      expect(Math.max(-1, ...needed)).toBeLessThan(
        Math.min(Infinity, ...beyond),
      );
    });
  });
});
