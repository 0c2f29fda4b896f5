import { FieldDraft } from './ContractDraft';
import {
  DataProductDraft,
  dataProductDraftSchema,
  OutputPortDraft,
} from './DataProductDraft';
import { isObject } from './json';
import { fullRef } from './refs';

/**
 * The answers about a data product so far: those of {@link DataProductDraft},
 * of which some may be missing.
 *
 * @public
 */
export type DataProductAnswers = Partial<DataProductDraft>;

/** Deeper than any answer goes. */
const MAX_DEPTH = 100;

const answersSchema = dataProductDraftSchema.partial();

/**
 * The answers of a form in their plain shape: texts trimmed, refs in full,
 * what was left empty taken out, unknown keys dropped, and answers that are no
 * answers (of a wrong type, too long) dropped, too; `checkDraft` says which.
 *
 * @public
 */
export function normalizeDraft(draft: unknown): DataProductAnswers {
  const tidied = tidyDraft(draft);
  // Each round takes out what the one before complained about.
  for (;;) {
    const parsed = answersSchema.safeParse(tidied);
    if (parsed.success) {
      return finish(parsed.data);
    }
    const touched = parsed.error.issues.map(({ path }) => drop(tidied, path));
    new Set(touched).forEach(list => {
      const left = list?.filter(item => item !== undefined);
      list?.splice(0, list.length, ...(left ?? []));
    });
  }
}

/**
 * What a form holds, without what is empty: null, blank texts, empty groups
 * and lists. Items of lists stay where they are.
 */
export function tidyDraft(draft: unknown): Record<string, unknown> {
  const tidied = tidy(draft, 0);
  return isObject(tidied) ? tidied : {};
}

function tidy(value: unknown, depth: number): unknown {
  if (value === null || depth > MAX_DEPTH) {
    return undefined;
  }
  if (typeof value === 'string') {
    return value.trim() || undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map(item => tidy(item, depth + 1) ?? {});
    return items.length ? items : undefined;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .map(([key, inner]) => [key, tidyKey(key, inner, depth + 1)])
      .filter(([, inner]) => inner !== undefined);
    return entries.length ? Object.fromEntries(entries) : undefined;
  }
  return value;
}

/** A contract has a list of objects and each of them one of fields. */
function tidyKey(key: string, value: unknown, depth: number): unknown {
  const tidied = tidy(value, depth);
  if (key === 'contract' && isObject(tidied)) {
    return { ...tidied, objects: tidied.objects ?? [] };
  }
  if (key === 'objects' && Array.isArray(tidied)) {
    return tidied.map(object =>
      isObject(object) ? { ...object, fields: object.fields ?? [] } : object,
    );
  }
  return tidied;
}

/**
 * Takes out what a path leads to; where nothing is, the item around it.
 *
 * @returns the list that has a gap now, if any
 */
function drop(
  root: Record<string, unknown>,
  path: readonly PropertyKey[],
): unknown[] | undefined {
  const parents: unknown[] = [root];
  for (const step of path) {
    const parent = parents[parents.length - 1];
    parents.push((parent as Record<PropertyKey, unknown>)?.[step]);
  }
  for (let i = path.length - 1; i >= 0; i--) {
    const parent = parents[i];
    const step = path[i];
    if (Array.isArray(parent) && typeof step === 'number') {
      parent[step] = undefined;
      return parent;
    }
    if (isObject(parent) && (parents[i + 1] !== undefined || i === 0)) {
      delete parent[step as string];
      return undefined;
    }
  }
  return undefined;
}

function finish(answers: DataProductAnswers): DataProductAnswers {
  const { promises, initiatives, inputPorts, outputPorts, access } = answers;
  return withoutEmpty({
    ...answers,
    domain: fullRef(answers.domain, 'domain'),
    owner: fullRef(answers.owner, 'owner'),
    productOwner: fullRef(answers.productOwner, 'productOwner'),
    consumer: fullRef(answers.consumer, 'consumer'),
    initiatives: initiatives && [...new Set(initiatives)],
    inputPorts: inputPorts?.map(port => ({
      ...port,
      source: fullRef(port.source, 'source'),
      contract: fullRef(port.contract, 'contract'),
    })),
    outputPorts: outputPorts?.map(port => ({
      ...port,
      contract: finishContract(port.contract),
    })),
    promises: promises && {
      ...promises,
      quality: promises.quality && [...new Set(promises.quality)],
    },
    access: access && {
      ...access,
      approver: fullRef(access.approver, 'approver'),
    },
  });
}

/** Without anything in it, and none to point to, it is yet to come. */
function finishContract(contract: OutputPortDraft['contract']) {
  return contract?.ref || contract?.objects.length
    ? {
        ...contract,
        ref: fullRef(contract.ref, 'contract'),
        objects: contract.objects.map(object => ({
          ...object,
          fields: object.fields.map(finishField),
        })),
      }
    : undefined;
}

/** False is what a field is without the word. */
function finishField(field: FieldDraft): FieldDraft {
  return {
    ...field,
    required: field.required || undefined,
    unique: field.unique || undefined,
    primaryKey: field.primaryKey || undefined,
    fields: field.fields?.map(finishField),
    itemType: field.fields?.length ? undefined : field.itemType,
  };
}

/** Undefined keys, empty groups and lists are no answers. */
function withoutEmpty<T>(value: T): T {
  const tidied = tidy(value, -MAX_DEPTH);
  return (tidied ?? {}) as T;
}
