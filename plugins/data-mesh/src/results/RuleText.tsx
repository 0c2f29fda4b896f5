import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Fact, Facts } from '../components/Facts';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(0.5, 0) },
}));

/** Why a rule is there, what was found, and how to put it right. */
export function RuleText(props: {
  why?: string;
  fix: string;
  reason?: string;
  children?: ReactNode;
}) {
  const { why, fix, reason, children } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <Facts>
        {reason && <Fact name={t('results.item.found')}>{reason}</Fact>}
        {why && <Fact name={t('results.item.why')}>{why}</Fact>}
        <Fact name={t('results.item.how')}>{fix}</Fact>
        {children}
      </Facts>
    </Typography>
  );
}
