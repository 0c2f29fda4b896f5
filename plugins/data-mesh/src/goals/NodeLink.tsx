import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useGoalsLink } from './useGoalsLink';

/** The title of a node, linked to its place in the Goals tab if there is one. */
export function NodeLink(props: {
  node: Pick<TreeNode, 'id' | 'title'>;
  children?: ReactNode;
}) {
  const { node, children = node.title } = props;
  const to = useGoalsLink()({ node: node.id });
  return to ? (
    // Not by colour alone: it stands amid other text
    <Link to={to} underline="always">
      {children}
    </Link>
  ) : (
    <span>{children}</span>
  );
}
