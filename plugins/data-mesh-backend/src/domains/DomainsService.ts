import { NotFoundError } from '@backstage/errors';
import {
  DomainList,
  DomainProfile,
  DomainsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { pickEvidence } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { EvidenceReader } from '../evidence/EvidenceReader';
import { readRefs } from '../http/readValues';
import { Outlines } from '../resultViews/Outlines';
import { KeptTree } from '../valueTree/store/KeptTree';
import { Visibility } from '../visibility/Visibility';
import { DomainProducts } from './DomainProducts';
import { DomainRows } from './DomainRows';
import { DomainStore } from './DomainStore';

const ASPIRATION = 'profile.aspiration';

/** Tells how domains stand: all of them as a table, or one in full. */
export class DomainsService {
  readonly #store: DomainStore;
  readonly #rows: DomainRows;
  readonly #products: DomainProducts;
  readonly #outlines: Outlines;
  readonly #evidence: Pick<EvidenceReader, 'read'>;

  constructor(options: {
    knex: Knex;
    outlines: Outlines;
    evidence: Pick<EvidenceReader, 'read'>;
    kept: Pick<KeptTree, 'read'>;
    now?: () => Date;
  }) {
    this.#store = new DomainStore(options.knex);
    this.#rows = new DomainRows({ ...options, store: this.#store });
    this.#products = new DomainProducts(options);
    this.#outlines = options.outlines;
    this.#evidence = options.evidence;
  }

  async getDomains(
    query: DomainsQuery,
    visibility: Visibility,
  ): Promise<DomainList> {
    const owners = readRefs('owner', query.owner, 'Group') ?? [];
    const isKnown = (ref?: string) =>
      ref !== undefined && (visibility === 'all' || visibility.has(ref));
    const found = (await this.#rows.find({ visibility })).filter(
      ({ ownerRef }) =>
        owners.length === 0 ||
        (isKnown(ownerRef) && owners.includes(ownerRef ?? '')),
    );
    return {
      items: found.flatMap(({ row }) => row ?? []),
      notTakingPart: found.filter(({ row }) => !row).length,
    };
  }

  /** @throws NotFoundError when there is none that the caller may see */
  async getProfile(
    ref: string,
    visibility: Visibility,
  ): Promise<DomainProfile> {
    const [domain] = await this.#rows.find({ visibility, only: ref });
    if (!domain) {
      throw new NotFoundError(`There is no domain ${ref}`);
    }
    const { row } = domain;
    if (!row) {
      return { takesPart: false, products: [] };
    }
    const [products, aspiration, before] = await Promise.all([
      this.#products.list(ref, visibility),
      this.#getAspiration(ref),
      this.#getBefore(ref, row.dimensions, visibility),
    ]);
    return { takesPart: true, row, aspiration, before, products };
  }

  async #getAspiration(ref: string): Promise<DomainProfile['aspiration']> {
    const records = (await this.#evidence.read([ref])).get(ref) ?? [];
    const picked = pickEvidence(records, this.#outlines.today);
    return picked[ASPIRATION]?.value as DomainProfile['aspiration'];
  }

  /** A trend is for those who may see all that it is made of. */
  async #getBefore(
    ref: string,
    now: Record<string, number>,
    visibility: Visibility,
  ): Promise<DomainProfile['before']> {
    const [isPartial, rollups] = await Promise.all([
      this.#store.hidesProducts(ref, visibility),
      this.#store.getRollups(ref),
    ]);
    const other = ({ dimensions }: { dimensions: Record<string, number> }) =>
      Object.entries(dimensions).some(
        ([dimension, level]) => now[dimension] !== level,
      );
    return isPartial ? undefined : rollups.find(other);
  }
}
