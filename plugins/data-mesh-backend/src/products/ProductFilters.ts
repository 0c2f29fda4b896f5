import { InputError } from '@backstage/errors';
import {
  ProductFacet,
  ProductQuery,
  ProductSort,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { readLevels, readRefs } from '../http/readValues';
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
    domain: readRefs('domain', query.domain, 'Domain'),
    type: query.type,
    lifecycle: query.lifecycle,
    owner: readRefs('owner', query.owner, 'Group'),
    classification: query.classification,
    persona: query.persona,
    used: query.used,
    level: readLevels('level', query.level),
    target: query.target,
  };
  const usual = text ? 'match' : 'title';
  return {
    words,
    facets: Object.fromEntries(
      Object.entries(facets).filter(([, values]) => values?.length),
    ),
    consumer: readRefs('consumer', query.consumer, 'Group'),
    answerable: readRefs('answerable', query.answerable, 'User'),
    // Without a text all match alike.
    sort: query.sort === 'match' ? usual : query.sort ?? usual,
  };
}
