import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import { DataProductEntityV1alpha1 } from '@backstage-data-mesh/plugin-data-mesh-common';
import { stringify } from 'yaml';
import { fullRef } from '../../product/entityLinks';

/** A line below `spec` that changes. */
export interface ChangedLine {
  field: 'owner' | 'productOwner';
  /** As the file has it now. */
  before?: string;
  after: string;
}

/** The lines of a product's catalog file that a hand-over changes. */
export function changedLines(
  entity: DataProductEntityV1alpha1,
  to: { owner: string; productOwner?: string },
): ChangedLine[] {
  const { spec } = entity;
  const lines: ChangedLine[] = [];
  if (fullRef(spec.owner ?? '', entity, 'Group') !== to.owner) {
    lines.push({
      field: 'owner',
      before: spec.owner,
      after: shortRef(to.owner, entity, 'group'),
    });
  }
  const now = fullRef(spec.productOwner ?? '', entity, 'User');
  if (to.productOwner && now !== to.productOwner) {
    lines.push({
      field: 'productOwner',
      before: spec.productOwner,
      after: shortRef(to.productOwner, entity, 'user'),
    });
  }
  return lines;
}

/** The changed lines as YAML, with the key they stand below. */
export function yamlOf(lines: readonly ChangedLine[]): string {
  const spec = Object.fromEntries(
    lines.map(({ field, after }) => [field, after]),
  );
  return stringify({ spec }, { lineWidth: 0 }).trimEnd();
}

/** A line as the file writes it. */
export function lineOf(field: string, value: string): string {
  return stringify({ [field]: value }, { lineWidth: 0 }).trimEnd();
}

/** The shortest ref that means the same in the entity's file. */
function shortRef(ref: string, from: Entity, defaultKind: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  const isNear = namespace === (from.metadata.namespace ?? DEFAULT_NAMESPACE);
  const local = isNear ? name : `${namespace}/${name}`;
  return kind === defaultKind ? local : `${kind}:${local}`;
}
