import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import {
  NodeKind,
  NodeVersion,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useValueNodeHistory } from '../../api';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { Fact, Facts } from '../../components/Facts';
import { Fold } from '../../components/Fold';
import { LoadError } from '../../components/LoadError';
import { today } from '../../components/today';
import { useDataMeshTranslation } from '../../translation';
import { NodeField } from '../forms/nodeDraft';
import { useFieldWords } from '../forms/useFieldWords';
import { useGoalWords } from '../words';
import { Section } from './Section';
import { isNodeField, useHistoryWords } from './useHistoryWords';
import { usePanelStyles } from './usePanelStyles';

type OfNode = { id: string; kind: NodeKind };

/** What a node said on a day, and how it came to say what it says now. */
export function NodeHistory(props: OfNode) {
  const { t } = useDataMeshTranslation();
  return (
    <Section title={t('goals.history.title')}>
      <SaidOn {...props} />
      <Fold label={t('goals.history.changes')}>
        <Changes {...props} />
      </Fold>
    </Section>
  );
}

function SaidOn({ id, kind }: OfNode) {
  const { t } = useDataMeshTranslation();
  const classes = usePanelStyles();
  const words = useGoalWords();
  const { labelOf, wordsOf } = useFieldWords();
  const inputId = useId();
  const [at, setAt] = useState('');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at);
  const { data, error, isPending, refetch } = useValueNodeHistory(
    id,
    { at },
    { enabled: isDay },
  );
  const said = data?.items.find(({ measure }) => measure === undefined);

  return (
    <>
      <TextField
        id={inputId}
        type="date"
        label={t('goals.history.at')}
        value={at}
        onChange={event => setAt(event.target.value)}
        InputLabelProps={{ shrink: true }}
        inputProps={{ max: today() }}
        className={classes.day}
      />
      {isDay && (
        <div role="status">
          {isPending && t('goals.history.loading')}
          {error && <LoadError error={error} onRetry={refetch} />}
          {data && !said && (
            <div className={classes.quiet}>{t('goals.history.notYet')}</div>
          )}
          {said && (
            <Facts>
              {said.state && (
                <Fact name={t('goals.panel.state')}>
                  {words.state(said.state)}
                </Fact>
              )}
              {Object.entries(said.fields)
                .filter(
                  (entry): entry is [NodeField, unknown] =>
                    isNodeField(entry[0]) && entry[1] !== null,
                )
                .map(([field, value]) => (
                  <Fact key={field} name={labelOf(field, kind)}>
                    {wordsOf(field, value)}
                  </Fact>
                ))}
            </Facts>
          )}
        </div>
      )}
    </>
  );
}

function Changes({ id, kind }: OfNode) {
  const { t } = useDataMeshTranslation();
  const classes = usePanelStyles();
  const { actionOf, fieldOf } = useHistoryWords();
  const { data, error, refetch } = useValueNodeHistory(id);
  if (error && !data) {
    return <LoadError error={error} onRetry={refetch} />;
  }
  return (
    <ul className={classes.list}>
      {data?.items.map(version => (
        <li key={`${version.at} ${version.version} ${version.measure ?? ''}`}>
          <time dateTime={version.at}>{dateWords(version.at)}</time>:{' '}
          {wordsOf(version)}
          {version.by && (
            <>
              , <CatalogLink to={version.by} />
            </>
          )}
        </li>
      )) ?? <li>{t('goals.history.loading')}</li>}
      {data?.nextCursor && (
        <li className={classes.quiet}>{t('goals.history.more')}</li>
      )}
    </ul>
  );

  function wordsOf(version: NodeVersion): string {
    const { action, measure, changed, state, fields } = version;
    const done = actionOf(action);
    const what =
      measure === undefined
        ? done
        : t('goals.history.entry', {
            action: done,
            name: t('goals.history.measure', {
              name: typeof fields.name === 'string' ? fields.name : measure,
            }),
          });
    const names = changed
      // Said already
      .filter(name => name !== 'state' || action !== state)
      .filter(name => name !== 'parentId' || action !== 'moved')
      .map(name => fieldOf(name, measure === undefined ? kind : 'measure'));
    return names.length > 0 ? `${what}: ${names.join(', ')}` : what;
  }
}
