import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton } from '@backstage/core-components';
import { ProductDetail } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../../translation';
import { useChecks } from './checks';
import { isDay } from './handOverQuery';

const useStyles = makeStyles(theme => ({
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
  list: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(2.5) },
}));

/** What both teams go through, by when; to be copied into a ticket. */
export function Prepare(props: {
  product: ProductDetail;
  to: string;
  on: string;
  onDate: (day: string) => void;
}) {
  const { product, to, on, onDate } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = useId();
  const checks = useChecks({ product, to, on });
  const note = [
    `## ${t('handOver.title', { product: product.title })}`,
    '',
    ...checks.map(check => `- [ ] ${check}`),
    '',
    window.location.href,
  ].join('\n');

  return (
    <section aria-labelledby={`${id}-prepare`}>
      <div className={classes.heading}>
        <Typography id={`${id}-prepare`} variant="h6" component="h3">
          {t('handOver.prepare')}
        </Typography>
        <CopyTextButton
          text={note}
          aria-label={t('handOver.copyList')}
          tooltipText={t('handOver.copyList')}
          variant="tertiary"
        />
      </div>
      <TextField
        id={`${id}-on`}
        type="date"
        variant="outlined"
        margin="dense"
        label={t('handOver.on')}
        InputLabelProps={{ shrink: true }}
        value={on}
        onChange={({ target: { value } }) => isDay(value) && onDate(value)}
      />
      <ul className={classes.list}>
        {checks.map(check => (
          <Typography key={check} variant="body2" component="li">
            {check}
          </Typography>
        ))}
      </ul>
    </section>
  );
}
