import {
  DomainProfile,
  toDoList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { groupBy } from '../lists';
import { selectCandidates } from '../products/candidates';
import { ProductRow, toProduct } from '../products/ProductRow';
import { Outlines } from '../resultViews/Outlines';
import {
  StoredLevel,
  StoredResults,
  StoredRule,
} from '../resultViews/StoredResults';
import { nameEntities } from '../visibility/links';
import { Visibility, withVisible } from '../visibility/Visibility';

type ListedProduct = DomainProfile['products'][number];

const MOST_PRODUCTS = 500;

/** Lists the products of a domain with what is to do for each. */
export class DomainProducts {
  readonly #knex: Knex;
  readonly #outlines: Outlines;
  readonly #stored: StoredResults;

  constructor(options: { knex: Knex; outlines: Outlines }) {
    this.#knex = options.knex;
    this.#outlines = options.outlines;
    this.#stored = new StoredResults(options.knex, options.outlines);
  }

  /** The widest gap first. */
  async list(
    domain: string,
    visibility: Visibility,
  ): Promise<DomainProfile['products']> {
    const products = await this.#getProducts(domain, visibility);
    const refs = products.map(({ ref }) => ref);
    const [levels, rules, name] = await Promise.all([
      this.#stored.getLevels(refs),
      this.#stored.getRules(refs),
      nameEntities(
        this.#knex,
        products.flatMap(({ ref, ownerRef }) => [ref, ownerRef]),
        visibility,
      ),
    ]);
    const levelsOf = groupBy(levels, ({ subjectRef }) => subjectRef);
    const rulesOf = groupBy(rules, ({ subjectRef }) => subjectRef);
    return products.flatMap((product): ListedProduct[] => {
      const { ref } = product;
      const entity = name(ref);
      return entity
        ? [
            {
              entity,
              lifecycle: product.lifecycle,
              owner: name(product.ownerRef),
              level: product.level,
              target: product.target,
              usedByTeams: product.usedByTeams,
              ...this.#toDo(levelsOf.get(ref) ?? [], rulesOf.get(ref) ?? []),
            },
          ]
        : [];
    });
  }

  #toDo(
    levels: readonly StoredLevel[],
    rules: readonly StoredRule[],
  ): Pick<ListedProduct, 'next' | 'toDo'> {
    const rulesOf = groupBy(rules, ({ ruleSet }) => ruleSet);
    const { entries } = toDoList({
      outlines: this.#outlines.about('DataProduct'),
      results: levels.map(level => ({
        ...level,
        results: rulesOf.get(level.ruleSet) ?? [],
      })),
    });
    const [next] = entries;
    return {
      next: next?.rule && {
        ruleSet: next.ruleSet ?? '',
        rule: next.rule.id,
        code: next.rule.code,
        title: next.title,
        severity: next.severity,
      },
      toDo: entries.filter(({ isRequired }) => isRequired).length,
    };
  }

  async #getProducts(
    domain: string,
    visibility: Visibility,
  ): Promise<ProductRow[]> {
    const knex = this.#knex;
    const rows = await withVisible(knex, knex.queryBuilder(), visibility)
      .with(
        'c',
        selectCandidates(knex, { facets: {}, sort: 'title' }, visibility, {
          domainRef: domain,
        }),
      )
      .from('c')
      .join('subjects as s', 's.ref', 'c.ref')
      .select('c.*', 's.title', 's.data')
      .where('c.domain_ref', domain)
      .orderByRaw(
        'coalesce(c.target, 0) - coalesce(c.level, 0) desc, c.sort_title, c.ref',
      )
      .limit(MOST_PRODUCTS);
    return rows.map(toProduct);
  }
}
