import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { WaiverRecord } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDecideWaiver } from '../api';
import { CatalogLink } from '../components/CatalogLink';
import { dateWords } from '../components/dateWords';
import { SendError } from '../components/SendError';
import { useDataMeshTranslation } from '../translation';
import { useRowStyles } from './useRowStyles';

/** An exception of something that one answers for, and where it stands. */
export function ExceptionRow(props: {
  waiver: WaiverRecord;
  onDone: (said: string) => void;
}) {
  const { waiver, onDone } = props;
  const { id, version, entity, state, may, askedBy, decidedBy } = waiver;
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  const { send, isSending, error } = useDecideWaiver();
  const until = dateWords(waiver.until);

  const stand =
    state === 'asked'
      ? [
          t('myWork.exception.asked', { person: askedBy.title }),
          t('myWork.exception.until', { until }),
        ]
      : [
          t('myWork.exception.held', { until }),
          ...(decidedBy
            ? [t('myWork.exception.approved', { person: decidedBy.title })]
            : []),
        ];
  const revoke = () =>
    send({ id, version, decision: 'revoke' })
      .then(() =>
        onDone(t('myWork.exception.revoked', { entity: entity.title })),
      )
      // Told below by `error`.
      .catch(() => {});

  return (
    <li className={classes.row}>
      <div>
        <Typography component="div">
          {t('myWork.approve.what', {
            entity: (
              <CatalogLink key="entity" to={entity} className={classes.link} />
            ),
            rule: waiver.title ?? waiver.code ?? waiver.rule,
          })}
        </Typography>
        <Typography variant="body2" className={classes.quiet}>
          {stand.join(' · ')}
        </Typography>
      </div>
      {may.includes('revoke') && (
        <div className={classes.actions}>
          <Button
            size="small"
            disabled={isSending}
            aria-label={t('myWork.exception.named', { entity: entity.title })}
            onClick={revoke}
          >
            {t('myWork.exception.revoke')}
          </Button>
        </div>
      )}
      {error && <SendError error={error} />}
    </li>
  );
}
