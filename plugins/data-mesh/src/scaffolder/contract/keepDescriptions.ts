import {
  ContractObjectDraft,
  FieldDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * What was read anew, with the descriptions that a person has written for
 * objects and fields of the same names already.
 */
export function keepDescriptions(
  before: readonly ContractObjectDraft[],
  read: readonly ContractObjectDraft[],
): ContractObjectDraft[] {
  return read.map(object => {
    const old = before.find(({ name }) => name === object.name);
    return {
      ...object,
      ...describedLike(object, old),
      fields: fieldsLike(object.fields, old?.fields),
    };
  });
}

function fieldsLike(
  read: readonly FieldDraft[],
  before: readonly FieldDraft[] | undefined,
): FieldDraft[] {
  return read.map(field => {
    const old = before?.find(({ name }) => name === field.name);
    return {
      ...field,
      ...describedLike(field, old),
      ...(field.fields && { fields: fieldsLike(field.fields, old?.fields) }),
    };
  });
}

function describedLike(
  read: { description?: string },
  old: { description?: string } | undefined,
) {
  const description = read.description ?? old?.description;
  return description === undefined ? {} : { description };
}
