import {
  Contract,
  ContractObject,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { PortKind } from './portKind';

/** More columns than this make an example hard to read. */
const MOST_COLUMNS = 20;

/** Longer lists of columns go one below the other. */
const LONG_LINE = 60;

/**
 * Something to paste into a tool and try a port with.
 *
 * @param contract - the port's contract, for column names and servers
 * @returns undefined where there is nothing to run
 */
export function snippet(
  kind: PortKind | undefined,
  location: string | undefined,
  contract?: Contract,
): string | undefined {
  if (!location?.trim()) {
    return undefined;
  }
  switch (kind) {
    case 'sql':
      return sql(location, contract);
    case 'stream':
      return stream(location, contract);
    case 'api':
      return /^https?:\/\//i.test(location)
        ? `curl --header "Authorization: Bearer $TOKEN" ${shellWord(location)}`
        : undefined;
    case 'file':
      return file(location, contract);
    default:
      return undefined;
  }
}

function sql(location: string, contract?: Contract): string {
  const columns = (objectAt(location, contract)?.fields ?? [])
    .filter(({ depth }) => depth === 0)
    .map(({ name, physicalName }) => identifier(physicalName ?? name));
  const list =
    columns.length === 0 || columns.length > MOST_COLUMNS
      ? '*'
      : columns.join(', ');
  const select =
    list.length > LONG_LINE ? `\n  ${columns.join(',\n  ')}` : ` ${list}`;
  return `SELECT${select}\nFROM ${location}\nLIMIT 10;`;
}

/** The object of the contract that an address means. */
function objectAt(
  location: string,
  contract?: Contract,
): ContractObject | undefined {
  const objects = contract?.objects ?? [];
  const table = lower(location.split('.').pop()).replace(/["`[\]]/g, '');
  return (
    objects.find(({ name, physicalName }) =>
      [lower(physicalName), lower(name), lower(physicalName?.split('.').pop())]
        .filter(Boolean)
        .includes(table),
    ) ?? (objects.length === 1 ? objects[0] : undefined)
  );
}

function identifier(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `"${name.replace(/"/g, '""')}"`;
}

function stream(location: string, contract?: Contract): string {
  const host = contract?.servers
    .find(({ type }) => lower(type) === 'kafka')
    ?.settings.find(({ name }) => name === 'host')?.value;
  const server = host ? shellWord(host) : '"$BOOTSTRAP_SERVER"';
  return [
    `kafka-console-consumer --bootstrap-server ${server}`,
    `  --topic ${shellWord(location.replace(/^kafka:\/\//i, ''))}`,
    '  --from-beginning --max-messages 10',
  ].join(' \\\n');
}

const READERS: Record<string, string> = {
  parquet: 'read_parquet',
  csv: 'read_csv',
  json: 'read_json',
  xlsx: 'read_excel',
};

function file(location: string, contract?: Contract): string | undefined {
  const format = contract?.servers
    .flatMap(({ settings }) => settings)
    .find(({ name }) => name === 'format')?.value;
  const ending = /\.(\w+)$/.exec(location)?.[1];
  const reader = [ending, format]
    .map(word => lower(word))
    .find(word => Object.hasOwn(READERS, word));
  if (reader) {
    const path = JSON.stringify(location);
    return `import pandas\ndata = pandas.${READERS[reader]}(${path})`;
  }
  if (/^s3:\/\//i.test(location)) {
    return `aws s3 ls ${shellWord(location)}`;
  }
  if (/^gs:\/\//i.test(location)) {
    return `gcloud storage ls ${shellWord(location)}`;
  }
  return /^https?:\/\//i.test(location)
    ? `curl --location --remote-name ${shellWord(location)}`
    : undefined;
}

/** Quoted so that a shell takes it as one word, whatever is in it. */
function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text)
    ? text
    : `'${text.replace(/'/g, "'\\''")}'`;
}

function lower(text: string | undefined): string {
  return (text ?? '').toLocaleLowerCase('en-US');
}
