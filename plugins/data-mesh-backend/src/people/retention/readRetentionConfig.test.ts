import { ConfigReader } from '@backstage/config';
import { readRetentionConfig } from './readRetentionConfig';

const read = (retention?: object) =>
  readRetentionConfig(
    new ConfigReader(JSON.parse(JSON.stringify({ dataMesh: { retention } }))),
  );

describe('readRetentionConfig', () => {
  it('keeps all for ever unless told', () => {
    expect(readRetentionConfig(new ConfigReader({}))).toEqual({});
    expect(read({})).toEqual({});
  });

  it('reads days', () => {
    expect(read({ auditDays: 730 })).toEqual({ auditDays: 730 });
    expect(read({ auditDays: 1, namesDays: '365' })).toEqual({
      auditDays: 1,
      namesDays: 365,
    });
  });

  it.each([
    [{ auditDays: 0 }, 'dataMesh.retention.auditDays is 0'],
    [{ auditDays: -1 }, 'dataMesh.retention.auditDays is -1'],
    [{ namesDays: 1.5 }, 'dataMesh.retention.namesDays is 1.5'],
    [{ namesDays: 40_000 }, 'dataMesh.retention.namesDays is 40000'],
    [{ namesDays: 'a year' }, 'dataMesh.retention.namesDays'],
    [{ auditDay: 30 }, 'dataMesh.retention.auditDay is no setting'],
  ])('refuses %j', (retention, message) => {
    expect(() => read(retention)).toThrow(message);
  });
});
