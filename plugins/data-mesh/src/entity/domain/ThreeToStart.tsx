import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Check from '@material-ui/icons/Check';
import { LinkButton } from '@backstage/core-components';
import { DomainRow } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useValueTree } from '../../api';
import { docs } from '../../components/docs';
import { ReadDialog } from '../../dialogs';
import { useGoalsLink } from '../../goals/useGoalsLink';
import { useTemplateLink } from '../../scaffolder/templates';
import { useDataMeshTranslation } from '../../translation';
import { NamePeople } from './NamePeople';
import { DomainPage } from './useDomainPage';

/** The rule that holds once a goal is written. */
const GOAL_RULE = 'goal-with-parent';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 40,
  },
}));

/** What a domain does first, instead of a radar of zeros. */
export function ThreeToStart(props: { page: DomainPage; row: DomainRow }) {
  const { page, row } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const template = useTemplateLink('new-data-product', {
    domain: row.domain.ref,
  });
  const goalsLink = useGoalsLink();
  const goal = page.toDo.maturity?.result.results.find(
    ({ rule }) => rule === GOAL_RULE,
  );
  const tree = useValueTree({ domain: page.ref }).data;
  const toGoal = tree?.mayAdd.includes('goal')
    ? goalsLink({ domain: page.ref, add: 'goal' })
    : undefined;
  const steps: { words: string; isDone: boolean; action: ReactNode }[] = [
    {
      words: t('domain.start.people'),
      isDone: Boolean(row.domainOwner?.exists && row.dataLead?.exists),
      action: (
        <StartDialog words={t('domain.start.people')}>
          <NamePeople entity={page.entity} />
        </StartDialog>
      ),
    },
    {
      words: t('domain.start.goal'),
      isDone: goal?.status === 'pass',
      // Its form opens for those only who may write one
      action: toGoal ? (
        <LinkButton to={toGoal} color="primary" size="small" variant="outlined">
          {t('domain.start.goal')}
        </LinkButton>
      ) : (
        <Typography variant="body2">{t('domain.start.goal')}</Typography>
      ),
    },
    {
      words: t('domain.start.product'),
      isDone: row.products.total > 0,
      action: (
        <LinkButton
          to={template ?? `${docs}/create.md`}
          color="primary"
          size="small"
          variant="outlined"
        >
          {t('domain.start.product')}
        </LinkButton>
      ),
    },
  ];
  const left = steps.filter(({ isDone }) => !isDone).length;
  return (
    <>
      <Typography variant="body2">
        {t('domain.start.intro', { count: left || steps.length })}
      </Typography>
      <ol className={classes.list}>
        {steps.map(({ words, isDone, action }) => (
          <li key={words} className={classes.item}>
            {isDone ? (
              <>
                <Check fontSize="small" aria-hidden />
                <Typography variant="body2" component="span">
                  {words}: {t('domain.start.done')}
                </Typography>
              </>
            ) : (
              action
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function StartDialog(props: { words: string; children: ReactNode }) {
  const { words, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        color="primary"
        size="small"
        variant="outlined"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      <ReadDialog title={words} isOpen={isOpen} onClose={() => setOpen(false)}>
        {children}
      </ReadDialog>
    </>
  );
}
