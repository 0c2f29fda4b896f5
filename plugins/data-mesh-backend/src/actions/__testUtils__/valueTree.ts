import { Knex } from 'knex';
import { AuditLog } from '../../audit/AuditLog';
import { VisibilityResolver } from '../../visibility/VisibilityResolver';
import { ValueTree } from '../../valueTree/ValueTree';
import { ValueTreeViews } from '../../valueTree/views/ValueTreeViews';

/** The value tree of a database, of which everybody may do everything. */
export function createValueTree(
  knex: Knex,
  options: {
    visibility: Pick<VisibilityResolver, 'resolve'>;
    clock: { now: () => Date };
    /** Whether a reading is taken from the caller. */
    mayCheckIn?: () => boolean;
  },
): ValueTree {
  const { visibility, clock, mayCheckIn = () => true } = options;
  const shared = {
    knex,
    visibility,
    rights: {
      forCaller: async () => ({
        mayManage: () => true,
        mayPlace: () => true,
        mayCheckIn,
        managesADomain: () => true,
      }),
    },
    now: clock.now,
  };
  return new ValueTree({
    ...shared,
    views: new ValueTreeViews(shared),
    audit: new AuditLog(shared),
    reevaluation: { mark: async () => {} },
  });
}
