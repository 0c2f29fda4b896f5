import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { Link } from '@backstage/core-components';
import {
  EntityInfoCard,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { ToDoEntry } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../../components/dateWords';
import { isWithoutBackend } from '../../../components/errors';
import { LoadError } from '../../../components/LoadError';
import {
  EntityToDo,
  RuleActions,
  RuleDialogs,
  ToDoItem,
} from '../../../results';
import { ChangeProductButton } from '../../../scaffolder/ChangeProductButton';
import { useDataMeshTranslation } from '../../../translation';
import { EndangeredGoals } from '../purpose';
import { Exceptions } from './Exceptions';
import { LevelHistory } from './LevelHistory';
import { isAtTarget, LevelSentence } from './LevelSentence';
import { NotKnown } from './NotKnown';
import { MATURITY_TAB_PATH } from './place';
import { useProductMaturity } from './useProductMaturity';

/** How many things to do are told at once. */
const MOST = 3;

const useStyles = makeStyles(theme => ({
  next: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(2.5) },
  item: { '& + &': { marginTop: theme.spacing(1.5) } },
  label: { marginTop: theme.spacing(1), color: theme.palette.text.secondary },
}));

/** Where a data product stands and what to do next, in the summary. */
export function MaturitySummary() {
  const { t } = useDataMeshTranslation();
  const { entity, ...todo } = useProductMaturity();
  const entityRefLink = useEntityRefLink();
  const { results, maturity, error, isPending, refetch } = todo;

  // Portals without the backend hear of it where its absence matters.
  if (error && isWithoutBackend(error)) {
    return null;
  }
  const frame = (content: ReactNode, footer?: ReactNode) => (
    <RuleDialogs>
      <EntityInfoCard
        title={t('maturity.title')}
        headerActions={<ChangeButton lifecycle={entity.spec.lifecycle} />}
        footerActions={footer}
      >
        {content}
      </EntityInfoCard>
    </RuleDialogs>
  );
  if (isPending) {
    return frame(
      <div role="status" aria-label={t('maturity.loading')}>
        <Skeleton width="40%" height={32} />
        <Skeleton />
        <Skeleton width="80%" />
      </div>,
    );
  }
  if (error) {
    return frame(<LoadError error={error} onRetry={refetch} />);
  }
  if (!results || !maturity) {
    return frame(
      <Typography variant="body2" color="textSecondary">
        {t('maturity.notYet')}
      </Typography>,
    );
  }
  return frame(
    <Standing {...todo} results={results} maturity={maturity} />,
    <Link to={`${entityRefLink(entity)}${MATURITY_TAB_PATH}`}>
      {t('maturity.all')}
    </Link>,
  );
}

/** What was left for later is changed in the form that a candidate is from. */
function ChangeButton({ lifecycle }: { lifecycle: string }) {
  return lifecycle.toLocaleLowerCase('en-US') === 'candidate' ? (
    <ChangeProductButton />
  ) : null;
}

function Standing(
  props: EntityToDo & Required<Pick<EntityToDo, 'results' | 'maturity'>>,
) {
  const { results, maturity, list } = props;
  const { outline, result } = maturity;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const isDone = isAtTarget(result);
  const urgent = isDone ? list.entries.filter(isUrgent).slice(0, MOST) : [];
  const next = list.entries
    .filter(entry => !urgent.includes(entry))
    .slice(0, urgent.length ? 1 : MOST);
  const told = [...urgent, ...next];

  return (
    <>
      {results.gone && (
        <Typography variant="body2" color="textSecondary">
          {t('maturity.gone', { date: dateWords(results.gone) })}
        </Typography>
      )}
      <LevelSentence result={result} outline={outline} list={list} />
      {urgent.length > 0 && (
        <Items {...props} label={t('maturity.urgent')} entries={urgent} />
      )}
      {next.length > 0 && (
        <Items
          {...props}
          label={t(isDone ? 'maturity.couldBe' : 'maturity.next')}
          entries={next}
        />
      )}
      {!told.length && (
        <Typography variant="body2" className={classes.label}>
          {t('maturity.nothing')}
        </Typography>
      )}
      {(!isDone || urgent.length > 0) && (
        <EndangeredGoals product={results.entity.ref} />
      )}
      <NotKnown
        entries={list.entries.filter(
          entry => entry.status === 'unknown' && !told.includes(entry),
        )}
      />
      <Exceptions setAside={list.setAside} />
      <LevelHistory entityRef={results.entity.ref} outline={outline} />
    </>
  );
}

function isUrgent({ severity }: ToDoEntry): boolean {
  return severity === 'high';
}

function Items(
  props: Required<Pick<EntityToDo, 'results' | 'maturity'>> & {
    label: string;
    entries: readonly ToDoEntry[];
  },
) {
  const { results, maturity, label, entries } = props;
  const classes = useStyles();
  return (
    <>
      <Typography variant="body2" className={classes.label}>
        {label}
      </Typography>
      <ol className={classes.next}>
        {entries.map(entry => (
          <li key={entry.id} className={classes.item}>
            <ToDoItem
              entry={entry}
              outline={maturity.outline}
              actions={
                entry.rule &&
                entry.ruleSet && (
                  <RuleActions
                    entity={results.entity}
                    may={results.may}
                    ruleSet={entry.ruleSet}
                    rule={entry.rule}
                    status={entry.status === 'unknown' ? 'unknown' : 'fail'}
                    isShort
                  />
                )
              }
            />
          </li>
        ))}
      </ol>
    </>
  );
}
