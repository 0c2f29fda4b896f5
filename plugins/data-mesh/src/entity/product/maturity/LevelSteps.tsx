import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityRuleSetResults,
  RuleSetOutline,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    listStyle: 'none',
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    '& > li + li::before': {
      content: '"→"',
      padding: theme.spacing(0, 1),
      color: theme.palette.text.secondary,
    },
  },
  step: { display: 'flex', alignItems: 'baseline' },
  current: { fontWeight: 'bold' },
  later: { color: theme.palette.text.secondary },
}));

/** The levels below and above, where the product is and where it should be. */
export function LevelSteps(props: {
  outline: RuleSetOutline;
  result: Pick<EntityRuleSetResults, 'level' | 'target'>;
}) {
  const { outline, result } = props;
  const { level = 0, target } = result;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = (index: number) =>
    [
      index === level && t('maturity.tab.current'),
      index === target && t('maturity.tab.target'),
    ]
      .filter(Boolean)
      .join(', ');
  const look = (index: number) => {
    if (index === level) {
      return classes.current;
    }
    return index > level ? classes.later : undefined;
  };
  return (
    <ol className={classes.root} aria-label={t('maturity.tab.steps')}>
      {outline.levels.map(({ id, title, question }, index) => (
        <li
          key={id}
          className={classes.step}
          aria-current={index === level ? 'step' : undefined}
        >
          <Typography component="span" title={question} className={look(index)}>
            {title}
            {words(index) && ` (${words(index)})`}
          </Typography>
        </li>
      ))}
    </ol>
  );
}
