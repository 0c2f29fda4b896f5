import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EntityLink,
  isErasedPerson,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

/**
 * The title of a catalog entity, linked to its page when there is one. Takes
 * what our backend already told; the catalog is not asked again per link.
 */
export function CatalogLink(props: {
  to: EntityLink;
  children?: ReactNode;
  className?: string;
}) {
  const { to, children = props.to.title, className } = props;
  const entityRefLink = useEntityRefLink();
  const { t } = useDataMeshTranslation();

  // The title of an erased person tells already that there is nobody to find.
  if (isErasedPerson(to.ref)) {
    return <span className={className}>{children}</span>;
  }
  if (!to.exists) {
    return (
      <span className={className}>
        {children} ({t('components.notInCatalog')})
      </span>
    );
  }
  return (
    <Link to={entityRefLink(to.ref)} className={className}>
      {children}
    </Link>
  );
}
