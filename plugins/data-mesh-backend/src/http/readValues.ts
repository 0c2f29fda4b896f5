import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Levels as whole numbers, each written in one way. */
export function readLevels(
  parameter: string,
  values: string[] | undefined,
): string[] | undefined {
  return values?.map(value => {
    if (!/^\d{1,3}$/.test(value)) {
      throw new InputError(
        `${parameter}: "${value}" is no level; levels are whole numbers, counted from 0`,
      );
    }
    return String(Number(value));
  });
}

/** Full refs; the kind may be left out. */
export function readRefs(
  parameter: string,
  values: string[] | undefined,
  defaultKind: string,
): string[] | undefined {
  return values?.map(value => {
    try {
      return stringifyEntityRef(parseEntityRef(value, { defaultKind }));
    } catch {
      throw new InputError(
        `${parameter}: "${value}" is no entity ref; write it like ${defaultKind.toLocaleLowerCase(
          'en-US',
        )}:default/name`,
      );
    }
  });
}
