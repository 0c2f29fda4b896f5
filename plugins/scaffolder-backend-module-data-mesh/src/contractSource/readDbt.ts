import { FieldDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ReadField, ReadObject } from './fitToDraft';
import { Notes } from './Notes';
import { readType } from './readType';
import { LINE, readYaml } from './readYaml';
import { quote, quoteAll } from './text';

type Mapping = Record<string, unknown>;

type Keys = Pick<FieldDraft, 'required' | 'unique' | 'primaryKey'>;

/**
 * Reads the models, sources, seeds and snapshots of dbt's YAML, an object each.
 *
 * Constraints and tests (`not_null`, `unique`) count the same; a test that
 * holds only for some rows (`where`) or only warns does not. Descriptions that
 * dbt fills in later (`{{ doc(...) }}`) and versions of models are left out.
 *
 * @throws IsolatedError
 */
export async function readDbt(
  text: string,
  notes: Notes,
): Promise<ReadObject[]> {
  const objects: ReadObject[] = [];
  for (const document of await readYaml(text)) {
    if ('error' in document) {
      const hint =
        text.includes('{{') || text.includes('{%')
          ? ' Braces of dbt have to be in quotes.'
          : '';
      notes.add(
        `This is no YAML: ${document.error}. Nothing was read.${hint}`,
        document.line,
      );
    } else if (isMapping(document.value)) {
      objects.push(...findModels(document.value, notes));
    }
  }
  if (objects.length === 0 && notes.list().length === 0) {
    notes.add(
      'There is no dbt model here. Paste the YAML that begins with “models:”, with the columns of the model.',
    );
  }
  return objects;
}

function findModels(root: Mapping, notes: Notes): ReadObject[] {
  const tables = mappings(root.sources).flatMap(source =>
    mappings(source.tables).map(table => ({
      ...table,
      schema: source.schema ?? source.name,
    })),
  );
  const models = [
    ...['models', 'seeds', 'snapshots'].flatMap(key => mappings(root[key])),
    ...tables,
  ];
  // A single model is often copied without the lines around it.
  const bare = models.length === 0 && Array.isArray(root.columns) ? [root] : [];
  return [...models, ...bare].map(model => readModel(model, notes));
}

function readModel(model: Mapping, notes: Notes): ReadObject {
  const line = lineOf(model);
  const name = textOf(model.name) ?? '';
  const physicalName = [model.schema, model.identifier ?? model.alias ?? name]
    .map(textOf)
    .filter(part => part)
    .join('.');
  const columns = mappings(model.columns);
  if (columns.length === 0) {
    notes.add(`${quote(name)} has no columns.`, line);
  }
  if (Array.isArray(model.versions)) {
    notes.add(
      `The versions of ${quote(name)} are not looked at, only its own columns.`,
      line,
    );
  }
  const fields = columns.map(column => readColumn(column, name, notes));
  const untyped = fields.filter(({ physicalType }) => !physicalType);
  if (untyped.length > 0) {
    notes.add(
      `There is no data_type for ${quoteAll(
        untyped.map(field => field.name),
      )} of ${quote(name)}; taken as text.`,
      untyped[0].line,
    );
  }
  addTableConstraints(model, fields, notes);
  return {
    name,
    ...(physicalName && physicalName !== name ? { physicalName } : undefined),
    physicalType: isView(model) ? 'view' : 'table',
    description: readDescription(model, name, notes),
    fields,
    line,
  };
}

function readColumn(column: Mapping, model: string, notes: Notes): ReadField {
  const name = textOf(column.name) ?? '';
  const line = lineOf(column);
  const dataType = textOf(column.data_type);
  const read = dataType ? readType(dataType) : { type: 'string' as const };
  if ('unknown' in read && read.unknown) {
    notes.add(
      `The type ${quote(dataType ?? '')} of ${quote(
        `${model}.${name}`,
      )} is not known here; taken as text.`,
      line,
    );
  }
  return {
    name,
    line,
    type: read.type,
    ...('fields' in read ? { fields: read.fields } : undefined),
    ...('itemType' in read ? { itemType: read.itemType } : undefined),
    ...(dataType ? { physicalType: dataType } : undefined),
    description: readDescription(column, `${model}.${name}`, notes),
    ...readKeys(column),
  };
}

/** From constraints and tests, which are written in several ways. */
function readKeys(column: Mapping): Keys {
  const keys: Keys = {};
  for (const constraint of mappings(column.constraints)) {
    addKey(keys, textOf(constraint.type));
  }
  for (const test of [column.tests, column.data_tests].flatMap(listOf)) {
    if (typeof test === 'string') {
      addKey(keys, test);
    } else if (isMapping(test)) {
      // Either {not_null: {where: ...}} or {test_name: not_null, where: ...}.
      const name =
        textOf(test.test_name) ?? Object.keys(test).find(key => key !== LINE);
      const given = name === undefined ? undefined : test[name];
      const settings = isMapping(given) ? given : test;
      if (isUnconditional(settings)) {
        addKey(keys, name);
      }
    }
  }
  return keys;
}

function addKey(keys: Keys, kind: string | undefined) {
  if (kind === 'not_null') {
    keys.required = true;
  } else if (kind === 'unique') {
    keys.unique = true;
  } else if (kind === 'primary_key') {
    keys.primaryKey = true;
    keys.required = true;
  }
}

function isUnconditional(settings: Mapping): boolean {
  const config = isMapping(settings.config) ? settings.config : {};
  const { where, severity } = { ...config, ...settings };
  return where === undefined && textOf(severity)?.toLowerCase() !== 'warn';
}

/** Constraints of the model name their columns. */
function addTableConstraints(
  model: Mapping,
  fields: ReadField[],
  notes: Notes,
) {
  for (const constraint of mappings(model.constraints)) {
    const columns = listOf(constraint.columns).map(textOf);
    const named = columns.map(column =>
      fields.find(({ name }) => name === column),
    );
    const type = textOf(constraint.type);
    if (named.some(field => !field)) {
      notes.add(
        `The constraint ${quote(
          type ?? '',
        )} names a column that is not there: ${quoteAll(
          columns.filter((_, at) => !named[at]).map(String),
        )}.`,
        lineOf(constraint),
      );
    } else if (type === 'unique' && named.length > 1) {
      notes.add(
        `That ${quoteAll(
          columns.map(String),
        )} are unique together cannot be kept here; add it to the contract as a quality rule.`,
        lineOf(constraint),
      );
    } else {
      for (const field of named) {
        addKey(field ?? {}, type);
      }
    }
  }
}

function readDescription(
  from: Mapping,
  name: string,
  notes: Notes,
): string | undefined {
  const description = textOf(from.description);
  if (description?.includes('{{')) {
    notes.add(
      `The description of ${quote(name)} is filled in by dbt (${quote(
        description,
      )}), so it is left out.`,
      lineOf(from),
    );
    return undefined;
  }
  return description;
}

function isView(model: Mapping): boolean {
  return isMapping(model.config) && model.config.materialized === 'view';
}

function lineOf(value: Mapping): number | undefined {
  const line = value[LINE];
  return typeof line === 'number' ? line : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function mappings(value: unknown): Mapping[] {
  return listOf(value).filter(isMapping);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
