import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { evidenceKeys } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { HumanDuration } from '@backstage/types';
import { matchesPattern } from './matchesPattern';

export const fileFormats = ['bitol-oors', 'dbt-run-results'] as const;

/** One entry of `dataMesh.evidence.files`. */
export type FileEntry = {
  id: string;
  title: string;
  target: string;
  format: (typeof fileFormats)[number];
  key: string;
  dimensions?: string[];
  every: HumanDuration;
  timeout?: HumanDuration;
  /** The product that a test or contract of this id is about. */
  productOf: (about: string) => string | undefined;
};

const SECTION = 'dataMesh.evidence.files';

/** @throws InputError with what is wrong, and where */
export function readFileEntries(config: RootConfigService): FileEntry[] {
  const entries = config.getOptionalConfigArray(SECTION) ?? [];
  return entries.map((entry, at) => {
    const where = `${SECTION}[${at}]`;
    const id = entry.getString('id');
    const target = entry.getString('target');
    const every = entry.has('every')
      ? readDurationFromConfig(entry, { key: 'every' })
      : { hours: 1 };
    return {
      id,
      title: entry.getOptionalString('title') ?? id,
      target,
      format: readFormat(entry, where),
      key: readKey(entry, where),
      dimensions: entry.getOptionalStringArray('dimensions'),
      every,
      timeout: entry.has('timeout')
        ? readDurationFromConfig(entry, { key: 'timeout' })
        : undefined,
      productOf: readProducts(entry, where),
    };
  });
}

function readFormat(entry: Config, where: string): FileEntry['format'] {
  const text = entry.getString('format');
  const format = fileFormats.find(one => one === text);
  if (!format) {
    throw new InputError(
      `${where}.format is “${text}”; it has to be ${fileFormats.join(' or ')}`,
    );
  }
  return format;
}

/** A file says yes or no, so the key has to take that. */
function readKey(entry: Config, where: string): string {
  const key = entry.getOptionalString('key') ?? 'quality.passed';
  const fitting = Object.entries(evidenceKeys)
    .filter(
      ([, { value, subject }]) =>
        subject === 'DataProduct' && value.safeParse(true).success,
    )
    .map(([name]) => name);
  if (!fitting.includes(key)) {
    throw new InputError(
      `${where}.key is “${key}”; it has to be ${fitting.join(' or ')}`,
    );
  }
  return key;
}

function readProducts(entry: Config, where: string): FileEntry['productOf'] {
  const one = entry.getOptionalString('product');
  const many = entry.getOptionalConfigArray('products');
  if ((one === undefined) === (many === undefined)) {
    throw new InputError(
      `${where} has to name either the product that the whole file is about, or products`,
    );
  }
  if (one !== undefined) {
    const product = readRef(one, `${where}.product`);
    return () => product;
  }
  const products = (many ?? []).map((item, at) => ({
    about: item.getString('about'),
    product: readRef(
      item.getString('product'),
      `${where}.products[${at}].product`,
    ),
  }));
  return about =>
    products.find(item => matchesPattern(about, item.about))?.product;
}

function readRef(text: string, where: string): string {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'dataproduct',
      defaultNamespace: 'default',
    });
    if (ref.kind.toLocaleLowerCase('en-US') === 'dataproduct') {
      return stringifyEntityRef(ref);
    }
  } catch {
    // Told below
  }
  throw new InputError(
    `${where} is “${text}”; it has to be the ref of a data product, such as dataproduct:default/orders`,
  );
}
