import { useMemo } from 'react';
import Button from '@material-ui/core/Button';
import Divider from '@material-ui/core/Divider';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Fold } from '../../../components/Fold';
import { EntityToDo, ExceptionList, useResultWords } from '../../../results';
import { useDataMeshTranslation } from '../../../translation';
import { CatalogFileLine } from '../../CatalogFileLine';
import { History } from './History';
import { IfYouFix } from './IfYouFix';
import { LevelHistory } from './LevelHistory';
import { isAtTarget, LevelSentence } from './LevelSentence';
import { LevelSteps } from './LevelSteps';
import { RuleList } from './RuleList';
import { byLevel, countByStatus, rulesWithResults } from './rulesToShow';
import { ToDoSection } from './ToDoSection';
import { Show, shows, useMaturityView } from './useMaturityView';
import { useProductMaturity } from './useProductMaturity';

/** What folds open below the things to do. */
const folded = [
  'waiting',
  'waived',
  'not-applicable',
  'not-measured',
  'pass',
] as const;

const useStyles = makeStyles(theme => ({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0),
  },
  show: { minWidth: 200 },
  folds: { margin: theme.spacing(2, 0) },
  divider: { margin: theme.spacing(2, 0) },
}));

/** All rules of a data product, what to do first, what if, and the history. */
export function MaturityView(
  props: Pick<ReturnType<typeof useProductMaturity>, 'entity'> &
    EntityToDo &
    Required<Pick<EntityToDo, 'results' | 'maturity'>>,
) {
  const { entity, results, maturity, outlines, list } = props;
  const { outline, result } = maturity;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  const { show, setShow, fixed, setFixed } = useMaturityView();
  const rules = useMemo(
    () => rulesWithResults(outlines, results),
    [outlines, results],
  );
  const counts = countByStatus(rules);
  const common = { entity: results.entity, may: results.may };
  const hasToDo = list.entries.length > 0;
  const required = list.entries.filter(entry => entry.isRequired);
  const first = required.length && !isAtTarget(result) ? required : [];
  const rest = list.entries.filter(entry => !first.includes(entry));

  const numberOf = (one: Show): number => {
    switch (one) {
      case 'todo':
        return list.entries.length;
      case 'all':
        return rules.length;
      default:
        return counts[one] ?? 0;
    }
  };
  const shown =
    show === 'all' ? rules : rules.filter(one => one.result.status === show);

  return (
    <>
      <LevelSteps outline={outline} result={result} />
      <LevelSentence outline={outline} result={result} list={list} />
      <LevelHistory entityRef={results.entity.ref} outline={outline} />
      <div className={classes.tools}>
        <TextField
          select
          size="small"
          variant="outlined"
          id="data-mesh-maturity-show"
          className={classes.show}
          label={t('maturity.tab.show')}
          value={show}
          onChange={event => setShow(event.target.value as Show)}
          SelectProps={{ labelId: 'data-mesh-maturity-show-label' }}
          InputLabelProps={{ id: 'data-mesh-maturity-show-label' }}
        >
          {shows.map(one => (
            <MenuItem key={one} value={one}>
              {t('maturity.tab.option', {
                name: t(`maturity.tab.filter.${one}`),
                number: String(numberOf(one)),
              })}
            </MenuItem>
          ))}
        </TextField>
        <Button
          variant="outlined"
          aria-expanded={fixed !== undefined}
          onClick={() => setFixed(fixed ? undefined : [])}
        >
          {t(fixed ? 'maturity.fix.close' : 'maturity.fix.open')}
        </Button>
      </div>
      {fixed && (
        <IfYouFix
          outline={outline}
          result={result}
          list={list}
          fixed={fixed}
          onChange={setFixed}
        />
      )}
      {show === 'todo' ? (
        <>
          {!hasToDo && <Typography>{t('maturity.tab.nothingToDo')}</Typography>}
          <ToDoSection
            {...common}
            title={t('maturity.tab.toDoFirst')}
            entries={first}
            open={1}
            outline={outline}
          />
          <ToDoSection
            {...common}
            title={t('maturity.tab.more')}
            entries={rest}
            start={first.length + 1}
            outline={outline}
          />
          {hasToDo && <CatalogFileLine entity={entity} />}
          <div className={classes.folds}>
            {folded
              .filter(status => counts[status])
              .map(status => (
                <Fold
                  key={status}
                  label={t('maturity.tab.option', {
                    name: t(`maturity.tab.filter.${status}`),
                    number: String(counts[status]),
                  })}
                >
                  <RuleList
                    {...common}
                    label={t(`maturity.tab.filter.${status}`)}
                    rules={rules.filter(one => one.result.status === status)}
                  />
                </Fold>
              ))}
          </div>
        </>
      ) : (
        <>
          {!shown.length && <Typography>{t('maturity.tab.none')}</Typography>}
          {byLevel(shown).map(group => {
            const title =
              group.level === undefined
                ? t('maturity.tab.openPoints')
                : words.level(outline, group.level);
            return (
              <section key={title} aria-label={title}>
                <Typography variant="h6" component="h3">
                  {title}
                </Typography>
                <RuleList {...common} label={title} rules={group.rules} />
              </section>
            );
          })}
        </>
      )}
      <ExceptionList entityRef={results.entity.ref} />
      <Divider className={classes.divider} />
      <History entityRef={results.entity.ref} outlines={outlines} />
    </>
  );
}
