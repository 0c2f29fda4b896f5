import { useEntity } from '@backstage/plugin-catalog-react';
import { CatalogLink } from '../../components/CatalogLink';
import { SafeLink } from '../../components/SafeLink';
import { safeUrl } from '../../components/safeUrl';
import { linkTo } from './entityLinks';

/** Terms of a glossary: addresses, entities of the catalog, or plain words. */
export function Terms(props: { terms: readonly string[] }) {
  const { entity } = useEntity();
  return (
    <>
      {props.terms.map((term, index) => {
        // Only a written kind tells a reference from a plain word.
        const link =
          !safeUrl(term) && term.includes(':')
            ? linkTo(term, entity)
            : undefined;
        return (
          <div key={index}>
            {link ? <CatalogLink to={link} /> : <SafeLink url={term} />}
          </div>
        );
      })}
    </>
  );
}
