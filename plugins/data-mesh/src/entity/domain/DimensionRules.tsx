import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  OutlineRule,
  ruleStatuses,
  StoredResult,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../components/Fold';
import { EntityToDo, RuleActions, useResultWords } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { DomainToDo } from './DomainToDo';

const useStyles = makeStyles(theme => ({
  todo: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(2.5) },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  item: { '& + &': { marginTop: theme.spacing(1.5) } },
}));

/** The rules of a dimension: what is to do first, the others folded away. */
export function DimensionRules(props: { toDo: EntityToDo; dimension: string }) {
  const { toDo, dimension } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  const { maturity, results } = toDo;
  if (!maturity || !results) {
    return null;
  }
  const { outline, result } = maturity;
  const entries = toDo.list.entries.filter(
    ({ rule, ruleSet }) =>
      ruleSet === outline.id && rule?.dimension === dimension,
  );
  const inEntries = new Set(entries.map(({ rule }) => rule?.id));
  const byId = new Map(result.results.map(one => [one.rule, one]));
  const others = outline.rules
    .filter(rule => rule.dimension === dimension && !inEntries.has(rule.id))
    .flatMap(rule => {
      const one = byId.get(rule.id);
      return one ? [{ rule, result: one }] : [];
    });

  return (
    <>
      {entries.length > 0 && (
        <ol className={classes.todo}>
          {entries.map(entry => (
            <li key={entry.id} className={classes.item}>
              <DomainToDo toDo={toDo} entry={entry} />
            </li>
          ))}
        </ol>
      )}
      {ruleStatuses.map(status => {
        const some = others.filter(other => other.result.status === status);
        return (
          some.length > 0 && (
            <Fold
              key={status}
              label={t('domain.tab.some', {
                status: words.status(status),
                number: String(some.length),
              })}
            >
              <ul className={classes.list}>
                {some.map(({ rule, result: one }) => (
                  <Typography key={rule.id} variant="body2" component="li">
                    {ruleWords(rule, one)}{' '}
                    <RuleActions
                      entity={results.entity}
                      may={results.may}
                      ruleSet={outline.id}
                      rule={rule}
                      status={status}
                      isShort
                    />
                  </Typography>
                ))}
              </ul>
            </Fold>
          )
        );
      })}
    </>
  );

  function ruleWords(rule: OutlineRule, one: StoredResult) {
    const level =
      rule.level === undefined ? undefined : words.level(outline, rule.level);
    return (
      <>
        {rule.title}
        <Typography variant="body2" component="div" color="textSecondary">
          {[level, one.status !== 'pass' && one.reason, words.since(one.since)]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </>
    );
  }
}
