import { DataProductAnswers } from './normalizeDraft';
import { FIRST_VERSION } from './mapping/outputPorts';
import { nameOfRef } from './refs';
import { versionNumbers } from '../kind/warnings/versions';

/** The catalog's limit for names. */
const MAX_NAME_LENGTH = 63;

/**
 * The name of the API entity of a port's contract: `orders-v1` where the
 * product `orders` has ports of one name only, else `orders-stream-v1`. A
 * contract that there is keeps its name.
 *
 * @param draft - answers as a form holds them; what is not yet given is left
 *   out of the name
 * @param port - the position in `outputPorts`
 * @returns undefined for a port without a contract
 * @public
 */
export function contractNameOf(
  draft: DataProductAnswers,
  port: number,
): string | undefined {
  return contractNames(draft, new Set())[port];
}

/**
 * The names of the contracts of all output ports, each of them once, except
 * for ports that share a contract.
 *
 * @param taken - names that other contracts have
 */
export function contractNames(
  draft: DataProductAnswers,
  taken: ReadonlySet<string>,
): (string | undefined)[] {
  const ports = draft.outputPorts ?? [];
  const product = slug(draft.name ?? '');
  const isOnlyName = new Set(ports.map(port => port?.name)).size === 1;
  const names = ports.map(
    port => port?.contract?.ref && nameOfRef(port.contract.ref),
  );
  const used = new Set([...taken, ...names]);
  const stems = new Map(
    [...taken].map(name => [contractIdOf(name), undefined as unknown]),
  );
  names.forEach(
    (name, i) => name && stems.set(contractIdOf(name), ports[i].name),
  );
  return ports.map((port, i) => {
    if (names[i] || !port?.contract) {
      return names[i] || undefined;
    }
    // A new version is named like the versions there are.
    const other = ports.findIndex(
      ({ name }, j) => name === port.name && names[j],
    );
    const known = names[other];
    const stem = known
      ? contractIdOf(known)
      : freeStem(
          (isOnlyName ? product : withPort(product, slug(port.name ?? ''))) ||
            'contract',
          port.name,
          stems,
        );
    const major = versionNumbers(port.version ?? FIRST_VERSION)?.[0] ?? 1;
    const name = firstFree(stem, `-v${major}`, used);
    used.add(name);
    return name;
  });
}

/** Contracts of different ports differ in more than their version. */
function freeStem(
  wanted: string,
  port: string,
  stems: Map<string, unknown>,
): string {
  let stem = wanted;
  for (let n = 2; stems.has(stem) && stems.get(stem) !== port; n++) {
    stem = `${wanted}-${n}`;
  }
  stems.set(stem, port);
  return stem;
}

/** The id of a contract: its name without the version, which changes. */
export function contractIdOf(name: string): string {
  return name.replace(/-v\d+(-\d+)?$/, '') || name;
}

/**
 * `demand-forecast` and `forecast-sql` give `demand-forecast-sql`: ports are
 * often named after their product.
 */
function withPort(product: string, port: string): string {
  const words = port.split('-');
  const shared = words.findLastIndex((_, i) =>
    `-${product}`.endsWith(`-${words.slice(0, i + 1).join('-')}`),
  );
  return [product, ...words.slice(shared + 1)].filter(Boolean).join('-');
}

function firstFree(
  stem: string,
  version: string,
  used: ReadonlySet<string | undefined>,
): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? version : `${version}-${n}`;
    const name = `${cut(stem, MAX_NAME_LENGTH - end.length)}${end}`;
    if (!used.has(name)) {
      return name;
    }
  }
}

/** Cuts a name, so that two that begin alike still differ. */
function cut(name: string, length: number): string {
  if (name.length <= length) {
    return name;
  }
  const mark = hash(name);
  const start = name.slice(0, length - mark.length - 1).replace(/-+$/, '');
  return `${start}-${mark}`;
}

/** FNV-1a: short, the same everywhere, and not meant to keep secrets. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0').slice(0, 6);
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
