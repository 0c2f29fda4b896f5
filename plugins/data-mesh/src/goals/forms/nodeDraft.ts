import {
  fieldsOfKind,
  NodeFields,
  nodeFieldsSchema,
  NodeKind,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** A field of a node. */
export type NodeField = keyof NodeFields;

/** A person or group with what they do for a node. */
export type Contributor = { role: string; ref: string };

/** What stands in an input while somebody types. */
export type DraftValue = string | boolean | string[] | Contributor[];

/** What somebody wrote of a node, not all of it right yet. */
export type NodeDraft = Partial<Record<NodeField, DraftValue>>;

/** How a field is put in. */
export type FieldInput =
  | { as: 'line' | 'text' | 'lines'; most: number }
  | { as: 'number'; least: number; most: number }
  | { as: 'date' | 'flag' | 'contributors' }
  | { as: 'choice'; of: 'stance' | 'benefit' }
  | { as: 'entity' | 'entities'; kinds: string[] };

const people = ['Group', 'User'];

/** How each field is put in. Kinds are constants: searches hang on them. */
export const fieldInputs: Record<NodeField, FieldInput> = {
  title: { as: 'text', most: 400 },
  description: { as: 'text', most: 4000 },
  domain: { as: 'entity', kinds: ['Domain'] },
  owner: { as: 'entity', kinds: people },
  sponsor: { as: 'entity', kinds: ['User'] },
  contributors: { as: 'contributors' },
  horizon: { as: 'line', most: 100 },
  valueDriver: { as: 'line', most: 100 },
  mandatory: { as: 'flag' },
  reviewEveryDays: { as: 'number', least: 1, most: 730 },
  helpWanted: { as: 'text', most: 1000 },
  hypothesis: { as: 'text', most: 2000 },
  benefit: { as: 'choice', of: 'benefit' },
  stance: { as: 'choice', of: 'stance' },
  rank: { as: 'number', least: 1, most: 1000 },
  budget: { as: 'line', most: 100 },
  reviewAt: { as: 'date' },
  stopRule: { as: 'text', most: 1000 },
  useCases: { as: 'lines', most: 200 },
  thinSlice: { as: 'text', most: 1000 },
  teams: { as: 'entities', kinds: ['Group'] },
  start: { as: 'date' },
  end: { as: 'date' },
  learning: { as: 'text', most: 4000 },
};

const first: readonly NodeField[] = [
  'title',
  'hypothesis',
  'domain',
  'owner',
  'sponsor',
  'stance',
  'stopRule',
  'reviewAt',
  'useCases',
  'thinSlice',
];

/** The fields of a kind: those that matter at first, and the others. */
export function fieldsToFill(kind: NodeKind): {
  first: NodeField[];
  more: NodeField[];
} {
  const fields = fieldsOfKind[kind];
  return {
    first: first.filter(field => fields.includes(field)),
    more: fields.filter(field => !first.includes(field)),
  };
}

/** What a node says, as inputs have it. */
export function draftOf(fields: Partial<NodeFields>): NodeDraft {
  const draft: NodeDraft = {};
  for (const field of Object.keys(fieldInputs) as NodeField[]) {
    const value = fields[field];
    if (typeof value === 'number') {
      draft[field] = String(value);
    } else if (value !== undefined) {
      draft[field] = value;
    }
  }
  return draft;
}

/** What is meant by what stands in an input; undefined: nothing. */
function meant(field: NodeField, value: DraftValue | undefined): unknown {
  if (typeof value === 'string') {
    const text = value.trim();
    if (!text) {
      return undefined;
    }
    return fieldInputs[field].as === 'number' ? Number(text) : text;
  }
  if (Array.isArray(value)) {
    const items = (value as (string | Contributor)[]).filter(item =>
      typeof item === 'string' ? item.trim() : item.ref && item.role.trim(),
    );
    return items.length ? items : undefined;
  }
  return value || undefined;
}

/** The fields of which what is written cannot be right. */
export function wrongFields(draft: NodeDraft): NodeField[] {
  return (Object.keys(draft) as NodeField[]).filter(field => {
    const value = meant(field, draft[field]);
    return (
      value !== undefined &&
      !nodeFieldsSchema.shape[field].safeParse(value).success
    );
  });
}

/** What a draft says of a node; undefined while something is wrong with it. */
export function fieldsOf(draft: NodeDraft): NodeFields | undefined {
  const said = Object.fromEntries(
    (Object.keys(draft) as NodeField[]).map(field => [
      field,
      meant(field, draft[field]),
    ]),
  );
  const defined = Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  );
  return nodeFieldsSchema.safeParse(defined).data;
}

/** What is another in a draft than in what it came from; null: taken away. */
export function changesOf(
  base: NodeDraft,
  draft: NodeDraft,
): Record<string, unknown> {
  const fields = new Set([...Object.keys(base), ...Object.keys(draft)]);
  const changes: Record<string, unknown> = {};
  for (const field of fields as Set<NodeField>) {
    const before = meant(field, base[field]);
    const now = meant(field, draft[field]);
    if (JSON.stringify(before) !== JSON.stringify(now)) {
      changes[field] = now ?? null;
    }
  }
  return changes;
}
