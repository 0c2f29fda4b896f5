import { parseEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  EntityEvidence,
  EvidenceSources,
  KnownEvidence,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  evidenceByAuthor,
  EvidenceDeclaration,
  evidenceKeys,
  EvidenceRecord,
  findEvidenceKey,
  pickEvidence,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { EvidenceSource } from '@backstage-data-mesh/plugin-data-mesh-node';
import { durationToMilliseconds } from '@backstage/types';
import { Knex } from 'knex';
import { NameEntity, nameEntities } from '../visibility/links';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import { annotationEvidence } from './annotationEvidence';
import { EvidenceStore } from './EvidenceStore';
import { KnownWord } from './foldEvidence';
import { Questions } from './Questions';
import { SourceStates } from './SourceStates';

const MOST_SOURCES = 20;
const DAY = 24 * 60 * 60 * 1000;
/** Whatever holds for longer holds for ever. */
const FOR_EVER_DAYS = 1_000_000;

/** Shows what is known, and where it is from. */
export class EvidenceViews {
  readonly #knex: Knex;
  readonly #store: EvidenceStore;
  readonly #questions: Questions;
  readonly #states: SourceStates;
  readonly #sources: readonly EvidenceSource[];
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    store: EvidenceStore;
    questions: Questions;
    states: SourceStates;
    sources: readonly EvidenceSource[];
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#questions = options.questions;
    this.#states = options.states;
    this.#sources = options.sources;
    this.#now = options.now ?? (() => new Date());
  }

  /** @throws NotFoundError when there is none that the caller may see */
  async getEvidence(
    ref: string,
    visibility: Visibility,
  ): Promise<EntityEvidence> {
    const subject = await this.#knex('subjects')
      .first('facts')
      .where({ ref })
      .whereNull('gone_at');
    if (!subject || (visibility !== 'all' && !visibility.has(ref))) {
      throw new NotFoundError(`There is no ${ref}`);
    }
    const today = this.#now().toISOString().slice(0, 10);
    const { current, earlier } = await this.#store.getWords(ref);
    const { kind } = parseEntityRef(ref);
    const annotations = annotationEvidence(
      kind,
      JSON.parse(subject.facts ?? '{}').annotations,
    );
    const records: (EvidenceRecord & Partial<KnownWord>)[] = [
      ...current,
      ...annotations.records,
    ];
    const counting = countingOf(records, today);
    const name = await nameEntities(
      this.#knex,
      [...current, ...earlier].map(({ source }) => personIn(source)),
      visibility,
    );
    const show = (record: EvidenceRecord & Partial<KnownWord>) =>
      this.#show(kind, record, name);
    return {
      items: records.map(record => {
        const shown = show(record);
        return {
          ...shown,
          holds: shown.holdsUntil === undefined || shown.holdsUntil >= today,
          counts: counting.has(record),
        };
      }),
      history: earlier.map(show),
      ...(annotations.problems.length > 0 && {
        problems: annotations.problems,
      }),
    };
  }

  /** @param detailed - whether the caller may read what was wrong */
  async getSources(
    visibility: Visibility,
    detailed: boolean,
  ): Promise<EvidenceSources> {
    const states = await this.#states.getAll();
    return {
      sources: this.#sources.map(({ id, title, every }) => {
        const { problems = [], ...state } = states.get(id) ?? {};
        return {
          id,
          title,
          everySeconds: Math.round(durationToMilliseconds(every) / 1000),
          ...state,
          problems: detailed ? problems : [],
        };
      }),
      keys: await this.#keys(visibility),
    };
  }

  async #keys(visibility: Visibility): Promise<EvidenceSources['keys']> {
    const seen = () =>
      withVisible(this.#knex, this.#knex('evidence'), visibility).whereRaw(
        isVisible(visibility, 'entity_ref'),
      );
    const counts: { key: string; entities: unknown; received: string }[] =
      await seen()
        .select('key')
        .countDistinct({ entities: 'entity_ref' })
        .max({ received: 'received_at' })
        .groupBy('key');
    const named: { key: string; source: string }[] = await seen()
      .distinct('key', 'source')
      .whereNot({ way: 'portal' })
      .orderBy(['key', 'source']);
    const byKey = new Map(counts.map(row => [row.key, row]));
    return Object.entries<EvidenceDeclaration>(evidenceKeys).map(
      ([key, { title, subject, description, validDays }]) => ({
        key,
        title,
        subject,
        description,
        validDays,
        entities: Number(byKey.get(key)?.entities ?? 0),
        receivedAt: byKey.get(key)?.received,
        sources: named
          .filter(row => row.key === key)
          .map(({ source }) => source)
          .slice(0, MOST_SOURCES),
      }),
    );
  }

  #show(
    kind: string,
    record: EvidenceRecord & Partial<KnownWord>,
    name: NameEntity,
  ): Omit<KnownEvidence, 'holds' | 'counts'> {
    const { key, value, observedAt, source, way, since, note, link } = record;
    const question = this.#questions
      .all()
      .find(one => one.key === key && one.kind === kind);
    const person = personIn(source);
    return {
      key,
      title: question?.title ?? findEvidenceKey(key)?.title ?? key,
      value,
      since: since ?? observedAt,
      observedAt,
      holdsUntil: lastDayOf(record, [
        findEvidenceKey(key)?.validDays,
        question?.days,
      ]),
      way,
      // Who a hidden person is, is hidden.
      source: person && !name(person) ? 'a person' : source,
      by: name(person),
      note,
      link,
    };
  }
}

/** The records that rules read: one of each key, or one of each author. */
function countingOf(
  records: readonly EvidenceRecord[],
  today: string,
): Set<EvidenceRecord> {
  const picked = Object.values(pickEvidence(records, today));
  return new Set(
    picked.flatMap(record =>
      findEvidenceKey(record.key)?.perAuthor
        ? evidenceByAuthor(record.key, records, today)
        : record,
    ),
  );
}

function personIn(source: string): string | undefined {
  return source.startsWith('user:') ? source : undefined;
}

function lastDayOf(
  { observedAt, expiresAt }: EvidenceRecord,
  limits: readonly (number | undefined)[],
): string | undefined {
  const days = limits.flatMap(limit =>
    limit !== undefined && limit < FOR_EVER_DAYS ? limit : [],
  );
  const ends = days.map(limit =>
    new Date(Date.parse(observedAt) + limit * DAY).toISOString(),
  );
  return [...ends, ...(expiresAt ? [expiresAt] : [])].sort()[0]?.slice(0, 10);
}
