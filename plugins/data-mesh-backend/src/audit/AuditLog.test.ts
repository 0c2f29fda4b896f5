import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { audited } from './audited';
import { AuditLog } from './AuditLog';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('AuditLog on %s', id => {
  it('keeps what was before and after, in order', async () => {
    const knex = await migrated(await databases.init(id));
    const log = new AuditLog({ now: () => new Date('2026-03-01T00:00:00Z') });
    const many = Array.from({ length: 300 }, (_, n) => ({
      by: 'user:default/ann',
      action: `write-${n}`,
      subjectRef: 'dataproduct:default/orders',
      before: { n },
      after: null,
    }));
    await log.append(knex, ...many);
    await log.append(knex, { by: 'external:ci', action: 'last' });
    await log.append(knex);

    const rows = await knex('audit_log').orderBy('id');
    expect(rows.map(({ action }) => action)).toEqual([
      ...many.map(({ action }) => action),
      'last',
    ]);
    const [{ id: _first, ...first }] = rows;
    expect(first).toEqual({
      at: '2026-03-01T00:00:00.000Z',
      by: 'user:default/ann',
      action: 'write-0',
      subject_ref: 'dataproduct:default/orders',
      before: '{"n":0}',
      after: 'null',
    });
    expect(rows.at(-1)).toMatchObject({
      subject_ref: null,
      before: null,
      after: null,
    });
  });

  it('takes nothing in that is rolled back', async () => {
    const knex = await migrated(await databases.init(id));
    const entry = { by: 'user:default/ann', action: 'write' };
    await expect(
      knex.transaction(async trx => {
        await new AuditLog().append(trx, entry);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await knex('audit_log')).toEqual([]);
  });
});

describe('audited', () => {
  const success = jest.fn();
  const fail = jest.fn();
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({ success, fail }),
  });
  const note = (outcome: number) => ({ outcome });

  beforeEach(() => jest.clearAllMocks());

  it('notes what came of it', async () => {
    const event = { eventId: 'write' };
    expect(await audited(auditor, event, async () => 7, note)).toBe(7);
    expect(success).toHaveBeenCalledWith({ meta: { outcome: 7 } });
    expect(fail).not.toHaveBeenCalled();
  });

  it('notes what was refused, also before it began', async () => {
    const error = new Error('no');
    const refuse = () => {
      throw error;
    };
    await expect(
      audited(auditor, { eventId: 'write' }, refuse, note),
    ).rejects.toBe(error);
    expect(fail).toHaveBeenCalledWith({ error });
    expect(success).not.toHaveBeenCalled();
  });
});
