import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  RuleSetOutline,
  ToDoEntry,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CopyableText } from '../components/CopyableText';
import { dateWords } from '../components/dateWords';
import { Fact } from '../components/Facts';
import { Fold } from '../components/Fold';
import { useDataMeshTranslation } from '../translation';
import { RuleText } from './RuleText';
import { useResultWords } from './useResultWords';
import { SeverityWord, Since, StatusWord } from './words';

const useStyles = makeStyles(theme => ({
  title: { fontWeight: 'bold' },
  facts: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    color: theme.palette.text.secondary,
    '& > li': { display: 'inline-flex', alignItems: 'center' },
    '& > li:not(:last-child)::after': {
      content: '"·"',
      padding: theme.spacing(0, 1),
    },
  },
  also: { margin: 0, paddingLeft: theme.spacing(2) },
  path: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  yaml: { margin: theme.spacing(1, 0) },
  actions: {
    '&:empty': { display: 'none' },
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(0.5),
  },
}));

/**
 * One thing to do: what, for how long, and, folded open, why and how, with what
 * to write into the catalog file. Meant to stand in a list item.
 */
export function ToDoItem(props: {
  entry: ToDoEntry;
  /** Of its rule set, for the names of levels. */
  outline: Pick<RuleSetOutline, 'levels'> | undefined;
  isOpen?: boolean;
  /** Buttons: what can be done here and now. */
  actions?: ReactNode;
  /** More in the fold, such as how it was judged or the way to the file. */
  children?: ReactNode;
}) {
  const { entry, outline, isOpen, actions, children } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  const { rule, level, severity, unblocks, since } = entry;
  const grace = rule?.graceUntil && dateWords(rule.graceUntil);

  return (
    <>
      <Typography variant="body2" component="div" className={classes.title}>
        {entry.title}
      </Typography>
      <Typography variant="body2" component="ul" className={classes.facts}>
        {entry.status === 'unknown' && (
          <li>
            <StatusWord status="unknown" />
          </li>
        )}
        {severity && (
          <li>
            <SeverityWord severity={severity} />
          </li>
        )}
        {level !== undefined && (
          <li>
            {words.level(outline, level)}
            {rule?.counted && `, ${t(`results.weight.${rule.weight}`)}`}
          </li>
        )}
        {rule?.rollout === 'draft' && <li>{t('results.item.draft')}</li>}
        {rule?.rollout === 'grace' && (
          <li>
            {grace
              ? t('results.item.grace', { date: grace })
              : t('results.item.graceOver')}
          </li>
        )}
        {since !== undefined && (
          <li>
            <Since since={since} />
          </li>
        )}
        {unblocks > 0 && (
          <li>{t('results.item.unblocks', { count: unblocks })}</li>
        )}
      </Typography>
      <Fold label={t('results.item.whyAndHow')} defaultOpen={isOpen}>
        <RuleText why={entry.why} fix={entry.fix} reason={entry.reason}>
          {rule?.ask && (
            <Fact name={t('results.item.askedOf')}>
              {rule.ask.who.map(words.respondent).join(', ')}
            </Fact>
          )}
          {entry.faults.length > 0 && (
            <Fact name={t('results.item.also')}>
              <ul className={classes.also}>
                {entry.faults.map(fault => (
                  <li key={fault.rule.code}>
                    {fault.rule.title}
                    {fault.severity && (
                      <>
                        {' · '}
                        <SeverityWord severity={fault.severity} />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          {entry.warnings.length > 0 && (
            <Fact name={t('results.item.file')}>
              {entry.warnings.map(({ code, path, message }) => (
                <div key={`${code} ${path}`}>
                  {entry.kind !== 'warning' && message}{' '}
                  <span className={classes.path}>
                    {t('results.item.at', { path })}
                  </span>
                </div>
              ))}
            </Fact>
          )}
        </RuleText>
        {entry.yaml && (
          <div className={classes.yaml}>
            <CopyableText
              text={entry.yaml}
              copyLabel={t('results.item.copyYaml', { title: entry.title })}
            />
          </div>
        )}
        {children}
      </Fold>
      {actions && <div className={classes.actions}>{actions}</div>}
    </>
  );
}
