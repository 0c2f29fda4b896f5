import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  CheckIn,
  CheckInList,
  CheckInResponse,
  CheckInsQuery,
  Measure,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { readPlace, writePlace } from '../../resultViews/pageCursor';
import { nameEntities } from '../../visibility/links';
import { CheckInStore, StoredCheckIn } from '../store/CheckInStore';
import { MeasureStore, StoredMeasure } from '../store/MeasureStore';
import { StoredNode } from '../store/NodeStore';
import { describeCheckIn } from './describeCheckIn';
import { describeMeasure } from './describeMeasure';
import { readNodes, ViewParts } from './readTree';
import { isPerson, personOf, Viewer } from './Viewer';

const DEFAULT_LIMIT = 20;

type Found = { measure: StoredMeasure; node: StoredNode; viewer: Viewer };

/** Shows measures and what was read of them. */
export class MeasureViews {
  readonly #parts: ViewParts;
  readonly #measures: MeasureStore;
  readonly #checkIns: CheckInStore;

  constructor(parts: ViewParts) {
    this.#parts = parts;
    this.#measures = new MeasureStore(parts.knex);
    this.#checkIns = new CheckInStore(parts.knex);
  }

  async getMeasure(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<Measure> {
    return this.#describeMeasure(await this.#find(id, credentials));
  }

  async getCheckedIn(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<CheckInResponse> {
    const checkIn = await this.#checkIns.find(id);
    if (!checkIn) {
      throw new NotFoundError(`There is no check-in “${id}”.`);
    }
    const found = await this.#findForTeller(checkIn.measureId, credentials);
    const [described] = await this.#describe([checkIn], found.viewer);
    return { checkIn: described, measure: await this.#describeMeasure(found) };
  }

  async getCheckIns(
    measureId: string,
    { cursor, limit = DEFAULT_LIMIT }: CheckInsQuery,
    credentials: BackstageCredentials,
  ): Promise<CheckInList> {
    const { viewer } = await this.#find(measureId, credentials);
    const [date, id] = cursor ? readPlace(cursor, { measureId }, 2) : [];
    const { checkIns, total } = await this.#checkIns.page(measureId, {
      after: cursor ? { date, id } : undefined,
      // One more tells whether there is a next page.
      limit: limit + 1,
    });
    const shown = checkIns.slice(0, limit);
    const last = shown[shown.length - 1];
    return {
      items: await this.#describe(shown, viewer),
      total,
      ...(checkIns.length > shown.length && {
        nextCursor: writePlace([last.date, last.id], { measureId }),
      }),
    };
  }

  /**
   * A service that may report measures and do nothing else is shown what it
   * has reported, too; it is told of no entities.
   */
  async #findForTeller(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<Found> {
    if (isPerson(credentials)) {
      return this.#find(id, credentials);
    }
    const { viewer, ...found } = await this.#find(id, credentials, {
      ...this.#parts,
      visibility: { resolve: async () => 'all' },
    });
    return { ...found, viewer: { ...viewer, visibility: new Set() } };
  }

  async #find(
    id: string,
    credentials: BackstageCredentials,
    parts: ViewParts = this.#parts,
  ): Promise<Found> {
    const { seen, viewer } = await readNodes(parts, credentials);
    const measure = await this.#measures.find(id);
    const node = seen.find(one => one.id === measure?.nodeId);
    if (!measure || !node) {
      throw new NotFoundError(
        `There is no measure “${id}”. It may have been deleted.`,
      );
    }
    return { measure, node, viewer };
  }

  async #describeMeasure({ measure, node, viewer }: Found): Promise<Measure> {
    const name = await nameEntities(
      this.#parts.knex,
      [measure.fields.owner],
      viewer.visibility,
    );
    return describeMeasure(measure, node, viewer, name);
  }

  async #describe(
    checkIns: readonly StoredCheckIn[],
    { visibility }: Viewer,
  ): Promise<CheckIn[]> {
    const name = await nameEntities(
      this.#parts.knex,
      checkIns.map(({ by }) => personOf(by)),
      visibility,
    );
    return checkIns.map(checkIn => describeCheckIn(checkIn, name));
  }
}
