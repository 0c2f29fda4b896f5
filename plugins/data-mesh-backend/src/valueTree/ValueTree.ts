import { BacklogHost } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { AuditLog } from '../audit/AuditLog';
import { Reevaluation } from '../results/Reevaluation';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { CheckInService } from './checkIns/CheckInService';
import { LinkService } from './links/LinkService';
import { MeasureService } from './measures/MeasureService';
import { NodeAccess } from './nodes/NodeAccess';
import { NodeMoves } from './nodes/NodeMoves';
import { NodeService } from './nodes/NodeService';
import { NodeStates } from './nodes/NodeStates';
import { TreeMarks } from './nodes/TreeMarks';
import { TreeParts } from './nodes/TreeParts';
import { TreeRecords } from './nodes/TreeRecords';
import { NodeRights } from './rights/NodeRights';
import { ValueTreeViews } from './views/ValueTreeViews';

/** The value tree: what is shown of it, and all that writes to it. */
export class ValueTree {
  readonly views: ValueTreeViews;
  readonly nodes: NodeService;
  readonly moves: NodeMoves;
  readonly states: NodeStates;
  readonly measures: MeasureService;
  readonly checkIns: CheckInService;
  readonly links: LinkService;
  /** For what writes to the tree in bulk. */
  readonly parts: TreeParts;

  constructor(options: {
    knex: Knex;
    rights: Pick<NodeRights, 'forCaller'>;
    visibility: Pick<VisibilityResolver, 'resolve'>;
    views: ValueTreeViews;
    audit: AuditLog;
    reevaluation: Pick<Reevaluation, 'mark'>;
    /** Of backlogs that are known. */
    hosts?: readonly BacklogHost[];
    /** There is a new link to an item of a backlog. */
    onItemLinked?: () => void;
    now?: () => Date;
  }) {
    const { knex, views, audit, now = () => new Date() } = options;
    this.views = views;
    this.parts = {
      knex,
      views,
      access: new NodeAccess(options),
      records: new TreeRecords({ audit, now }),
      marks: new TreeMarks(options),
      now,
      nextId: monotonicFactory(),
    };
    this.nodes = new NodeService(this.parts);
    this.moves = new NodeMoves(this.parts);
    this.states = new NodeStates(this.parts);
    this.measures = new MeasureService(this.parts);
    this.checkIns = new CheckInService({ ...this.parts, audit });
    const { hosts, onItemLinked } = options;
    this.links = new LinkService({ ...this.parts, audit, hosts, onItemLinked });
  }
}
