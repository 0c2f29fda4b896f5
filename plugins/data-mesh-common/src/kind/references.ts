import {
  DEFAULT_NAMESPACE,
  Entity,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { FieldPath } from './paths';
import {
  RELATION_CONSUMED_BY,
  RELATION_CONSUMER_OF,
  RELATION_PRODUCT_OWNED_BY,
  RELATION_PRODUCT_OWNER_OF,
  RELATION_STEWARDED_BY,
  RELATION_STEWARD_OF,
} from './relations';

type ReferenceField = {
  /** Below `spec`; `[]` stands for each item of a list. */
  at: string;
  kinds: readonly string[];
  /** Without it the kind must be written. */
  defaultKind?: string;
  /** The relation that follows from it, and its inverse. */
  relation?: readonly [string, string];
};

const DEPENDENCIES = [
  'DataProduct',
  'Component',
  'Resource',
  'API',
  'System',
] as const;

const PART_OF = [RELATION_PART_OF, RELATION_HAS_PART] as const;
const HAS_PART = [RELATION_HAS_PART, RELATION_PART_OF] as const;
const DEPENDS_ON = [RELATION_DEPENDS_ON, RELATION_DEPENDENCY_OF] as const;
const PROVIDES = [RELATION_PROVIDES_API, RELATION_API_PROVIDED_BY] as const;
const CONSUMES = [RELATION_CONSUMES_API, RELATION_API_CONSUMED_BY] as const;

/** Every field of the kind that names another entity. */
const FIELDS: ReferenceField[] = [
  {
    at: 'owner',
    kinds: ['Group', 'User'],
    defaultKind: 'Group',
    relation: [RELATION_OWNED_BY, RELATION_OWNER_OF],
  },
  {
    at: 'productOwner',
    kinds: ['User'],
    defaultKind: 'User',
    relation: [RELATION_PRODUCT_OWNED_BY, RELATION_PRODUCT_OWNER_OF],
  },
  {
    at: 'stewards[]',
    kinds: ['User', 'Group'],
    defaultKind: 'User',
    relation: [RELATION_STEWARDED_BY, RELATION_STEWARD_OF],
  },
  { at: 'domain', kinds: ['Domain'], defaultKind: 'Domain', relation: PART_OF },
  { at: 'system', kinds: ['System'], defaultKind: 'System', relation: PART_OF },
  {
    at: 'components[]',
    kinds: ['Component', 'Resource', 'API'],
    defaultKind: 'Component',
    relation: HAS_PART,
  },
  { at: 'dependsOn[]', kinds: DEPENDENCIES, relation: DEPENDS_ON },
  {
    at: 'dependencyOf[]',
    kinds: DEPENDENCIES,
    relation: [RELATION_DEPENDENCY_OF, RELATION_DEPENDS_ON],
  },
  {
    at: 'providesApis[]',
    kinds: ['API'],
    defaultKind: 'API',
    relation: PROVIDES,
  },
  {
    at: 'consumesApis[]',
    kinds: ['API'],
    defaultKind: 'API',
    relation: CONSUMES,
  },
  {
    at: 'inputPorts[].source',
    kinds: DEPENDENCIES,
    defaultKind: 'DataProduct',
    relation: DEPENDS_ON,
  },
  {
    at: 'inputPorts[].contract.ref',
    kinds: ['API'],
    defaultKind: 'API',
    relation: CONSUMES,
  },
  {
    at: 'outputPorts[].contract.ref',
    kinds: ['API'],
    defaultKind: 'API',
    relation: PROVIDES,
  },
  {
    at: 'outputPorts[].resource',
    kinds: ['Resource'],
    defaultKind: 'Resource',
    relation: HAS_PART,
  },
  {
    at: 'consumers[].ref',
    kinds: ['Group', 'Component', 'System', 'DataProduct'],
    defaultKind: 'Group',
    relation: [RELATION_CONSUMED_BY, RELATION_CONSUMER_OF],
  },
  { at: 'access.approver', kinds: ['User', 'Group'], defaultKind: 'User' },
  {
    at: 'deprecation.successor',
    kinds: ['DataProduct'],
    defaultKind: 'DataProduct',
  },
];

const REFERENCE_FIELDS = FIELDS.map(field => ({
  ...field,
  steps: stepsOf(field.at),
}));

/** A reference as it stands in a catalog file, with what its field expects. */
export type WrittenReference = {
  path: FieldPath;
  text: string;
  field: ReferenceField;
  /** The object around it. */
  parent: object;
  /** The namespace that holds where none is written. */
  namespace: string;
};

/** All references of a data product; values of a wrong type are passed over. */
export function* referencesIn(entity: Entity): Generator<WrittenReference> {
  const namespace = entity.metadata?.namespace || DEFAULT_NAMESPACE;
  for (const field of REFERENCE_FIELDS) {
    for (const hit of valuesAt(entity.spec, field.steps, 0, ['spec'])) {
      if (typeof hit.value === 'string' && hit.value !== '') {
        const { path, parent, value: text } = hit;
        yield { path, parent, text, field, namespace };
      }
    }
  }
}

type Step = { key: string; each: boolean };

function stepsOf(at: string): Step[] {
  return at.split('.').map(step => ({
    key: step.replace('[]', ''),
    each: step.endsWith('[]'),
  }));
}

function* valuesAt(
  parent: unknown,
  steps: Step[],
  depth: number,
  path: FieldPath,
): Generator<{ path: FieldPath; parent: object; value: unknown }> {
  const { key, each } = steps[depth];
  if (
    typeof parent !== 'object' ||
    parent === null ||
    !Object.hasOwn(parent, key)
  ) {
    return;
  }
  const value = (parent as Record<string, unknown>)[key];
  if (each && !Array.isArray(value)) {
    return;
  }
  const items = each ? (value as unknown[]) : [value];
  for (let i = 0; i < items.length; i++) {
    const itemPath = each ? [...path, key, i] : [...path, key];
    if (depth + 1 < steps.length) {
      yield* valuesAt(items[i], steps, depth + 1, itemPath);
    } else {
      yield { path: itemPath, parent, value: items[i] };
    }
  }
}
