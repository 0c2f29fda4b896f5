import { Entity } from '@backstage/catalog-model';
import { EvidenceRecord } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { EvidenceReader } from '../evidence/EvidenceReader';
import { Results } from '../results/Results';
import { MeshConfig } from '../ruleSets/readMeshConfig';
import { GrantedWaiver, WaiverReader } from '../waivers/WaiverReader';
import { FakeCatalog } from './FakeCatalog';
import { createLogger, createMetrics, createProjection } from './projection';
import { defaultRuleSets, FakeRuleSets } from './ruleSets';

/** Evidence that a test decides on. */
export class FakeEvidence implements EvidenceReader {
  readonly records = new Map<string, EvidenceRecord[]>();

  /** Replaces what the same source said on the same key. */
  say(ref: string, record: EvidenceRecord): void {
    const others = (this.records.get(ref) ?? []).filter(
      ({ key, source }) => key !== record.key || source !== record.source,
    );
    this.records.set(ref, [...others, record]);
  }

  async read(refs?: readonly string[]) {
    return only(this.records, refs);
  }

  async getDelivered() {
    return new Set([...this.records.values()].flat().map(({ key }) => key));
  }
}

/** Waivers that a test decides on. */
export class FakeWaivers implements WaiverReader {
  readonly granted = new Map<string, GrantedWaiver[]>();

  async read(refs?: readonly string[]) {
    return only(this.granted, refs);
  }
}

/** A clock that a test turns. */
export class FakeClock {
  #time: number;
  readonly now = () => new Date(this.#time);

  constructor(time: string = '2026-03-01T08:00:00Z') {
    this.#time = Date.parse(time);
  }

  passHours(hours: number): void {
    this.#time += hours * 3600_000;
  }

  passDays(days: number): void {
    this.passHours(days * 24);
  }
}

/** A catalog, its projection and what rules come to, on one database. */
export function createMesh(
  knex: Knex,
  entities: readonly Entity[],
  options: {
    clock?: FakeClock;
    catalog?: FakeCatalog;
    evidence?: FakeEvidence;
    waivers?: FakeWaivers;
    ruleSets?: FakeRuleSets;
    config?: Partial<MeshConfig>;
  } = {},
) {
  const log: string[] = [];
  const metered: string[] = [];
  const {
    clock = new FakeClock(),
    catalog = new FakeCatalog(entities),
    evidence = new FakeEvidence(),
    waivers = new FakeWaivers(),
    ruleSets = defaultRuleSets(),
  } = options;
  const results = new Results({
    knex,
    mesh: { centralTeams: [], centralStores: [], ...options.config },
    evidence,
    waivers,
    ruleSets,
    metrics: createMetrics(metered),
    logger: createLogger(log),
    now: clock.now,
  });
  const projection = createProjection(knex, catalog, {
    now: clock.now,
    results,
  });
  return {
    ...projection,
    knex,
    catalog,
    clock,
    evidence,
    waivers,
    ruleSets,
    results,
    /** What evaluation told. */
    told: log,
    measured: metered,
  };
}

/** All results, in one order. */
export async function dumpResults(knex: Knex) {
  return {
    levels: await knex('levels').orderBy(['subject_ref', 'rule_set']),
    results: await knex('results').orderBy(['subject_ref', 'rule_set', 'rule']),
    changes: await knex('result_changes').orderBy('id'),
    rollups: await knex('rollups').orderBy(['scope', 'day']),
  };
}

/** Counts the statements that write results. */
export function watchWrites(knex: Knex): string[] {
  const written: string[] = [];
  knex.on('query', ({ sql }: { sql: string }) => {
    if (
      /^\s*(insert into|update|delete from) ["`]?(levels|results|result_changes|rollups|products|subjects)\b/i.test(
        sql,
      )
    ) {
      written.push(sql);
    }
  });
  return written;
}

function only<T>(all: ReadonlyMap<string, T>, refs?: readonly string[]) {
  return new Map(
    [...all].filter(([ref]) => refs === undefined || refs.includes(ref)),
  );
}
