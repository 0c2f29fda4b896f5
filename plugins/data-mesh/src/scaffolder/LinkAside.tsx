import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** A link to an entity that leaves the form, and what is in it, where it is. */
export function LinkAside(props: { to: string; title: string }) {
  const entityRefLink = useEntityRefLink();
  return (
    <Link to={entityRefLink(props.to)} target="_blank" underline="always">
      {props.title}
    </Link>
  );
}
