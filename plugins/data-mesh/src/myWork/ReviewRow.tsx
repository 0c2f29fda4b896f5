import Typography from '@material-ui/core/Typography';
import { MyWork } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../components/CatalogLink';
import { dateWords } from '../components/dateWords';
import { StartReviewButton } from '../reviews';
import { useDataMeshTranslation } from '../translation';
import { useRowStyles } from './useRowStyles';

/** A domain that is to be reviewed, or whose review is to be gone on with. */
export function ReviewRow({ review }: { review: MyWork['reviews'][number] }) {
  const { domain, open, lastAt } = review;
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  const stands = () => {
    if (open) {
      return t('myWork.review.open', { date: dateWords(open.startedAt) });
    }
    return lastAt === null
      ? t('myWork.review.first')
      : t('myWork.review.due', { date: dateWords(lastAt) });
  };
  return (
    <li className={classes.row}>
      <div>
        <Typography component="h3" variant="subtitle1">
          <CatalogLink to={domain} />
        </Typography>
        <Typography variant="body2" className={classes.quiet}>
          {stands()}
        </Typography>
      </div>
      <div className={classes.actions}>
        <StartReviewButton domain={domain.ref} />
      </div>
    </li>
  );
}
