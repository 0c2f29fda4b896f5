import { useRef, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useMyWork, useRuleSets } from '../api';
import { isWithoutBackend } from '../components/errors';
import { LoadError } from '../components/LoadError';
import { NoBackend } from '../products/NoBackend';
import { ProductListSkeleton } from '../products/ProductListSkeleton';
import { useDataMeshTranslation } from '../translation';
import { ApprovalRow } from './ApprovalRow';
import { ExceptionRow } from './ExceptionRow';
import { FixRow } from './FixRow';
import { NothingWaits } from './NothingWaits';
import { QuestionRow } from './QuestionRow';
import { Roles } from './Roles';
import { Section } from './Section';

const useStyles = makeStyles(theme => ({
  said: {
    minHeight: theme.spacing(4),
    padding: theme.spacing(0.5, 0, 1),
    '&:focus': { outline: 'none' },
  },
}));

/** The tab My work: what waits for the person who is signed in. */
export function MyWorkContent() {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { data, error, isPending, refetch } = useMyWork();
  const ruleSets = useRuleSets({ enabled: Boolean(data?.fixes.length) });
  // What is done leaves at once; what is waiting is asked for again meanwhile.
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const status = useRef<HTMLDivElement>(null);

  if (isPending) {
    return (
      <div role="status" aria-label={t('myWork.loading')}>
        <ProductListSkeleton rows={3} />
      </div>
    );
  }
  if (!data) {
    return error && !isWithoutBackend(error) ? (
      <LoadError error={error} onRetry={refetch} />
    ) : (
      <NoBackend />
    );
  }
  const finish = (key: string) => (sentence: string) => {
    setDone(others => new Set([...others, key]));
    setSaid(sentence);
    // The button that had the focus goes with its row.
    status.current?.focus();
  };
  const outlineOf = (ref: string) =>
    ruleSets.data?.items
      .flatMap(({ outlines }) => outlines)
      .find(
        ({ subject, levels }) =>
          levels.length > 0 &&
          ref.startsWith(`${subject.toLocaleLowerCase('en-US')}:`),
      );

  const approvals = data.approvals
    .map(waiver => ({ waiver, key: `${waiver.id} ${waiver.state}` }))
    .filter(({ key }) => !done.has(key));
  const questions = data.questions
    .map(question => ({ question, key: keyOf(question) }))
    .filter(({ key }) => !done.has(key));
  const exceptions = data.exceptions
    .map(waiver => ({ waiver, key: `revoke ${waiver.id}` }))
    .filter(({ key }) => !done.has(key));
  const { fixes, counts } = data;
  const waiting =
    counts.approvals -
    (data.approvals.length - approvals.length) +
    counts.questions -
    (data.questions.length - questions.length);
  const shown = approvals.length + questions.length;
  const isEmpty = shown === 0 && !fixes.length && !exceptions.length;

  return (
    <>
      <Typography variant="h5" component="p">
        {t('myWork.for', { person: data.person.title })}
      </Typography>
      <Roles roles={data.roles} />
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
        <Section title={t('myWork.waiting', { number: String(waiting) })}>
          {approvals.map(({ waiver, key }) => (
            <ApprovalRow key={key} waiver={waiver} onDone={finish(key)} />
          ))}
          {questions.map(({ question, key }) => (
            <QuestionRow key={key} question={question} onDone={finish(key)} />
          ))}
          <More count={waiting - shown} />
        </Section>
      )}
      {fixes.length > 0 && (
        <Section title={t('myWork.fixes', { number: String(counts.entities) })}>
          {fixes.map(entity => (
            <FixRow
              key={entity.entity.ref}
              fixes={entity}
              outline={outlineOf(entity.entity.ref)}
            />
          ))}
          <More count={counts.entities - fixes.length} />
        </Section>
      )}
      {exceptions.length > 0 && (
        <Section
          title={t('myWork.exceptions', { number: String(exceptions.length) })}
        >
          {exceptions.map(({ waiver, key }) => (
            <ExceptionRow key={key} waiver={waiver} onDone={finish(key)} />
          ))}
        </Section>
      )}
    </>
  );
}

function More({ count }: { count: number }) {
  const { t } = useDataMeshTranslation();
  return count > 0 ? <li>{t('myWork.shown', { count })}</li> : null;
}

function keyOf(question: {
  entity: { ref: string };
  ruleSet: string;
  rule: string;
}): string {
  return `${question.entity.ref} ${question.ruleSet} ${question.rule}`;
}
