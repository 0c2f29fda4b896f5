import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { Request } from 'express';
import { z } from 'zod';

/**
 * The query of a request; a parameter that occurs twice becomes a list. The
 * framework's own reading is passed by, because it turns long lists and
 * brackets into other shapes.
 */
export function readQuery<TSchema extends z.ZodType>(
  request: Request,
  schema: TSchema,
): z.output<TSchema> {
  const search = new URL(request.originalUrl, 'http://localhost').searchParams;
  const query = new Map<string, string | string[]>();
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    query.set(name, values.length === 1 ? values[0] : values);
  }
  // A parameter is named, not which of its values it is.
  return parse(schema, Object.fromEntries(query), 'The query', path =>
    String(path[0]),
  );
}

export function readBody<TSchema extends z.ZodType>(
  request: Request,
  schema: TSchema,
): z.output<TSchema> {
  return readValue(schema, request.body ?? {}, 'The body');
}

/** The entity that a path names; it has to be of one of the kinds. */
export function readEntityRef(
  request: Request,
  ...kinds: readonly string[]
): string {
  const { namespace, name } = request.params;
  const kind = request.params.kind.toLocaleLowerCase('en-US');
  if (!kinds.includes(kind)) {
    throw new NotFoundError(
      `Only entities of kind ${kinds.join(' or ')} are found here, not ${
        request.params.kind
      }`,
    );
  }
  return stringifyEntityRef({ kind, namespace, name });
}

/** @throws InputError naming each place in the value that is not valid */
export function readValue<TSchema extends z.ZodType>(
  schema: TSchema,
  value: unknown,
  what: string,
): z.output<TSchema> {
  return parse(schema, value, what, path => path.map(String).join('.'));
}

function parse<TSchema extends z.ZodType>(
  schema: TSchema,
  value: unknown,
  what: string,
  nameOf: (path: readonly PropertyKey[]) => string,
): z.output<TSchema> {
  const result = schema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${nameOf(path)}: ${message}` : message,
    );
    throw new InputError(`${what} is not valid. ${problems.join('; ')}`);
  }
  return result.data;
}
