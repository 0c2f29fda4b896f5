/* eslint-disable @backstage/no-relative-monorepo-imports -- the demo is read by one reader for both packages, which no adopter needs */
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { readDemoDocument } from '../../../data-mesh-common/src/rules/demo/__testUtils__/readDemoTree';
import { AuditLog } from '../audit/AuditLog';
import { DocumentApplier } from '../valueTree/documents/DocumentApplier';
import { TreeMarks } from '../valueTree/nodes/TreeMarks';
import { TreeRecords } from '../valueTree/nodes/TreeRecords';

const now = () => new Date('2026-03-01T06:00:00Z');

/** Puts the value tree of the demo into a database, as its portal does. */
export async function plantDemoTree(knex: Knex): Promise<void> {
  const reevaluation = { mark: async () => {} };
  const applier = new DocumentApplier({
    knex,
    records: new TreeRecords({ audit: new AuditLog({ now }), now }),
    marks: new TreeMarks({ knex, reevaluation }),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    logger: mockServices.logger.mock(),
    now,
  });
  const { problems } = await applier.apply(
    { id: 'demo', mode: 'seed' },
    { document: readDemoDocument(), problems: [], placeOf: () => ({}) },
    'demo',
  );
  if (problems.length > 0) {
    throw new Error(problems.map(({ message }) => message).join('\n'));
  }
}
