import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CheckInList,
  CheckInResponse,
  CheckInsQuery,
  Measure,
  NodeHistory,
  NodeHistoryQuery,
  ValueNode,
  ValueTree,
  ValueTreeQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { KeptTree } from '../store/KeptTree';
import { HistoryView } from './HistoryView';
import { MeasureViews } from './MeasureViews';
import { NodeView } from './NodeView';
import { ViewParts } from './readTree';
import { TreeView } from './TreeView';

/**
 * What is shown of the value tree, each as the caller may see it. All of it
 * takes a number of statements that does not grow with the tree.
 */
export class ValueTreeViews {
  readonly #tree: TreeView;
  readonly #node: NodeView;
  readonly #measures: MeasureViews;
  readonly #history: HistoryView;

  constructor(options: Omit<ViewParts, 'now' | 'kept'> & Partial<ViewParts>) {
    const { kept = new KeptTree(options.knex), now = () => new Date() } =
      options;
    const parts = { ...options, kept, now };
    this.#tree = new TreeView(parts);
    this.#node = new NodeView(parts);
    this.#measures = new MeasureViews(parts);
    this.#history = new HistoryView(parts);
  }

  /**
   * A part of the tree, with all above it and how measures stand today.
   *
   * @throws NotFoundError when there is no such root that one may see
   * @throws InputError when a ref is none
   */
  async getTree(
    query: ValueTreeQuery,
    credentials: BackstageCredentials,
  ): Promise<ValueTree> {
    return this.#tree.getTree(query, credentials);
  }

  /** @throws NotFoundError when there is no such node that one may see */
  async getNode(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ValueNode> {
    return this.#node.getNode(id, credentials);
  }

  /** @throws NotFoundError when there is no such measure that one may see */
  async getMeasure(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<Measure> {
    return this.#measures.getMeasure(id, credentials);
  }

  /**
   * A check-in with its measure as it stands, for whom has told of it: services
   * need not be allowed to read.
   *
   * @throws NotFoundError when there is no such check-in that one may see
   */
  async getCheckedIn(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<CheckInResponse> {
    return this.#measures.getCheckedIn(id, credentials);
  }

  /**
   * The readings of a measure, also superseded ones, the newest first.
   *
   * @throws NotFoundError when there is no such measure that one may see
   * @throws InputError when the cursor is none of this list
   */
  async getCheckIns(
    measureId: string,
    query: CheckInsQuery,
    credentials: BackstageCredentials,
  ): Promise<CheckInList> {
    return this.#measures.getCheckIns(measureId, query, credentials);
  }

  /**
   * What a node and its measures said, the newest first; of one day the node
   * first. Nodes that were deleted still have one.
   *
   * @throws NotFoundError when there was no such node that one may see
   * @throws InputError when the cursor is none of this list
   */
  async getHistory(
    nodeId: string,
    query: NodeHistoryQuery,
    credentials: BackstageCredentials,
  ): Promise<NodeHistory> {
    return this.#history.getHistory(nodeId, query, credentials);
  }
}
