import {
  contextOf,
  contractOf,
  evidenceOf,
  portWith,
} from '../__testUtils__/contexts';
import { contractFacts } from './contract';

const described = contractOf({
  version: '1.0.0',
  fields: ['a', 'b', 'c', 'd'].map(path => ({
    object: 'o',
    path,
    described: true,
  })),
  explainedFields: 3,
  businessKeys: ['order_id'],
  classifications: ['Restricted', 'internal'],
  qualityRules: 2,
});

describe('contractFacts', () => {
  it.each([
    ['none', [], {}, { count: 0, isReadable: false, describedShare: null }],
    [
      'one that is not in the catalog',
      [portWith('a')],
      {},
      { count: 1, isReadable: false },
    ],
    [
      'one that cannot be read',
      [portWith('a')],
      { 'api:default/a': contractOf({ problem: 'The text is empty.' }) },
      { count: 1, isReadable: false, describedShare: null, hasVersion: false },
    ],
    [
      'one at two ports',
      [portWith('a'), portWith('a'), portWith()],
      { 'api:default/a': described },
      { count: 1, isReadable: true, describedShare: 0.75, hasVersion: true },
    ],
    [
      'two, of which one lacks a version',
      [portWith('a'), portWith('b')],
      { 'api:default/a': described, 'api:default/b': contractOf() },
      { count: 2, isReadable: true, hasVersion: false, qualityRules: 2 },
    ],
    [
      'one that is kept elsewhere',
      [{ name: 'p', contract: { isElsewhere: true } }],
      {},
      { count: 1, isReadable: null },
    ],
    [
      'one with a ref that is none',
      [{ name: 'p', contract: { isElsewhere: false } }],
      {},
      { count: 1, isReadable: false },
    ],
  ])('%s', (_, outputPorts, contracts, expected) => {
    expect(
      contractFacts(contextOf({ outputPorts }, { contracts })).contract,
    ).toMatchObject(expected);
  });

  it.each([
    ['its own', { classification: 'sensitive' }, ['sensitive']],
    [
      'those of its ports',
      { outputPorts: [{ ...portWith('a'), classification: 'public' }] },
      ['public'],
    ],
    [
      'those of the fields',
      { outputPorts: [portWith('a')] },
      ['internal', 'restricted'],
    ],
    ['none', {}, []],
  ])('data class: %s', (_, product, found) => {
    const contracts = { 'api:default/a': described };

    expect(
      contractFacts(contextOf(product, { contracts })).classification.found,
    ).toEqual(found);
  });

  it.each([
    ['never', {}, undefined, false, null],
    ['in the contract', { reviewAt: '2026-02-19' }, undefined, true, 10],
    ['still to come', { reviewAt: '2026-03-11' }, undefined, true, -10],
    ['the earlier one', { reviewAt: '2026-03-11' }, '2026-02-24', true, 5],
    ['no day', { reviewAt: 'next year' }, undefined, false, null],
  ])(
    'to be looked at again: %s',
    (_, contract, agreed, hasReviewDate, reviewOverdueDays) => {
      const context = contextOf(
        { outputPorts: [portWith('a')] },
        {
          contracts: { 'api:default/a': contractOf(contract) },
          evidence: agreed ? [evidenceOf('agreements.reviewAt', agreed)] : [],
        },
      );

      expect(contractFacts(context).contract).toMatchObject({
        hasReviewDate,
        reviewOverdueDays,
      });
    },
  );

  it.each([
    [{ notice: '30d' }, {}, true],
    [{}, { notice: '30d' }, true],
    [{}, {}, false],
  ])('notice in %j or the contract %j', (product, contract, hasNotice) => {
    const context = contextOf(
      { ...product, outputPorts: [portWith('a')] },
      { contracts: { 'api:default/a': contractOf(contract) } },
    );

    expect(contractFacts(context).contract.hasNotice).toBe(hasNotice);
  });
});
