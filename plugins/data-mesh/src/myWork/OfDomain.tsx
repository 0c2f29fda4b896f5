import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../components/CatalogLink';
import { useRowStyles } from './useRowStyles';

/** The domain of what stands before; nothing for what has none. */
export function OfDomain({ domain }: { domain?: EntityLink }) {
  const classes = useRowStyles();
  return domain ? (
    <>
      {' · '}
      <CatalogLink to={domain} className={classes.link} />
    </>
  ) : null;
}
