import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { OutlineRule } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../components/dateWords';
import { Fact, Facts } from '../components/Facts';
import { useResultWords } from '../results';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { listStyle: 'none', margin: 0, padding: 0 },
  rule: { padding: theme.spacing(1, 0) },
  quiet: { color: theme.palette.text.secondary },
}));

/** Rules with their texts, one after the other. */
export function RuleTexts({ rules }: { rules: readonly OutlineRule[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {rules.map(rule => (
        <li key={rule.id} className={classes.rule}>
          <RuleText rule={rule} />
        </li>
      ))}
    </ul>
  );
}

function RuleText({ rule }: { rule: OutlineRule }) {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const words = useResultWords();
  const { code, title, why, fix, ask, weight, severity, rollout } = rule;
  const grace = rule.graceUntil
    ? t('setUp.sets.grace', { date: dateWords(rule.graceUntil) })
    : '';
  const about = [
    code,
    severity ? words.severity(severity) : t(`results.weight.${weight}`),
    rollout === 'draft' ? t('setUp.sets.draft') : '',
    rollout === 'grace' ? grace : '',
    ask ? t('setUp.sets.asks', { question: ask.text }) : '',
  ];
  return (
    <>
      <Typography variant="body2">{title}</Typography>
      <Typography variant="body2" className={classes.quiet}>
        {about.filter(Boolean).join(' · ')}
      </Typography>
      <Facts>
        <Fact name={t('setUp.sets.why')}>{why}</Fact>
        <Fact name={t('setUp.sets.fix')}>{fix}</Fact>
      </Facts>
    </>
  );
}
