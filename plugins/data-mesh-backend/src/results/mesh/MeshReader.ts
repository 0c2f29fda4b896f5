import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ContractFacts,
  GoalIndex,
  Organisation,
  ProductDescription,
  ProductIndex,
  ProductUse,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { isAmong } from '../../database/sql';
import { groupBy, inParts } from '../../lists';
import { MeshConfig } from '../../ruleSets/readMeshConfig';
import { digestOf } from '../digest';
import { Mesh, MeshDomain, MeshProduct } from './Mesh';
import { organisationOf } from './organisationOf';
import { parseContractFacts, ParsedSubject, parseSubject } from './parse';
import { ParsedCache } from './ParsedCache';
import { readGoals } from './readGoals';
import { readOwners, readRows, SubjectRow } from './readRows';

const TEXTS_A_STATEMENT = 1000;

type Rows = Awaited<ReturnType<typeof readRows>>;

/**
 * Reads the mesh from the projection. What was parsed or compared once is
 * remembered until it changes.
 */
export class MeshReader {
  readonly #knex: Knex;
  readonly #config: MeshConfig;
  readonly #logger: LoggerService;
  readonly #subjects = new ParsedCache<ParsedSubject>(parseSubject);
  readonly #contracts = new ParsedCache<ContractFacts>(parseContractFacts);
  #organisation: { mark: string; value: Organisation } | undefined;
  #index: { mark: string; value: ProductIndex } | undefined;

  constructor(options: {
    knex: Knex;
    config: MeshConfig;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#config = options.config;
    this.#logger = options.logger;
  }

  /** @param today - the UTC day that the mesh is looked at */
  async read(today: string): Promise<Mesh> {
    const rows = await readRows(this.#knex);
    await this.#parse(rows.subjects);
    const products = this.#productsOf(rows);
    const descriptions = [...products.values()].map(p => p.description);
    const ofKind = (kind: string) =>
      rows.subjects.filter(row => row.kind === kind);
    const organisation = this.#organisationOf(rows);
    const goals = await readGoals(this.#knex, today);
    return new Mesh({
      context: {
        today,
        organisation: organisation.value,
        goals,
        ...this.#config,
      },
      products,
      domains: new Map(
        ofKind('domain').map(row => [row.ref, this.#domainOf(row)]),
      ),
      unreadable: new Set(
        ofKind('dataproduct')
          .filter(({ ref }) => !products.has(ref))
          .map(({ ref }) => ref),
      ),
      people: new Map(
        ofKind('user').flatMap(({ ref, digest }) => {
          const parsed = this.#subjects.get(digest);
          return parsed ? [[ref, parsed.annotations] as const] : [];
        }),
      ),
      index: this.#indexOf(rows, products, goals),
      organisationMark: organisation.mark,
      owners: await this.#ownersOf(rows.subjects, descriptions),
    });
  }

  async #parse(rows: readonly SubjectRow[]): Promise<void> {
    const subjects = rows.filter(row => row.has_facts).map(row => row.digest);
    const contracts = rows.flatMap(row => row.contract_digest ?? []);
    await this.#load(this.#subjects, 'subjects', subjects);
    await this.#load(this.#contracts, 'contract_facts', contracts);
  }

  async #load(
    cache: ParsedCache<unknown>,
    table: 'subjects' | 'contract_facts',
    digests: readonly string[],
  ): Promise<void> {
    for (const part of inParts(cache.missing(digests), TEXTS_A_STATEMENT)) {
      const found: { digest: string; facts: string | null }[] =
        await this.#knex(table)
          .select('digest', 'facts')
          .where(isAmong(this.#knex, 'digest', part));
      for (const { digest, facts } of found) {
        try {
          if (facts !== null) {
            cache.add(digest, facts);
          }
        } catch (error) {
          this.#logger.error(
            `What rules read cannot be parsed (${table} ${digest}): ${error}`,
          );
        }
      }
    }
    cache.keepOnly(new Set(digests));
  }

  #productsOf({ subjects, uses, products }: Rows): Map<string, MeshProduct> {
    const kept = new Map(products.map(row => [row.ref, row]));
    const usesOf = groupBy(uses, row => row.product_ref);
    const contractOf = new Map(
      subjects.map(row => [row.ref, row.contract_digest ?? undefined]),
    );
    const systemDomains = new Map(
      subjects
        .filter(row => row.kind === 'system')
        .map(row => [row.ref, row.domain_ref ?? undefined]),
    );
    const found = new Map<string, MeshProduct>();
    for (const row of subjects) {
      const parsed = this.#subjects.get(row.digest);
      if (row.kind === 'dataproduct' && parsed?.product) {
        found.set(row.ref, {
          ref: row.ref,
          description: parsed.product,
          digest: parsed.digest,
          annotations: parsed.annotations,
          historyKey: row.history_key ?? undefined,
          uses: (usesOf.get(row.ref) ?? []).map(
            (use): ProductUse => ({
              user: use.user_ref,
              team: use.team_ref ?? undefined,
              state: use.state,
              since: use.since ?? undefined,
            }),
          ),
          ...this.#contractsOf(parsed.product, contractOf),
          systemDomain: systemDomains.get(parsed.product.system ?? ''),
          level: kept.get(row.ref)?.level ?? null,
          target: kept.get(row.ref)?.target ?? null,
        });
      }
    }
    return found;
  }

  #contractsOf(
    { outputPorts }: ProductDescription,
    digests: ReadonlyMap<string, string | undefined>,
  ): Pick<MeshProduct, 'contracts' | 'contractDigests'> {
    const refs = outputPorts.flatMap(({ contract }) => contract?.ref ?? []);
    const named = [...new Set(refs)].map(
      ref => [ref, digests.get(ref) ?? ''] as const,
    );
    return {
      contracts: Object.fromEntries(
        named.map(([ref, digest]) => [
          ref,
          this.#contracts.get(digest) ?? null,
        ]),
      ),
      contractDigests: Object.fromEntries(named),
    };
  }

  #domainOf({ ref, owner_ref, digest }: SubjectRow): MeshDomain {
    const parsed = this.#subjects.get(digest);
    return {
      ref,
      owner: owner_ref ?? undefined,
      digest: digestOf([owner_ref, parsed?.digest]),
      annotations: parsed?.annotations ?? {},
    };
  }

  #organisationOf({ subjects, edges }: Rows) {
    const mark = digestOf([
      edges,
      subjects
        .filter(({ kind }) => ['group', 'user', 'domain'].includes(kind))
        .map(row => [row.ref, row.type, row.owner_ref]),
    ]);
    if (this.#organisation?.mark !== mark) {
      const value = organisationOf(subjects, edges);
      this.#organisation = { mark, value };
    }
    return this.#organisation;
  }

  #indexOf(
    { uses }: Rows,
    products: ReadonlyMap<string, MeshProduct>,
    goals: GoalIndex,
  ): ProductIndex {
    const all = [...products.values()];
    const mark = digestOf([
      uses,
      all.map(one => [
        one.digest,
        Object.values(one.contractDigests),
        goals.linkedTo(one.ref),
      ]),
    ]);
    if (this.#index?.mark !== mark) {
      const value = new ProductIndex(
        all.map(({ ref, description, contracts, uses: own }) => ({
          product: description,
          initiatives: goals.linkedTo(ref),
          uses: own,
          businessKeys: Object.values(contracts).flatMap(
            contract => contract?.businessKeys ?? [],
          ),
        })),
      );
      this.#index = { mark, value };
    }
    return this.#index.value;
  }

  async #ownersOf(
    subjects: readonly SubjectRow[],
    products: readonly ProductDescription[],
  ): Promise<Map<string, string | undefined>> {
    const owners = new Map(
      subjects.map(row => [row.ref, row.owner_ref ?? undefined]),
    );
    const others = products
      .flatMap(({ inputs }) => inputs)
      .filter(ref => !owners.has(ref));
    const found = await readOwners(this.#knex, [...new Set(others)]);
    return new Map([...owners, ...found]);
  }
}
