import Typography from '@material-ui/core/Typography';
import { Entity } from '@backstage/catalog-model';
import { stringify } from 'yaml';
import { CopyableText } from '../../components/CopyableText';
import { useDataMeshTranslation } from '../../translation';
import { CatalogFileLine } from '../CatalogFileLine';
import { domainAnnotation, domainPeople } from './domainPeople';

/** How the people of a domain are named. */
export function NamePeople({ entity }: { entity: Entity }) {
  const { t } = useDataMeshTranslation();
  const { domainOwner, dataLead } = domainPeople(entity);
  const annotations = {
    [domainAnnotation.domainOwner]: domainOwner?.ref ?? 'user:default/...',
    [domainAnnotation.dataLead]: dataLead?.ref ?? 'user:default/...',
  };
  return (
    <>
      <Typography variant="body2" gutterBottom>
        {t('domain.start.peopleText')}
      </Typography>
      <CopyableText
        text={stringify({ metadata: { annotations } }).trimEnd()}
        copyLabel={t('domain.start.copyPeople')}
      />
      <CatalogFileLine entity={entity} saysIfNone />
    </>
  );
}
