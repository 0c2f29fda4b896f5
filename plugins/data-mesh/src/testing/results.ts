import {
  EntityResults,
  isUnmet,
  outlineRuleSchema,
  RuleSetInForce,
  RuleSetOutline,
  RuleStatus,
  StoredResult,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { link } from './products';

const today = () => new Date().toISOString().slice(0, 10);

/** The day that lies some days before today. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
}

/** An entity that was not looked at yet. */
export function notEvaluated(ref: string): EntityResults {
  return {
    entity: link(ref, 'Shipments'),
    items: [],
    may: { answer: [], askForWaiver: false, decideWaivers: false },
  };
}

const rule = (id: string, code: string, fields: object) =>
  outlineRuleSchema.parse({
    id,
    code,
    title: `It has ${id}`,
    why: `Why ${id}.`,
    fix: `How ${id}.`,
    weight: 'must',
    after: [],
    met: [],
    metAlone: false,
    covers: [],
    counted: true,
    rollout: 'enforced',
    needs: [],
    ...fields,
  });

/** A small set of rules with a fault besides, as the default sets are. */
export const outlines: RuleSetOutline[] = [
  {
    id: 'data-product-maturity',
    version: 1,
    title: 'Maturity of a data product',
    subject: 'DataProduct',
    levels: ['Listed', 'Owned', 'Usable', 'Trusted', 'Valued'].map(title => ({
      id: title.toLocaleLowerCase('en-US'),
      title,
    })),
    dimensions: [],
    promotion: { must: 1, should: 0.6, shouldFrom: 2 },
    rules: [
      rule('owner', 'DP-O1', { level: 1, covers: ['OF-01'] }),
      rule('support', 'DP-A3', {
        level: 2,
        write: { spec: { support: [{ channel: '#{name}' }] } },
      }),
      rule('contract', 'DP-T1', { level: 2 }),
      rule('fields', 'DP-D5', { level: 2, after: ['contract'] }),
      rule('promises', 'DP-T3', {
        level: 3,
        needs: ['promises.kept'],
        examples: { 'promises.kept': true },
        ask: {
          text: 'Were the promises kept?',
          who: ['owner'],
          key: 'promises.kept',
          days: 30,
          value: 'yes-no',
        },
      }),
      rule('notice', 'DP-T5', { level: 3, weight: 'should' }),
      rule('review', 'DP-L3', {
        level: 4,
        covers: ['OF-12'],
        ask: {
          text: 'When was it reviewed?',
          who: ['owner'],
          key: 'review.heldAt',
          value: 'date',
        },
      }),
    ],
  },
  {
    id: 'ownership-faults',
    version: 1,
    title: 'Open points of ownership',
    subject: 'DataProduct',
    levels: [],
    dimensions: [],
    promotion: { must: 1, should: 0.6, shouldFrom: 2 },
    rules: [
      rule('orphan', 'OF-01', {}),
      rule('stale-review', 'OF-12', {}),
      rule('flood', 'OF-24', {}),
    ],
  },
];

/** The rule sets in force that these are the outlines of. */
export function ruleSets(): { items: RuleSetInForce[] } {
  return {
    items: outlines.map(outline => ({
      id: outline.id,
      outlines: [outline],
      origin: 'default',
      changed: false,
      loadedAt: daysAgo(1),
      problems: [],
      notMeasured: [],
    })),
  };
}

type Change = Partial<StoredResult>;

/**
 * The results of a product: all is met but what is given, by the id of the
 * rule.
 */
export function results(
  unmet: Record<string, RuleStatus | Change>,
  standing: { level?: number; target?: number | null } = {},
  may: Partial<EntityResults['may']> = {},
): EntityResults {
  const known = outlines.map(outline =>
    outline.rules.map((one): StoredResult => {
      const given = unmet[one.id] ?? 'pass';
      const change: Change =
        typeof given === 'string' ? { status: given } : given;
      const status = change.status ?? 'fail';
      return {
        rule: one.id,
        code: one.code,
        weight: one.weight,
        status,
        counted: true,
        since: daysAgo(15),
        ...(isUnmet(status) && { reason: `Found ${one.id}.` }),
        ...(status === 'waiting' && { waitsFor: one.after }),
        ...(status === 'waived' && { waivedUntil: today() }),
        ...change,
      };
    }),
  );
  return {
    entity: link('dataproduct:default/shipments', 'Shipments'),
    items: [
      {
        ruleSet: outlines[0].id,
        version: 1,
        results: known[0],
        level: 2,
        target: 3,
        since: daysAgo(15),
        notes: [],
        ...standing,
      },
      {
        ruleSet: outlines[1].id,
        version: 1,
        results: known[1],
        since: null,
        notes: [],
      },
    ],
    may: { answer: [], askForWaiver: false, decideWaivers: false, ...may },
  };
}
