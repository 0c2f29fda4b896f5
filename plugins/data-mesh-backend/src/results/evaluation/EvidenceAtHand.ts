import {
  evidenceByAuthor,
  EvidenceRecord,
  PickedEvidence,
  pickEvidence,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { GrantedWaiver } from '../../waivers/WaiverReader';

/** What was said of some subjects, and what is set aside for them. */
export class EvidenceAtHand {
  readonly #records: ReadonlyMap<string, readonly EvidenceRecord[]>;
  readonly #annotations: ReadonlyMap<string, readonly EvidenceRecord[]>;
  readonly #waivers: ReadonlyMap<string, readonly GrantedWaiver[]>;
  readonly #today: string;

  constructor(options: {
    records: ReadonlyMap<string, readonly EvidenceRecord[]>;
    /** What annotations of entities say. */
    annotations: ReadonlyMap<string, readonly EvidenceRecord[]>;
    waivers: ReadonlyMap<string, readonly GrantedWaiver[]>;
    today: string;
  }) {
    this.#records = options.records;
    this.#annotations = options.annotations;
    this.#waivers = options.waivers;
    this.#today = options.today;
  }

  pick(ref: string | undefined): PickedEvidence {
    return pickEvidence(this.recordsOf(ref), this.#today);
  }

  byAuthor(key: string, ref: string): EvidenceRecord[] {
    return evidenceByAuthor(key, this.recordsOf(ref), this.#today);
  }

  waiversOf(ref: string): readonly GrantedWaiver[] {
    return this.#waivers.get(ref) ?? [];
  }

  recordsOf(ref: string | undefined): readonly EvidenceRecord[] {
    return ref === undefined
      ? []
      : [
          ...(this.#records.get(ref) ?? []),
          ...(this.#annotations.get(ref) ?? []),
        ];
  }
}
