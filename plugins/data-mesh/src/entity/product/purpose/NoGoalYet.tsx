import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { DataProductEntityV1alpha1 } from '@backstage-data-mesh/plugin-data-mesh-common';
import { stringify } from 'yaml';
import { CopyableText } from '../../../components/CopyableText';
import { Fold } from '../../../components/Fold';
import { useGoalsLink } from '../../../goals/useGoalsLink';
import { useDataMeshTranslation } from '../../../translation';
import { CatalogFileLine } from '../../CatalogFileLine';

/** What is said of a product that serves no goal, and how it comes to one. */
export function NoGoalYet(props: {
  entity: DataProductEntityV1alpha1;
  product: string;
  /** Whether it is known that nothing that is made from it serves one. */
  isForNothing: boolean;
}) {
  const { entity, product, isForNothing } = props;
  const { t } = useDataMeshTranslation();
  const find = useGoalsLink()({ product });
  return (
    <>
      <Typography variant="body2" gutterBottom>
        {isForNothing
          ? `${t('purpose.none')} ${t('purpose.why')}`
          : t('purpose.noneItself')}
      </Typography>
      {find && (
        <Typography variant="body2" gutterBottom>
          <Link to={find}>{t('purpose.find')}</Link>
        </Typography>
      )}
      <Fold label={t('purpose.orFile')}>
        <Typography variant="body2" gutterBottom>
          {t('purpose.fileHelp')}
        </Typography>
        <CopyableText
          text={stringify({
            spec: { initiatives: ['id-of-the-initiative'] },
          }).trimEnd()}
          copyLabel={t('purpose.copyYaml')}
        />
        <CatalogFileLine entity={entity} />
      </Fold>
    </>
  );
}
