import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { EarlierWaiver } from '@backstage-data-mesh/plugin-data-mesh-node';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { encodeTime } from 'ulid';
import { AuditLog } from '../audit/AuditLog';
import { Reevaluation } from '../results/Reevaluation';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { findRule } from './findRule';
import { StoredWaiver, WaiverStore } from './WaiverStore';

/** What became of waivers of before. */
export type IntakeOutcome = {
  taken: number;
  /** Known already, and left as they are. */
  known: number;
  /** Those that were not taken, and why. */
  problems: string[];
};

/** Takes in waivers that were granted elsewhere, before. */
export class WaiverIntake {
  readonly #knex: Knex;
  readonly #store: WaiverStore;
  readonly #ruleSets: RuleSetsInForce;
  readonly #audit: AuditLog;
  readonly #reevaluation: Pick<Reevaluation, 'mark'>;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    store: WaiverStore;
    ruleSets: RuleSetsInForce;
    audit: AuditLog;
    reevaluation: Pick<Reevaluation, 'mark'>;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#ruleSets = options.ruleSets;
    this.#audit = options.audit;
    this.#reevaluation = options.reevaluation;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Takes them in as approved, each once, however often they are given. One
   * that is wrong does not hold up the others.
   *
   * @param by - who brings them, for the log
   */
  async takeIn(
    earlier: readonly EarlierWaiver[],
    by: string,
  ): Promise<IntakeOutcome> {
    const now = this.#now().toISOString();
    const problems: string[] = [];
    const waivers = new Map<string, StoredWaiver>();
    earlier.forEach((record, index) => {
      try {
        const waiver = this.#read(record, now);
        waivers.set(waiver.id, waiver);
      } catch (error) {
        problems.push(`waivers[${index}]: ${(error as Error).message}`);
      }
    });

    const taken = await this.#knex.transaction(async trx => {
      const ids = await this.#store.insertUnknown(trx, [...waivers.values()]);
      const added = [...waivers.values()].filter(({ id }) => ids.has(id));
      await this.#audit.append(
        trx,
        ...added.map(({ id, subjectRef, ruleSet, rule, reason, until }) => ({
          by,
          action: 'waiver-taken-in',
          subjectRef,
          after: { id, ruleSet, rule, reason, until, state: 'approved' },
        })),
      );
      return added;
    });
    await this.#reevaluation.mark([
      ...new Set(taken.map(({ subjectRef }) => subjectRef)),
    ]);
    return {
      taken: taken.length,
      known: waivers.size - taken.length,
      problems,
    };
  }

  #read(record: EarlierWaiver, now: string): StoredWaiver {
    const { ruleSet, rule, reason } = record;
    const subjectRef = readRef('entityRef', record.entityRef, 'DataProduct');
    const askedBy = readRef('askedBy', record.askedBy, 'User');
    const decidedBy = readRef('approvedBy', record.approvedBy, 'User');
    const until = String(record.until).slice(0, 10);
    if (!(Date.parse(until) > 0)) {
      throw new Error(`until: “${record.until}” is no day, such as 2026-12-31`);
    }
    if (!reason?.trim()) {
      throw new Error('reason: it is missing');
    }
    if (askedBy === decidedBy) {
      throw new Error(`approvedBy: ${askedBy} has asked for it as well`);
    }
    if (!findRule(this.#ruleSets, { subjectRef, ruleSet, rule })) {
      throw new Error(
        `rule: there is no rule “${rule}” of ${ruleSet} about ${subjectRef}`,
      );
    }
    return {
      id: idOf([subjectRef, ruleSet, rule, until, askedBy, decidedBy], until),
      subjectRef,
      ruleSet,
      rule,
      reason: reason.trim(),
      until,
      state: 'approved',
      askedBy,
      askedAt: now,
      decidedBy,
      decidedAt: now,
      version: 1,
    };
  }
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID that is the same whenever the same record is brought. */
function idOf(parts: readonly string[], until: string): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  const random = [...digest.subarray(0, 16)].map(byte => CROCKFORD[byte % 32]);
  return encodeTime(Date.parse(until), 10) + random.join('');
}

function readRef(field: string, ref: string, defaultKind: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref, { defaultKind }));
  } catch {
    throw new Error(`${field}: “${ref}” is no entity ref`);
  }
}
