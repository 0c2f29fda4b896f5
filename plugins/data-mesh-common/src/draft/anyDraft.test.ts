import fc from 'fast-check';
import { draft } from './__testUtils__/arbitraries';
import {
  documentsOf,
  hasOdcsSchema,
  problemsOfContract,
  productIn,
} from './__testUtils__/generated';
import { changeDraft } from './changeDraft';
import { checkDraft } from './checkDraft';
import { contractNames } from './contractNames';
import { DataProductDraft } from './DataProductDraft';
import { DataProductAnswers, normalizeDraft } from './normalizeDraft';
import { readDraft } from './readDraft';
import { writeDraft } from './writeDraft';

/** What a draft says once it is written: defaults filled in, names given. */
function asWritten(answers: DataProductDraft): DataProductAnswers {
  const names = contractNames(answers, new Set());
  const outputPorts = answers.outputPorts?.map((port, i) => ({
    version: '1.0.0',
    ...port,
    contract: port.contract && {
      ref: `api:default/${names[i]}`,
      ...port.contract,
    },
  }));
  return normalizeDraft({
    ...answers,
    outputPorts,
    lifecycle: outputPorts && (answers.lifecycle ?? 'experimental'),
  });
}

describe('any draft', () => {
  it('becomes files that the catalog and the standards take', () => {
    fc.assert(
      fc.property(draft, answers => {
        expect(checkDraft(answers)).toEqual([]);
        const [catalog, ...contracts] = writeDraft(answers);
        const product = productIn(catalog);
        const [, ...apis] = documentsOf(catalog) as {
          metadata: { name: string };
          spec: { definition: { $text: string } };
        }[];

        expect(product.metadata.name).toBe(answers.name);
        expect(new Set(apis.map(({ metadata }) => metadata.name)).size).toBe(
          apis.length,
        );
        expect(apis.map(({ spec }) => spec.definition.$text)).toEqual(
          contracts.map(({ path }) => `./${path}`),
        );
        contracts.forEach(file => expect(problemsOfContract(file)).toEqual([]));
      }),
    );
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(draft, answers => {
        const files = writeDraft(answers);
        expect(readDraft(files)).toEqual(asWritten(answers));
        expect(changeDraft(files, readDraft(files))).toEqual(files);
      }),
    );
  });

  it('can be changed to any other', () => {
    fc.assert(
      fc.property(draft, draft, (from, to) => {
        const files = writeDraft(from);
        const target = { ...to, name: from.name };
        const changed = changeDraft(files, target);

        productIn(changed[0]);
        expect(comparable(readDraft(changed))).toEqual(
          comparable(asWritten(target)),
        );
        changed
          .slice(1)
          .forEach(file => expect(problemsOfContract(file)).toEqual([]));
        expect(changeDraft(changed, readDraft(changed))).toEqual(changed);
      }),
    );
  });
});

/**
 * Without what depends on what was there before: the names of contracts, first
 * versions, the order of statements, and whether it was a candidate.
 */
function comparable(answers: DataProductAnswers) {
  const { lifecycle, outputPorts, promises, ...rest } = answers;
  return {
    ...rest,
    promises: { ...promises, quality: promises?.quality?.toSorted() },
    outputPorts: outputPorts?.map(({ version, contract, ...port }) => ({
      ...port,
      version: version ?? '1.0.0',
      contract: contract && { ...contract, ref: undefined },
    })),
  };
}

const odcs = hasOdcsSchema
  ? 'the comparison with ODCS v3.1.0'
  : 'the comparison with ODCS v3.1.0: skipped, its schema is not beside the repository';

(hasOdcsSchema ? describe : describe.skip)(odcs, () => {
  it('finds what is missing', () => {
    const content = 'kind: DataContract';
    expect(problemsOfContract({ path: 'a.odcs.yaml', content })).toContainEqual(
      expect.objectContaining({ keyword: 'required' }),
    );
  });
});
