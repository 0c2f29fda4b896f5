import {
  ContractObjectDraft,
  FieldDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Notes } from './Notes';
import { quote } from './text';

const MAX_OBJECTS = 200;
const MAX_FIELDS = 2000;
const MAX_NAME = 255;
const MAX_DESCRIPTION = 2000;
const MAX_DEPTH = 20;

/**
 * Something that was read, with the line it was read from. Names are as
 * written, so they may be empty, too long, or there twice.
 */
export type ReadField = Omit<FieldDraft, 'fields'> & {
  fields?: ReadField[];
  line?: number;
};

export type ReadObject = Omit<ContractObjectDraft, 'fields'> & {
  fields: ReadField[];
  line?: number;
};

/** Leaves out what a draft cannot hold, and says so. */
export function fitToDraft(
  objects: ReadObject[],
  notes: Notes,
): ContractObjectDraft[] {
  const names = new Set<string>();
  const fitted: ContractObjectDraft[] = [];
  for (const object of objects) {
    const { line, fields, description, ...rest } = object;
    const name = freeName(object, names);
    if (!isName(name)) {
      notes.add(unusable(`The table ${quote(name)}`, name), line);
    } else if (names.has(name)) {
      notes.add(
        `There is a second table named ${quote(name)}; the first one is taken.`,
        line,
      );
    } else if (fitted.length === MAX_OBJECTS) {
      notes.add(
        `Only the first ${MAX_OBJECTS} tables are taken of ${objects.length}.`,
        line,
      );
      break;
    } else {
      names.add(name);
      fitted.push({
        ...rest,
        ...(rest.physicalName && !isName(rest.physicalName)
          ? { physicalName: undefined }
          : undefined),
        name,
        ...fitDescription(description, name, line, notes),
        fields: fitFields(fields, name, 1, notes),
      });
    }
  }
  return fitted;
}

/** Two schemas may hold tables of the same name. */
function freeName(object: ReadObject, taken: Set<string>): string {
  const name = object.name.trim();
  const longer = object.physicalName?.trim();
  return taken.has(name) && longer && !taken.has(longer) ? longer : name;
}

function fitFields(
  fields: ReadField[],
  parent: string,
  depth: number,
  notes: Notes,
): FieldDraft[] {
  const names = new Set<string>();
  const fitted: FieldDraft[] = [];
  for (const field of fields) {
    const { line, fields: inner, description, physicalType, ...rest } = field;
    const name = field.name.trim();
    if (!isName(name)) {
      notes.add(unusable(`A field of ${quote(parent)}`, name), line);
    } else if (names.has(name)) {
      notes.add(
        `${quote(parent)} has a second field named ${quote(
          name,
        )}; the first one is taken.`,
        line,
      );
    } else if (fitted.length === MAX_FIELDS) {
      notes.add(
        `Only the first ${MAX_FIELDS} fields of ${quote(parent)} are taken of ${
          fields.length
        }.`,
        line,
      );
      break;
    } else {
      names.add(name);
      fitted.push({
        ...rest,
        name,
        ...fitPhysicalType(physicalType, name, line, notes),
        ...fitDescription(description, name, line, notes),
        ...(inner?.length
          ? fitInner(inner, `${parent}.${name}`, depth, line, notes)
          : undefined),
      });
    }
  }
  return fitted;
}

function fitInner(
  inner: ReadField[],
  path: string,
  depth: number,
  line: number | undefined,
  notes: Notes,
): { fields?: FieldDraft[] } {
  if (depth >= MAX_DEPTH) {
    notes.add(
      `The fields below ${quote(
        path,
      )} are left out: it is nested deeper than ${MAX_DEPTH} levels.`,
      line,
    );
    return {};
  }
  return { fields: fitFields(inner, path, depth + 1, notes) };
}

function fitDescription(
  description: string | undefined,
  name: string,
  line: number | undefined,
  notes: Notes,
): { description?: string } {
  const text = description?.trim();
  if (!text) {
    return {};
  }
  if (text.length <= MAX_DESCRIPTION) {
    return { description: text };
  }
  notes.add(
    `The description of ${quote(
      name,
    )} is cut at ${MAX_DESCRIPTION} characters.`,
    line,
  );
  return { description: cut(text, MAX_DESCRIPTION) };
}

function fitPhysicalType(
  physicalType: string | undefined,
  name: string,
  line: number | undefined,
  notes: Notes,
): { physicalType?: string } {
  const text = physicalType?.trim();
  if (!text) {
    return {};
  }
  if (text.length <= MAX_NAME) {
    return { physicalType: text };
  }
  notes.add(
    `The type of ${quote(name)}, as written, is cut at ${MAX_NAME} characters.`,
    line,
  );
  return { physicalType: cut(text, MAX_NAME) };
}

/** Cuts between characters, also those of two code units. */
function cut(text: string, max: number): string {
  const end = /[\uD800-\uDBFF]/.test(text[max - 2]) ? max - 2 : max - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

function isName(name: string): boolean {
  return name.length > 0 && name.length <= MAX_NAME;
}

function unusable(what: string, name: string): string {
  return name
    ? `${what} is left out: ${quote(
        name,
      )} is longer than ${MAX_NAME} characters.`
    : `${what} is left out: it has no name.`;
}
