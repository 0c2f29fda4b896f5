import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityRuleSetResults,
  isUnmet,
  requiredRules,
  RuleSetOutline,
  ToDoList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { StatusWord, useResultWords } from '../../../results';
import { useDataMeshTranslation } from '../../../translation';
import { suppose } from './suppose';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), margin: theme.spacing(2, 0) },
  group: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: {
    ...theme.typography.subtitle2,
    padding: 0,
    marginTop: theme.spacing(1),
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
  outcome: { fontWeight: 'bold', margin: theme.spacing(1, 0) },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Ticks rules as done, to see which level that would come to. */
export function IfYouFix(props: {
  outline: RuleSetOutline;
  result: EntityRuleSetResults;
  list: ToDoList;
  fixed: readonly string[];
  onChange: (fixed: string[]) => void;
}) {
  const { outline, result, list, fixed, onChange } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  const id = useId();

  const statuses = new Map(
    result.results.map(({ rule, status }) => [rule, status]),
  );
  const open = outline.rules.filter(({ id: rule, counted }) => {
    const status = statuses.get(rule);
    return counted && status !== undefined && isUnmet(status);
  });
  const ticked = fixed.filter(rule => open.some(one => one.id === rule));
  const { now, then, more, isWaitingLeft } = suppose(outline, result, ticked);
  const needed = neededFor(list, outline, result, open);

  const toggle = (rule: string) =>
    onChange(
      ticked.includes(rule)
        ? ticked.filter(one => one !== rule)
        : [...ticked, rule],
    );
  const outcome = () => {
    const nowWord = words.level(outline, now);
    if (!ticked.length) {
      return t('maturity.fix.now', { level: nowWord });
    }
    return now === then
      ? t('maturity.fix.stays', { level: nowWord })
      : t('maturity.fix.then', {
          now: nowWord,
          level: words.level(outline, then),
        });
  };
  const { target } = result;
  const meets =
    target !== null && target !== undefined && now < target && then >= target;

  return (
    <Paper
      component="section"
      variant="outlined"
      className={classes.root}
      aria-labelledby={id}
    >
      <Typography id={id} variant="h6" component="h3">
        {t('maturity.fix.title')}
      </Typography>
      <Typography variant="body2">
        {t(open.length ? 'maturity.fix.text' : 'maturity.fix.nothing')}
      </Typography>
      {open.length > 0 && (
        <>
          <Typography role="status" className={classes.outcome}>
            {outcome()} {meets && t('maturity.fix.meets')}{' '}
            {more > 0 && t('maturity.fix.more', { count: more })}
          </Typography>
          <div className={classes.buttons}>
            {needed.length > 0 && (
              <Button
                size="small"
                variant="outlined"
                onClick={() => onChange([...new Set([...ticked, ...needed])])}
              >
                {t('maturity.fix.forTarget')}
              </Button>
            )}
            {ticked.length > 0 && (
              <Button size="small" onClick={() => onChange([])}>
                {t('maturity.fix.clear')}
              </Button>
            )}
          </div>
          {outline.levels.map(({ id: level, title }, index) => {
            const rules = open.filter(rule => rule.level === index);
            return rules.length ? (
              <fieldset key={level} className={classes.group}>
                <legend className={classes.legend}>{title}</legend>
                {rules.map(rule => (
                  <div key={rule.id} className={classes.row}>
                    <FormControlLabel
                      control={
                        <Checkbox
                          color="primary"
                          size="small"
                          checked={ticked.includes(rule.id)}
                          onChange={() => toggle(rule.id)}
                        />
                      }
                      label={`${rule.title} (${t(
                        `results.weight.${rule.weight}`,
                      )})`}
                    />
                    <Typography variant="body2" component="span">
                      <StatusWord status={statuses.get(rule.id) ?? 'unknown'} />
                    </Typography>
                  </div>
                ))}
              </fieldset>
            ) : null;
          })}
          {isWaitingLeft && (
            <Typography variant="body2" color="textSecondary">
              {t('maturity.fix.waits')}
            </Typography>
          )}
        </>
      )}
    </Paper>
  );
}

/** The open rules that the target cannot be reached without. */
function neededFor(
  list: ToDoList,
  outline: RuleSetOutline,
  result: EntityRuleSetResults,
  open: RuleSetOutline['rules'],
): string[] {
  const required = requiredRules([{ outline, ...result }]);
  const first = new Set(
    list.entries.filter(({ isRequired }) => isRequired).map(({ id }) => id),
  );
  return open
    .map(({ id }) => id)
    .filter(id => {
      const name = `${outline.id}/${id}`;
      return required.has(name) || first.has(name);
    });
}
