import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  checkCheckIn,
  CheckInRequest,
  CheckInResponse,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { AuditLog } from '../../audit/AuditLog';
import { OtherCheckInError } from '../nodes/stale';
import { CallerCredentials, nameOf, TreeParts } from '../nodes/TreeParts';
import { CheckInStore, StoredCheckIn } from '../store/CheckInStore';
import { MeasureStore, StoredMeasure } from '../store/MeasureStore';
import { NodeStore } from '../store/NodeStore';

/** What became of a reading: it is kept, was known, or another one holds. */
type Outcome = { is: 'new' | 'known' | 'other'; id: string };

/** Takes in readings of measures: from people, and from services. */
export class CheckInService {
  readonly #parts: TreeParts;
  readonly #audit: AuditLog;

  constructor(parts: TreeParts & { audit: AuditLog }) {
    this.#parts = parts;
    this.#audit = parts.audit;
  }

  /**
   * Keeps a reading, each once, however often and wherever it is told.
   *
   * @returns also whether it is new
   * @throws InputError when the day or the value cannot be
   * @throws NotFoundError when there is no such measure that one may see
   * @throws NotAllowedError when it is for others to report
   * @throws OtherCheckInError when another one is known for that day
   */
  async checkIn(
    measureId: string,
    request: CheckInRequest,
    credentials: CallerCredentials,
  ): Promise<{ isNew: boolean; response: CheckInResponse }> {
    const { knex, access, views, marks } = this.#parts;
    const caller = await access.ofReporter(credentials);
    const measure = await new MeasureStore(knex).find(measureId);
    const node = measure && caller.find(measure.nodeId);
    if (!node) {
      throw noMeasure(measureId);
    }
    caller.requireCheckIn(node, measure);

    const { is, id } = await knex.transaction(trx =>
      this.#keep(trx, measureId, request, nameOf(credentials)),
    );
    if (is === 'new') {
      await marks.mark([node.id]);
    }
    const response = await views.getCheckedIn(id, credentials);
    if (is === 'other') {
      throw new OtherCheckInError(response.checkIn);
    }
    return { isNew: is === 'new', response };
  }

  async #keep(
    trx: Knex,
    measureId: string,
    request: CheckInRequest,
    by: string,
  ): Promise<Outcome> {
    const { supersedes, ...reading } = request;
    const measures = new MeasureStore(trx);
    const checkIns = new CheckInStore(trx);
    const measure = await measures.lock(measureId);
    if (!measure) {
      throw noMeasure(measureId);
    }
    const now = this.#parts.now();
    const problem = checkCheckIn(
      measure.fields,
      reading,
      now.toISOString().slice(0, 10),
    );
    if (problem) {
      throw new InputError(`“${measure.fields.name}”: ${problem}.`);
    }
    const known = await checkIns.ofDay(measureId, reading.date);
    if (known && known.id !== supersedes) {
      return {
        is: known.value === reading.value ? 'known' : 'other',
        id: known.id,
      };
    }
    const checkIn: StoredCheckIn = {
      id: this.#parts.nextId(now.getTime()),
      measureId,
      ...reading,
      by,
      at: now.toISOString(),
    };
    if (supersedes !== undefined) {
      await supersede(checkIns, supersedes, checkIn);
    }
    if ((await checkIns.insert([checkIn])).size === 0) {
      throw new ConflictError(
        `Somebody else has told a value for ${reading.date} at the same moment. Look at it, then try again.`,
      );
    }
    const readings = await checkIns.recent(measureId);
    await measures.setReadings([{ id: measureId, readings }]);
    await this.#note(trx, measure, { checkIn, supersedes: supersedes ?? null });
    return { is: 'new', id: checkIn.id };
  }

  async #note(
    trx: Knex,
    measure: StoredMeasure,
    {
      checkIn,
      supersedes,
    }: { checkIn: StoredCheckIn; supersedes: string | null },
  ): Promise<void> {
    const node = await new NodeStore(trx).find(measure.nodeId);
    await this.#audit.append(trx, {
      by: checkIn.by,
      action: 'measure-checked-in',
      subjectRef: node?.fields.domain,
      before: supersedes ? { supersedes } : undefined,
      after: JSON.parse(JSON.stringify(checkIn)) as JsonObject,
    });
  }
}

/** @throws InputError when it is not there to be superseded */
async function supersede(
  checkIns: CheckInStore,
  id: string,
  by: StoredCheckIn,
): Promise<void> {
  const old = await checkIns.find(id);
  if (old?.measureId !== by.measureId) {
    throw new InputError(
      `supersedes: this measure has no check-in “${id}”. Leave it out for a day without one.`,
    );
  }
  if (!(await checkIns.supersede(id, by.id))) {
    throw new InputError(
      `supersedes: “${id}” was superseded before, by “${old.supersededBy}”.`,
    );
  }
}

function noMeasure(id: string): NotFoundError {
  return new NotFoundError(
    `There is no measure “${id}”. It may have been deleted.`,
  );
}
