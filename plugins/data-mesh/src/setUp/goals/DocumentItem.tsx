import Typography from '@material-ui/core/Typography';
import { ValueTreeDocumentStatus } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../components/Fold';
import { SafeLink } from '../../components/SafeLink';
import { useDataMeshTranslation } from '../../translation';
import { useTimeWords } from '../useTimeWords';
import { PlanLists } from './PlanLists';
import { Problems } from './Problems';
import { useDocumentStyles } from './useDocumentStyles';

/** A document: where it is from, what it is to the tree, and how it stands. */
export function DocumentItem(props: { document: ValueTreeDocumentStatus }) {
  const { id, mode, target, isConfigured, problems, plan, ...times } =
    props.document;
  const { t } = useDataMeshTranslation();
  const classes = useDocumentStyles();
  const { ago } = useTimeWords();
  return (
    <>
      <Typography variant="subtitle1" component="h3">
        {id}
      </Typography>
      {target && target !== id && (
        <Typography variant="body2">
          {t('setUp.documents.from', {
            target: (
              <SafeLink key="target" url={target}>
                {target}
              </SafeLink>
            ),
          })}
        </Typography>
      )}
      <Typography variant="body2" className={classes.quiet}>
        {[
          t(`setUp.documents.mode.${mode}`),
          times.appliedAt
            ? t('setUp.documents.applied', { ago: ago(times.appliedAt) })
            : t('setUp.documents.notApplied'),
          times.triedAt
            ? t('setUp.documents.tried', { ago: ago(times.triedAt) })
            : t('setUp.documents.notTried'),
        ].join(' · ')}
      </Typography>
      {!isConfigured && (
        <Typography variant="body2">{t('setUp.documents.released')}</Typography>
      )}
      <Problems problems={problems}>
        {t(
          times.appliedAt
            ? 'setUp.documents.stays'
            : 'setUp.documents.notTaken',
        )}
      </Problems>
      {plan && (
        <Fold label={t('setUp.documents.lastPlan', { summary: plan.summary })}>
          <PlanLists plan={plan} />
        </Fold>
      )}
    </>
  );
}
