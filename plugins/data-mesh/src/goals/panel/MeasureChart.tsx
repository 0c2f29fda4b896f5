import { lazy, Suspense, useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../components/Fold';
import { useDataMeshTranslation } from '../../translation';
import { chartOf, readingsOf } from './chartPoints';
import { MeasureTable } from './MeasureTable';

// With the chart comes a library that pages without one need not carry.
const MeasureLines = lazy(() =>
  import('./MeasureLines').then(m => ({ default: m.MeasureLines })),
);

const line = {
  display: 'inline-block',
  width: 20,
  verticalAlign: 'middle',
};

const useStyles = makeStyles(theme => ({
  legend: {
    ...theme.typography.caption,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    color: theme.palette.text.secondary,
  },
  read: { ...line, borderTop: `2px solid ${theme.palette.primary.main}` },
  expected: {
    ...line,
    borderTop: `2px dashed ${theme.palette.text.secondary}`,
  },
  target: { ...line, borderTop: `2px dotted ${theme.palette.text.primary}` },
  range: {
    ...line,
    height: 10,
    border: `1px solid ${theme.palette.text.secondary}`,
  },
}));

/**
 * A measure over time: what was read, where it was to be by then and in the
 * end; all of it as a table, too.
 */
export function MeasureChart(props: {
  measure: ValueNode['measures'][number];
}) {
  const { measure } = props;
  const { checkIns } = measure;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const chart = useMemo(() => chartOf(measure, checkIns), [measure, checkIns]);
  const hasExpected = chart.points.some(
    ({ expected }) => expected !== undefined,
  );
  return (
    <>
      {chart.points.length > 1 && (
        <div aria-hidden>
          <Suspense fallback={<Skeleton variant="rect" height={220} />}>
            <MeasureLines chart={chart} />
          </Suspense>
          <div className={classes.legend}>
            <span>
              <span className={classes.read} /> {t('goals.chart.read')}
            </span>
            {hasExpected && (
              <span>
                <span className={classes.expected} />{' '}
                {t('goals.chart.expected')}
              </span>
            )}
            {chart.target !== undefined && (
              <span>
                <span className={classes.target} /> {t('goals.chart.target')}
              </span>
            )}
            {chart.range && (
              <span>
                <span className={classes.range} /> {t('goals.chart.range')}
              </span>
            )}
          </div>
        </div>
      )}
      <Fold
        label={t('goals.chart.table', { count: readingsOf(checkIns).length })}
      >
        <MeasureTable measure={measure} />
      </Fold>
    </>
  );
}
