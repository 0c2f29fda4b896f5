import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { EvidenceReader } from '../evidence/EvidenceReader';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { WaiverReader } from '../waivers/WaiverReader';
import { digestOf } from './digest';
import {
  annotationRecords,
  deliveredKeys,
} from './evaluation/annotationRecords';
import { EvaluationRun } from './evaluation/EvaluationRun';
import { EvidenceAtHand } from './evaluation/EvidenceAtHand';
import { Judge } from './evaluation/Judge';
import { ReadAtHand } from './evaluation/readAtHand';
import { ResultsKeeper } from './evaluation/ResultsKeeper';
import { Stillness } from './evaluation/Stillness';
import { Unchanged } from './evaluation/Unchanged';
import { findHistories, Histories, HistoryStore } from './HistoryStore';
import { findAffected, Scope, wholeScope } from './mesh/findAffected';
import { Mesh } from './mesh/Mesh';
import { MeshReader } from './mesh/MeshReader';
import { KnownLevels, ResultsStore } from './ResultsStore';
import { ResultsWriter, Written } from './ResultsWriter';
import { Rollups } from './Rollups';
import { Tombstones } from './Tombstones';

/** When others keep writing first, the next pass will do. */
const MOST_ATTEMPTS = 3;

/** What an evaluation came to. */
export type EvaluationReport = {
  /** The UTC day it was for. */
  day: string;
  /** Products and domains that were looked at. */
  subjects: number;
  /** Those of them that could come to something else. */
  evaluated: number;
  /** Changes of results and levels that were noted. */
  changes: number;
  /** Subjects whose results stay as they were for a fault. */
  failures: number;
  /** Results that another replica wrote first. */
  lost: number;
};

/** Evaluates what the projection holds, and keeps what is another. */
export class Evaluator {
  readonly #mesh: MeshReader;
  readonly #store: ResultsStore;
  readonly #writer: ResultsWriter;
  readonly #histories: HistoryStore;
  readonly #tombstones: Tombstones;
  readonly #rollups: Rollups;
  readonly #evidence: EvidenceReader;
  readonly #waivers: WaiverReader;
  readonly #ruleSets: RuleSetsInForce;
  readonly #unchanged = new Unchanged();
  readonly #stillness: Stillness<EvaluationReport>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #onWritten: (written: readonly Written[]) => void;

  constructor(options: {
    knex: Knex;
    mesh: MeshReader;
    evidence: EvidenceReader;
    waivers: WaiverReader;
    ruleSets: RuleSetsInForce;
    logger: LoggerService;
    now?: () => Date;
    onWritten?: (written: readonly Written[]) => void;
  }) {
    const { knex } = options;
    this.#mesh = options.mesh;
    this.#store = new ResultsStore(knex);
    this.#writer = new ResultsWriter(options);
    this.#histories = new HistoryStore(knex);
    this.#tombstones = new Tombstones(knex);
    this.#rollups = new Rollups(knex);
    this.#evidence = options.evidence;
    this.#waivers = options.waivers;
    this.#ruleSets = options.ruleSets;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
    this.#onWritten = options.onWritten ?? (() => {});
    this.#stillness = new Stillness({ knex, now: this.#now });
  }

  /**
   * Evaluates everything for today.
   *
   * @param options.isQuiet - whether the projection is as it was the last time
   */
  async evaluateAll(options: {
    isQuiet?: boolean;
    signal?: AbortSignal;
  }): Promise<EvaluationReport> {
    const sign = await this.#stillness.sign([
      this.#today(),
      ruleSetMarks(this.#ruleSets),
    ]);
    const still = options.isQuiet ? this.#stillness.find(sign) : undefined;
    const report = still ?? (await this.#evaluate(wholeScope, options.signal));
    if (!still && !report.evaluated && !report.failures && !report.lost) {
      this.#stillness.remember(sign, report);
    }
    await this.#tombstones.removeForgotten();
    return report;
  }

  /**
   * Evaluates what entities of any kind touch, with whole domains. What was
   * written by others meanwhile is looked at again.
   */
  async evaluate(
    refs: readonly string[],
    signal?: AbortSignal,
  ): Promise<EvaluationReport> {
    for (let attempt = 1; ; attempt++) {
      const report = await this.#evaluate(
        (mesh, known) => findAffected(mesh, refs, domainsBefore(refs, known)),
        signal,
        refs,
      );
      if (report.lost === 0 || attempt === MOST_ATTEMPTS) {
        return report;
      }
    }
  }

  async #evaluate(
    choose: (mesh: Mesh, known: KnownLevels) => Scope,
    signal?: AbortSignal,
    refs?: readonly string[],
  ): Promise<EvaluationReport> {
    const day = this.#today();
    // What is known comes first: whoever writes after this is not overwritten.
    const before = await this.#store.getKnown();
    const mesh = await this.#mesh.read(day);
    const { known, histories } = await this.#continueHistories(mesh, before);
    const wanted = choose(mesh, known);
    const annotations = annotationRecords(mesh);
    const ruleSets = this.#ruleSets.current();
    const delivered = await deliveredKeys(this.#evidence, annotations);
    const readAtHand: ReadAtHand = async read => {
      const [records, waivers] = await Promise.all([
        this.#evidence.read(read.evidence),
        this.#waivers.read(read.waivers),
      ]);
      return new EvidenceAtHand({ records, waivers, annotations, today: day });
    };
    const narrowed = await this.#unchanged.narrow(wanted, {
      mesh,
      known,
      shared: digestOf([
        day,
        ruleSetMarks(this.#ruleSets),
        [...delivered].sort(),
        mesh.organisationMark,
      ]),
      readAtHand,
    });
    const keeper = new ResultsKeeper({
      writer: this.#writer,
      known,
      historyKeys: histories.keys,
      today: day,
      onWritten: this.#onWritten,
    });
    const run = new EvaluationRun({
      mesh,
      judge: new Judge({ today: day, ruleSets, delivered }),
      keeper,
      store: this.#store,
      rollups: this.#rollups,
      readAtHand,
      logger: this.#logger,
    });
    await run.run(narrowed.scope, signal);
    await this.#bury(mesh, known, run.apart, refs);
    const { changes, lost } = keeper;
    this.#unchanged.remember(
      narrowed,
      mesh,
      new Set([...keeper.written, ...run.failed]),
    );
    return {
      day,
      subjects: wanted.products.size + wanted.domains.size,
      evaluated: run.subjects,
      changes,
      failures: run.failures,
      lost,
    };
  }

  #today(): string {
    return this.#now().toISOString().slice(0, 10);
  }

  /** Products that were renamed, or given an id, keep their history. */
  async #continueHistories(
    mesh: Mesh,
    before: KnownLevels,
  ): Promise<{ known: KnownLevels; histories: Histories }> {
    const histories = findHistories(mesh, before);
    for (const move of histories.moves) {
      await this.#histories.apply(move);
    }
    const known =
      histories.moves.length > 0 ? await this.#store.getKnown() : before;
    return { known, histories };
  }

  /** @param refs - undefined: whatever is gone */
  async #bury(
    mesh: Mesh,
    known: KnownLevels,
    apart: ReadonlySet<string>,
    refs?: readonly string[],
  ): Promise<void> {
    const looked = refs && new Set([...refs, ...apart]);
    const gone = [...known]
      .filter(
        ([subject, levels]) =>
          (!mesh.has(subject) || apart.has(subject)) &&
          (!looked || looked.has(subject)) &&
          [...levels.values()].some(({ gone_at }) => gone_at === null),
      )
      .map(([subject]) => subject);
    await this.#tombstones.bury(gone, this.#now().toISOString());
  }
}

/** Domains that entities belonged to when they were last evaluated. */
function domainsBefore(refs: readonly string[], known: KnownLevels): string[] {
  return refs.flatMap(ref =>
    [...(known.get(ref)?.values() ?? [])].flatMap(
      ({ domain_ref }) => domain_ref ?? [],
    ),
  );
}

function ruleSetMarks(ruleSets: RuleSetsInForce): string[][] {
  return [...ruleSets.current()].map(([id, { digest }]) => [id, digest]);
}
