import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  EarlierEvidence,
  EarlierWaiver,
  RecordsToBeginWith,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { AuditLog } from '../audit/AuditLog';
import { inParts } from '../lists';
import { EvidenceIntake } from './EvidenceIntake';

const WAYS = ['portal', 'push', 'collector'] as const;
const ITEMS_AT_ONCE = 5000;
const MOST_TOLD = 20;

/** Takes in waivers that are not known yet, each by itself. */
export type TakeInWaivers = (
  earlier: readonly EarlierWaiver[],
  by: string,
) => Promise<{ problems: readonly string[] }>;

/**
 * Takes in what an organisation brings along. What is known already stays as
 * it is, so that nothing is lost when it is brought once more.
 */
export class RecordsIntake {
  readonly #intake: EvidenceIntake;
  readonly #takeInWaivers: TakeInWaivers;
  readonly #audit: AuditLog;
  readonly #logger: LoggerService;

  constructor(options: {
    intake: EvidenceIntake;
    takeInWaivers: TakeInWaivers;
    audit: AuditLog;
    logger: LoggerService;
  }) {
    this.#intake = options.intake;
    this.#takeInWaivers = options.takeInWaivers;
    this.#audit = options.audit;
    this.#logger = options.logger;
  }

  /** Records that cannot be read or taken in hold up no others. */
  async takeIn(all: readonly RecordsToBeginWith[]): Promise<void> {
    for (const records of all) {
      try {
        const { evidence = [], waivers = [] } = await records.read();
        const problems = await this.#takeInEvidence(evidence, records.id);
        problems.push(
          ...(await this.#takeInWaivers(waivers, records.id)).problems,
        );
        if (problems.length > 0) {
          this.#logger.warn(
            `${problems.length} of the records “${
              records.id
            }” were not taken in: ${problems.slice(0, MOST_TOLD).join(' ')}`,
          );
        }
      } catch (error) {
        this.#logger.error(
          `The records “${records.id}” could not be read`,
          toError(error),
        );
      }
    }
  }

  /** Their entities need not be in the catalog yet. */
  async #takeInEvidence(
    evidence: readonly EarlierEvidence[],
    by: string,
  ): Promise<string[]> {
    const problems = evidence
      .filter(item => !WAYS.some(way => way === item?.way))
      .map(item => `${item?.entityRef}, ${item?.key}: way: ${item?.way}.`);
    for (const way of WAYS) {
      const items = evidence.filter(item => item?.way === way);
      for (const part of inParts(items, ITEMS_AT_ONCE)) {
        const outcomes = await this.#intake.takeIn(
          part.map(({ way: _, ...item }) => item),
          {
            way,
            onlyNew: true,
            alongside: async (trx, statuses) => {
              const stored = statuses.filter(one => one === 'stored').length;
              if (stored > 0) {
                const after = { way, stored };
                await this.#audit.append(trx, {
                  by,
                  action: 'evidence-taken-in',
                  after,
                });
              }
            },
          },
        );
        outcomes.forEach(({ status, problem }, at) => {
          if (status === 'refused') {
            const { entityRef, key } = part[at];
            problems.push(`${entityRef}, ${key}: ${problem}`);
          }
        });
      }
    }
    return problems;
  }
}
