import {
  ContractSource,
  ContractSourceReading,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { fitToDraft, ReadObject } from './fitToDraft';
import { Notes } from './Notes';
import { readCsv } from './readCsv';
import { readDbt } from './readDbt';
import { readJson } from './readJson';
import { IsolatedError } from './runIsolated';
import { readSql } from './sql/readSql';

/**
 * Reads what a contract can be started from, as far as it can be read; what
 * cannot be is said. Never throws.
 */
export async function readContractSource(
  source: ContractSource,
): Promise<ContractSourceReading> {
  const notes = new Notes();
  try {
    const { objects, dialect } = await read(source, notes);
    const fitted = fitToDraft(objects, notes);
    return {
      objects: fitted,
      notRead: notes.list(),
      ...(dialect ? { dialect } : undefined),
    };
  } catch (error) {
    notes.add(`The text could not be read. ${reasonOf(error)}`);
    return { objects: [], notRead: notes.list() };
  }
}

async function read(
  { format, text, dialect }: ContractSource,
  notes: Notes,
): Promise<{ objects: ReadObject[]; dialect?: string }> {
  switch (format) {
    case 'sql':
      return readSql(text, dialect, notes);
    case 'csv':
      return { objects: readCsv(text, notes) };
    case 'json':
      return { objects: await readJson(text, notes) };
    default:
      return { objects: await readDbt(text, notes) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) {
    return 'It is nested too deeply.';
  }
  return error instanceof IsolatedError ? error.message : String(error);
}
