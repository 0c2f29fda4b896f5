import { lazy, Suspense } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useDataMeshTranslation } from '../../translation';
import type { ProfilePoint } from './ProfileRadar';

export type { ProfilePoint } from './ProfileRadar';

// With the chart comes a library that pages without one need not carry.
const ProfileRadar = lazy(() =>
  import('./ProfileRadar').then(m => ({ default: m.ProfileRadar })),
);

const line = {
  display: 'inline-block',
  width: 20,
  verticalAlign: 'middle',
};

const useStyles = makeStyles(theme => ({
  chart: { maxWidth: 360, margin: '0 auto' },
  table: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  root: { position: 'relative' },
  now: { ...line, borderTop: `2px solid ${theme.palette.primary.main}` },
  want: {
    ...line,
    borderTop: `2px dashed ${theme.palette.text.secondary}`,
  },
  legend: {
    ...theme.typography.caption,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: theme.spacing(2),
    color: theme.palette.text.secondary,
  },
}));

/**
 * A profile of several dimensions as a radar, now and where it shall be; with
 * the same as a table for those who cannot see it.
 */
export function ProfileChart(props: {
  label: string;
  points: ProfilePoint[];
  /** The words of the levels, from 0. */
  levels: readonly string[];
}) {
  const { label, points, levels } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const hasWant = points.some(({ want }) => want !== undefined);
  const words = (level: number | undefined) =>
    level === undefined
      ? t('charts.notStated')
      : t('charts.level', {
          level: String(level),
          words: levels[level] ?? '',
        });

  return (
    <div className={classes.root}>
      <div className={classes.chart} aria-hidden>
        <Suspense fallback={<Skeleton variant="rect" height={240} />}>
          <ProfileRadar points={points} highest={levels.length - 1} />
        </Suspense>
        <div className={classes.legend}>
          <span>
            <span className={classes.now} /> {t('charts.now')}
          </span>
          {hasWant && (
            <span>
              <span className={classes.want} /> {t('charts.want')}
            </span>
          )}
        </div>
      </div>
      <div className={classes.table}>
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('charts.dimension')}</th>
              <th scope="col">{t('charts.now')}</th>
              {hasWant && <th scope="col">{t('charts.want')}</th>}
            </tr>
          </thead>
          <tbody>
            {points.map(({ id, title, now, want }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>{words(now)}</td>
                {hasWant && <td>{words(want)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
