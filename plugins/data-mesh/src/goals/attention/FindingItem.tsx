import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { dateWords } from '../../components/dateWords';
import { useDataMeshTranslation } from '../../translation';
import { useMeasureWords } from '../measures/useMeasureWords';
import { StandingWords, useHintWords } from '../words';
import { Finding } from './attentionOf';

const useStyles = makeStyles(theme => ({
  fix: { color: theme.palette.text.secondary },
}));

/** What was found, and how it is mended. */
export function FindingItem({ finding }: { finding: Finding }) {
  const { t } = useDataMeshTranslation();
  const hintWords = useHintWords();
  const values = useMeasureWords();
  switch (finding.is) {
    case 'hint':
      return <Words {...hintWords(finding.hint)} />;
    case 'reading': {
      const { name, dueAt, isStale } = finding.reading;
      const date = dateWords(dueAt);
      return (
        <Words
          title={t(
            isStale ? 'goals.attention.stale' : 'goals.attention.overdue',
            { name, date },
          )}
          fix={t('goals.attention.readFix')}
        />
      );
    }
    case 'behind': {
      const { primary } = finding;
      return (
        <Words
          title={
            <>
              <StandingWords measure={primary} /> {primary.name}:{' '}
              {values(primary)}
            </>
          }
          fix={t('goals.attention.behindFix')}
        />
      );
    }
    case 'no-product':
      return (
        <Words
          title={t('goals.attention.noProduct')}
          fix={t('goals.attention.noProductFix')}
        />
      );
    default:
      return <Words title={finding.text} fix={t('goals.attention.helpFix')} />;
  }
}

function Words({ title, fix }: { title: ReactNode; fix: string }) {
  const classes = useStyles();
  return (
    <>
      <div>{title}</div>
      <div className={classes.fix}>{fix}</div>
    </>
  );
}
