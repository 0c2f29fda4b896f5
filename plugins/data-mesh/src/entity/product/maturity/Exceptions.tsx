import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SetAside } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../../components/dateWords';
import { Fold } from '../../../components/Fold';
import { useDataMeshTranslation } from '../../../translation';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** The rules that are set aside, until when and why. */
export function Exceptions({ setAside }: { setAside: readonly SetAside[] }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (!setAside.length) {
    return null;
  }
  return (
    <Fold label={t('maturity.setAside', { count: setAside.length })}>
      <ul className={classes.list}>
        {setAside.map(({ ruleSet, rule, until, reason }) => (
          <Typography
            key={`${ruleSet}/${rule.id}`}
            variant="body2"
            component="li"
          >
            {until
              ? t('maturity.setAsideItem', {
                  rule: rule.title,
                  date: dateWords(until),
                })
              : rule.title}
            <Typography variant="body2" component="div" color="textSecondary">
              {reason}
            </Typography>
          </Typography>
        ))}
      </ul>
    </Fold>
  );
}
