import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { NodeAccess } from './NodeAccess';
import { TreeMarks } from './TreeMarks';
import { TreeRecords } from './TreeRecords';
import { ValueTreeViews } from '../views/ValueTreeViews';

/** What all that write to the tree are made of. */
export type TreeParts = {
  knex: Knex;
  access: NodeAccess;
  views: Pick<ValueTreeViews, 'getNode' | 'getMeasure' | 'getCheckedIn'>;
  records: TreeRecords;
  marks: TreeMarks;
  now: () => Date;
  /** A ULID; those of one millisecond keep their order. */
  nextId: (time: number) => string;
};

export type PersonCredentials = BackstageCredentials<BackstageUserPrincipal>;

export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** How records name a caller: a user by its ref, a service by its subject. */
export function nameOf({ principal }: CallerCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
