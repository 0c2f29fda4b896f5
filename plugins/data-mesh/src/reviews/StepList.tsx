import { useLocation } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  Review,
  ReviewAgenda,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { Step, steps, writePlace } from './place';
import { productsLeft } from './products/productsLeft';

const useStyles = makeStyles(theme => ({
  list: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    listStyle: 'none',
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    gap: theme.spacing(1),
    '& li + li::before': {
      content: '"→"',
      marginRight: theme.spacing(1),
    },
  },
  current: { fontWeight: 'bold' },
}));

/** The steps of a review, each a link, with what is left to do in it. */
export function StepList(props: {
  review: Review;
  agenda: ReviewAgenda;
  current: Step;
}) {
  const { review, agenda, current } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { pathname } = useLocation();
  return (
    <nav aria-label={t('reviews.steps.label')}>
      <ol className={classes.list}>
        {steps.map(step => (
          <li key={step}>
            <Link
              to={`${pathname}${writePlace({ step })}`}
              aria-current={step === current ? 'step' : undefined}
              className={step === current ? classes.current : undefined}
            >
              {labelOf(step)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );

  function labelOf(step: Step): string {
    const title = t(`reviews.steps.${step}`);
    const left = (done: number, all: number) =>
      all > 0
        ? t('reviews.steps.left', {
            title,
            done: String(done),
            number: String(all),
          })
        : title;
    switch (step) {
      case 'products': {
        const { due, left: rest } = productsLeft(review, agenda);
        return left(due.length - rest.length, due.length);
      }
      case 'nodes':
        return left(
          agenda.nodes.filter(({ decided }) => decided).length,
          agenda.nodes.length,
        );
      case 'ownership':
        return agenda.ownership.length
          ? t('reviews.steps.count', {
              title,
              number: String(agenda.ownership.length),
            })
          : title;
      default:
        return title;
    }
  }
}
