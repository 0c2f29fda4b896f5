import { z } from 'zod';
import { MEASURED, SAID, declareEvidence } from './declareEvidence';

const day = z.iso.date();
const count = z.int().min(0);

/**
 * The evidence keys that the default rule sets and facts read. An answer to a
 * question that only one rule asks is not listed: its key is `answer.` and
 * the id of the rule, its value true or false.
 *
 * @public
 */
export const evidenceKeys = declareEvidence({
  'promises.kept': {
    subject: 'DataProduct',
    title: 'promises kept',
    description:
      'Whether the product kept what it promises (latency, availability, completeness and so on) since the last time this was said.',
    value: z.boolean(),
    example: true,
    validDays: 30,
    ask: {
      text: 'Were the promises of this product kept in the last 30 days? Add a link that shows it.',
      who: ['owner', 'product-owner'],
    },
    ways: MEASURED,
  },
  'quality.passed': {
    subject: 'DataProduct',
    title: 'last run of the quality tests',
    description:
      'Whether the last run of the quality rules of the contract passed.',
    value: z.boolean(),
    example: true,
    validDays: 30,
    ways: MEASURED,
  },
  'usage.last30Days': {
    subject: 'DataProduct',
    title: 'use in 30 days',
    description:
      'How often the product was used in the 30 days before: queries, reads, calls, views.',
    value: count,
    example: 214,
    validDays: 30,
    ways: MEASURED,
  },
  'usage.lastUsedAt': {
    subject: 'DataProduct',
    title: 'last use',
    description: 'The day on which the product was last used by anybody.',
    value: day,
    example: '2026-02-27',
    validDays: 30,
    ways: MEASURED,
  },
  'review.heldAt': {
    subject: 'DataProduct',
    title: 'last review',
    description:
      'The day of the last review: who uses it, what it costs, whether to keep, invest, shrink, hand over or retire.',
    value: day,
    example: '2026-01-25',
    ask: {
      text: 'When was this product last reviewed with its consumers?',
      who: ['owner', 'product-owner', 'domain-owner', 'data-lead'],
    },
    ways: SAID,
  },
  'funding.goesOn': {
    subject: 'DataProduct',
    title: 'running it is paid for',
    description:
      'Whether a team or budget pays for running the product, beyond a project. While it holds, it counts over what the catalog file says.',
    value: z.boolean(),
    example: true,
    validDays: 365,
    ask: {
      text: 'Does a team or budget pay for running this product, beyond a project?',
      who: ['owner', 'product-owner', 'domain-owner', 'data-lead'],
    },
    ways: SAID,
  },
  'agreements.agreed': {
    subject: 'DataProduct',
    title: 'agreement with the consumers',
    description:
      'Whether each team that uses the product has agreed to what it may expect, or has acknowledged the contract.',
    value: z.boolean(),
    example: true,
    validDays: 365,
    ask: {
      text: 'Has each team that uses this product agreed to what it may expect, or acknowledged the contract?',
      who: ['owner', 'product-owner'],
    },
    ways: SAID,
  },
  'agreements.reviewAt': {
    subject: 'DataProduct',
    title: 'date to look at the agreement again',
    description:
      'The day by which the agreement with the consumers is to be looked at again.',
    value: day,
    example: '2026-09-01',
    ways: SAID,
  },
  'consumers.stillUsing': {
    subject: 'DataProduct',
    title: 'answers of consumers',
    description:
      'Whether a consumer still uses the product: yes, no, or problem when something stands in the way. The newest answer of each consumer counts.',
    value: z.enum(['yes', 'no', 'problem']),
    example: 'yes',
    validDays: 182,
    ask: {
      text: 'Are you still using this product?',
      who: ['consumer'],
    },
    ways: SAID,
    perAuthor: true,
  },
  'capacity.raisedAt': {
    subject: 'DataProduct',
    title: 'more time to run it',
    description:
      'The day on which the team was last given more time or people to run the product.',
    value: day,
    example: '2026-01-15',
    ask: {
      text: 'When was the team last given more time to run this product?',
      who: ['owner', 'product-owner', 'domain-owner'],
    },
    ways: SAID,
  },
  'capacity.forData': {
    subject: 'User',
    title: 'time for data products',
    description:
      'The share of a person’s working time that is given to data products, in per cent.',
    value: z.number().min(0).max(100),
    example: 40,
    validDays: 365,
    ask: {
      text: 'How much of your working time is given to data products, in per cent?',
      who: ['product-owner'],
    },
    ways: SAID,
  },
  'governance.representative': {
    subject: 'Domain',
    title: 'voice in the governance group',
    description:
      'Whether somebody of the domain is a member of the group that agrees on the shared rules.',
    value: z.boolean(),
    example: true,
    validDays: 365,
    ask: {
      text: 'Is somebody of this domain a member of the group that agrees on the shared rules?',
      who: ['domain-owner', 'data-lead'],
    },
    ways: SAID,
  },
  'profile.aspiration': {
    subject: 'Domain',
    title: 'where the domain wants to be',
    description:
      'The level that the domain wants to reach in each dimension in 12 to 18 months, from 0 to 4, by the ids of the dimensions.',
    value: z.record(z.string().min(1).max(100), z.int().min(0).max(4)),
    example: { ownership: 3, value: 2 },
    ask: {
      text: 'Where does this domain want to be in 12 to 18 months, in each dimension?',
      who: ['domain-owner', 'data-lead'],
    },
    ways: SAID,
  },
});

/** @public */
export type EvidenceKeyName = keyof typeof evidenceKeys;
