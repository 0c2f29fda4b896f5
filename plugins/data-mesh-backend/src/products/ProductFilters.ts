import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  ProductFacet,
  ProductQuery,
  ProductSort,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { wordsOf } from '../projection/searchTerms';

const MOST_WORDS = 12;

/** A product query in the form in which the database is asked. */
export type ProductFilters = {
  /** The words to find; undefined when nothing is searched. */
  words?: string[];
  facets: Partial<Record<ProductFacet, string[]>>;
  consumer?: string[];
  answerable?: string[];
  sort: ProductSort;
};

export function toFilters(query: ProductQuery): ProductFilters {
  const text = query.text || undefined;
  const words = text === undefined ? undefined : [...new Set(wordsOf(text))];
  if (words && words.length > MOST_WORDS) {
    throw new InputError(
      `text: at most ${MOST_WORDS} words can be searched at once, these are ${words.length}`,
    );
  }
  const facets = {
    domain: refs('domain', query.domain, 'Domain'),
    type: query.type,
    lifecycle: query.lifecycle,
    owner: refs('owner', query.owner, 'Group'),
    classification: query.classification,
    persona: query.persona,
    used: query.used,
  };
  const usual = text ? 'match' : 'title';
  return {
    words,
    facets: Object.fromEntries(
      Object.entries(facets).filter(([, values]) => values?.length),
    ),
    consumer: refs('consumer', query.consumer, 'Group'),
    answerable: refs('answerable', query.answerable, 'User'),
    // Without a text all match alike.
    sort: query.sort === 'match' ? usual : query.sort ?? usual,
  };
}

function refs(
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
