import { createContext, ReactNode, useContext, useState } from 'react';
import {
  Measure,
  NodeKind,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { AddNodeDialog } from './AddNodeDialog';
import { DecideDialog, ReviewAround } from './DecideDialog';
import { DeleteMeasureDialog, DeleteNodeDialog } from './DeleteDialogs';
import { EditNodeDialog } from './EditNodeDialog';
import { LinkBacklogDialog } from './LinkBacklogDialog';
import { LinkEntityDialog } from './LinkEntityDialog';
import { AddMeasureDialog, EditMeasureDialog } from './MeasureDialog';
import { MoveDialog } from './MoveDialog';
import { StateDialog } from './StateDialog';

/** A dialog about the value tree. */
export type GoalDialog =
  | { act: 'add'; kind: NodeKind; parentId?: string; domain?: string }
  | {
      act:
        | 'edit'
        | 'state'
        | 'decide'
        | 'move'
        | 'delete'
        | 'link-product'
        | 'link-component'
        | 'link-backlog'
        | 'add-measure';
      node: ValueNode;
    }
  | { act: 'edit-measure' | 'delete-measure'; measure: Measure };

const GoalDialogContext = createContext<(dialog: GoalDialog) => void>(() => {});

/** Opens a dialog in the {@link GoalDialogs} around. */
export function useGoalDialogs(): (dialog: GoalDialog) => void {
  return useContext(GoalDialogContext);
}

/**
 * Holds the dialogs that are opened from the tree and its panel, which may be
 * another by the time a dialog is closed.
 */
export function GoalDialogs(props: {
  children: ReactNode;
  /** Opens the panel of a node that was added. */
  onAdded: (id: string) => void;
  /** Leaves the panel of a node that is gone. */
  onDeleted: () => void;
  /** The review in which is decided. */
  review?: ReviewAround;
}) {
  const { children, onAdded, onDeleted, review } = props;
  const [dialog, setDialog] = useState<GoalDialog>();
  return (
    <GoalDialogContext.Provider value={setDialog}>
      {children}
      {dialog && (
        <OneDialog
          dialog={dialog}
          review={review}
          onClose={() => setDialog(undefined)}
          onAdded={onAdded}
          onDeleted={onDeleted}
        />
      )}
    </GoalDialogContext.Provider>
  );
}

function OneDialog(props: {
  dialog: GoalDialog;
  review: ReviewAround | undefined;
  onClose: () => void;
  onAdded: (id: string) => void;
  onDeleted: () => void;
}) {
  const { dialog, review, onClose, onAdded, onDeleted } = props;
  switch (dialog.act) {
    case 'add':
      return (
        <AddNodeDialog
          kind={dialog.kind}
          parentId={dialog.parentId}
          domain={dialog.domain}
          onClose={added => {
            onClose();
            if (added) {
              onAdded(added.node.id);
            }
          }}
        />
      );
    case 'edit':
      return <EditNodeDialog node={dialog.node} onClose={onClose} />;
    case 'state':
      return <StateDialog node={dialog.node} onClose={onClose} />;
    case 'decide':
      return (
        <DecideDialog node={dialog.node} review={review} onClose={onClose} />
      );
    case 'move':
      return <MoveDialog node={dialog.node} onClose={onClose} />;
    case 'delete':
      return (
        <DeleteNodeDialog
          node={dialog.node}
          onClose={onClose}
          onDeleted={() => {
            onClose();
            onDeleted();
          }}
        />
      );
    case 'link-product':
    case 'link-component':
      return (
        <LinkEntityDialog
          node={dialog.node}
          kind={dialog.act === 'link-product' ? 'product' : 'component'}
          onClose={onClose}
        />
      );
    case 'link-backlog':
      return <LinkBacklogDialog node={dialog.node} onClose={onClose} />;
    case 'add-measure':
      return (
        <AddMeasureDialog
          node={dialog.node.node}
          isFirst={dialog.node.measures.length === 0}
          onClose={onClose}
        />
      );
    case 'edit-measure':
      return <EditMeasureDialog measure={dialog.measure} onClose={onClose} />;
    default:
      return <DeleteMeasureDialog measure={dialog.measure} onClose={onClose} />;
  }
}
