import { ValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import { GoalsView } from '../view';
import { AddNodeDialog } from './AddNodeDialog';
import { LinkProductDialog } from './LinkProductDialog';
import { kindsToAdd } from './parents';

/** The form that the address asks for, for those who may fill it in. */
export function AddressedForm(props: {
  tree: ValueTree;
  view: GoalsView;
  onChange: (to: Partial<GoalsView>) => void;
}) {
  const { tree, view, onChange } = props;
  if (view.add && kindsToAdd(tree).includes(view.add)) {
    return (
      <AddNodeDialog
        kind={view.add}
        domain={view.add === 'goal' ? view.domains[0] : undefined}
        onClose={added =>
          onChange({
            add: undefined,
            ...(added && { node: added.node.id }),
          })
        }
      />
    );
  }
  return view.product ? (
    <LinkProductDialog
      productRef={view.product}
      onClose={node => onChange({ product: undefined, ...(node && { node }) })}
    />
  ) : null;
}
