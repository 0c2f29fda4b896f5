import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { useDataMeshTranslation } from '../../translation';

/** The owner, and whether there is anybody behind the name. */
export function OwnerWords(props: {
  owner: EntityLink | undefined;
  /** Absent when nobody counted them. */
  members: number | undefined;
}) {
  const { owner, members } = props;
  const { t } = useDataMeshTranslation();
  if (!owner) {
    return <>{t('product.ownership.noOwner')}</>;
  }
  return (
    <>
      <CatalogLink to={owner} />
      {owner.exists && owner.ref.startsWith('user:') && (
        <> ({t('product.ownership.person')})</>
      )}
      {owner.exists && owner.ref.startsWith('group:') && members === 0 && (
        <> ({t('product.ownership.nobodyIn')})</>
      )}
      {owner.exists && Boolean(members) && (
        <> ({t('product.ownership.people', { count: members ?? 0 })})</>
      )}
    </>
  );
}
