import fc from 'fast-check';
import { anyDocument } from './__testUtils__/anyDocument';
import { exportValueTree } from './exportValueTree';
import { parseValueTree } from './parseValueTree';

describe('exportValueTree', () => {
  it('writes what is read as the same again', () => {
    fc.assert(
      fc.property(anyDocument, document => {
        const text = exportValueTree(document);
        const read = parseValueTree(text);

        expect(read.problems).toEqual([]);
        expect(read.document).toEqual(document);
        expect(exportValueTree(read.document!)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
