import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  RuleSetList,
  ruleSetManagePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { EvidenceReader } from '../evidence/EvidenceReader';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { describeRuleSet } from './describeRuleSet';
import { RuleSets } from './RuleSets';

/** Shows the rule sets in force, and loads them anew. */
export class RuleSetsService {
  readonly #ruleSets: RuleSets;
  readonly #evidence: Pick<EvidenceReader, 'getDelivered'>;
  readonly #visibility: Pick<VisibilityResolver, 'may' | 'require'>;
  readonly #now: () => Date;

  constructor(options: {
    ruleSets: RuleSets;
    evidence: Pick<EvidenceReader, 'getDelivered'>;
    visibility: Pick<VisibilityResolver, 'may' | 'require'>;
    now?: () => Date;
  }) {
    this.#ruleSets = options.ruleSets;
    this.#evidence = options.evidence;
    this.#visibility = options.visibility;
    this.#now = options.now ?? (() => new Date());
  }

  /** What is wrong with newer texts is for those who can set it right. */
  async list(credentials: BackstageCredentials): Promise<RuleSetList> {
    const [delivered, mayManage] = await Promise.all([
      this.#evidence.getDelivered(),
      this.#visibility.may(ruleSetManagePermission, credentials),
    ]);
    const day = this.#now().toISOString().slice(0, 10);
    return {
      items: [...this.#ruleSets.current().values()].map(state => ({
        ...describeRuleSet(state, day, delivered),
        ...(!mayManage && { problems: [] }),
      })),
    };
  }

  /**
   * @returns the ids of sets that were exchanged
   *
   * @throws NotAllowedError when the caller may not manage rule sets
   */
  async reload(credentials: BackstageCredentials): Promise<string[]> {
    await this.#visibility.require(ruleSetManagePermission, credentials);
    return this.#ruleSets.reload();
  }
}
