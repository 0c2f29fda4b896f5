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
  steps: field.at.split('.').map(step => ({
    key: step.replace('[]', ''),
    each: step.endsWith('[]'),
  })),
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
export function referencesIn(entity: Entity): WrittenReference[] {
  const namespace = entity.metadata?.namespace || DEFAULT_NAMESPACE;
  const found: WrittenReference[] = [];
  for (const field of REFERENCE_FIELDS) {
    const visit = (parent: unknown, depth: number, path: FieldPath) => {
      const { key, each } = field.steps[depth];
      if (!isObject(parent) || !Object.hasOwn(parent, key)) {
        return;
      }
      const visitValue = (value: unknown, at: FieldPath) => {
        if (depth + 1 < field.steps.length) {
          visit(value, depth + 1, at);
        } else if (typeof value === 'string' && value !== '') {
          found.push({ path: at, parent, text: value, field, namespace });
        }
      };
      const value = parent[key];
      if (!each) {
        visitValue(value, [...path, key]);
      } else if (Array.isArray(value)) {
        value.forEach((item, i) => visitValue(item, [...path, key, i]));
      }
    };
    visit(entity.spec, 0, ['spec']);
  }
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
