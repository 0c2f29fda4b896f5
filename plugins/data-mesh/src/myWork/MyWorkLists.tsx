import { useRef, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MyWork } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useRuleSets } from '../api';
import { useDataMeshTranslation } from '../translation';
import { ApprovalRow } from './ApprovalRow';
import { BetRow } from './BetRow';
import { CheckInRow } from './CheckInRow';
import { ComesNext } from './ComesNext';
import { ExceptionRow } from './ExceptionRow';
import { FixRow } from './FixRow';
import { HelpRow } from './HelpRow';
import { NothingWaits } from './NothingWaits';
import { QuestionRow } from './QuestionRow';
import { ReviewRow } from './ReviewRow';
import { Roles } from './Roles';
import { Section } from './Section';

const useStyles = makeStyles(theme => ({
  said: {
    minHeight: theme.spacing(4),
    padding: theme.spacing(0.5, 0, 1),
    '&:focus': { outline: 'none' },
  },
}));

/** What waits for a person, by where it comes from. */
export function MyWorkLists({ work }: { work: MyWork }) {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const ruleSets = useRuleSets({ enabled: work.fixes.length > 0 });
  // What is done leaves at once; what is waiting is asked for again meanwhile.
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const status = useRef<HTMLDivElement>(null);

  const finish = (key: string) => (sentence: string) => {
    setDone(others => new Set([...others, key]));
    setSaid(sentence);
    // The button that had the focus goes with its row.
    status.current?.focus();
  };
  const notDone = <T,>(items: readonly T[], keyOf: (item: T) => string) =>
    items
      .map(item => ({ item, key: keyOf(item) }))
      .filter(({ key }) => !done.has(key));
  const outlineOf = (ref: string) =>
    ruleSets.data?.items
      .flatMap(({ outlines }) => outlines)
      .find(
        ({ subject, levels }) =>
          levels.length > 0 &&
          ref.startsWith(`${subject.toLocaleLowerCase('en-US')}:`),
      );

  const { person, day, bets, helpWanted, reviews, fixes, next, counts } = work;
  const checkIns = notDone(
    work.checkIns,
    ({ measure, lastAt }) => `${measure.id} ${lastAt}`,
  );
  const approvals = notDone(
    work.approvals,
    ({ id, state }) => `${id} ${state}`,
  );
  const questions = notDone(
    work.questions,
    ({ entity, ruleSet, rule }) => `${entity.ref} ${ruleSet} ${rule}`,
  );
  const exceptions = notDone(work.exceptions, ({ id }) => `revoke ${id}`);

  const shown =
    checkIns.length +
    bets.length +
    helpWanted.length +
    approvals.length +
    questions.length;
  // What waits beyond what is listed.
  const more =
    counts.checkIns -
    work.checkIns.length +
    counts.bets -
    bets.length +
    counts.helpWanted -
    helpWanted.length +
    counts.approvals -
    work.approvals.length +
    counts.questions -
    work.questions.length;
  const owned = counts.reviews + counts.entities;
  const isEmpty = shown === 0 && owned === 0 && exceptions.length === 0;

  return (
    <>
      <Typography variant="h5" component="p">
        {t('myWork.for', { person: person.title })}
      </Typography>
      <Roles roles={work.roles} />
      <Typography
        variant="body2"
        component="div"
        role="status"
        aria-live="polite"
        ref={status}
        tabIndex={-1}
        className={classes.said}
      >
        {said}
      </Typography>
      {isEmpty && <NothingWaits />}
      {shown > 0 && (
        <Section title={t('myWork.waiting', { number: String(shown + more) })}>
          {checkIns.map(({ item, key }) => (
            <CheckInRow
              key={key}
              checkIn={item}
              today={day}
              onDone={finish(key)}
            />
          ))}
          {bets.map(bet => (
            <BetRow key={bet.id} bet={bet} today={day} />
          ))}
          {helpWanted.map(help => (
            <HelpRow key={help.id} help={help} />
          ))}
          {approvals.map(({ item, key }) => (
            <ApprovalRow key={key} waiver={item} onDone={finish(key)} />
          ))}
          {questions.map(({ item, key }) => (
            <QuestionRow key={key} question={item} onDone={finish(key)} />
          ))}
          <More count={more} />
        </Section>
      )}
      {owned > 0 && (
        <Section title={t('myWork.fixes', { number: String(owned) })}>
          {reviews.map(review => (
            <ReviewRow key={review.domain.ref} review={review} />
          ))}
          {fixes.map(entity => (
            <FixRow
              key={entity.entity.ref}
              fixes={entity}
              outline={outlineOf(entity.entity.ref)}
            />
          ))}
          <More count={owned - reviews.length - fixes.length} />
        </Section>
      )}
      {exceptions.length > 0 && (
        <Section
          title={t('myWork.exceptions', { number: String(exceptions.length) })}
        >
          {exceptions.map(({ item, key }) => (
            <ExceptionRow key={key} waiver={item} onDone={finish(key)} />
          ))}
        </Section>
      )}
      {next && <ComesNext next={next} today={day} isAlone={isEmpty} />}
    </>
  );
}

function More({ count }: { count: number }) {
  const { t } = useDataMeshTranslation();
  return count > 0 ? <li>{t('myWork.shown', { count })}</li> : null;
}
