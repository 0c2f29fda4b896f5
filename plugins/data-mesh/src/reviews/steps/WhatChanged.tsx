import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import {
  ResultChange,
  ReviewAgenda,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useOutlines } from '../../api';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { amountWords, numberWords } from '../../goals/measures';
import { NodeLink } from '../../goals/NodeLink';
import { Section } from '../../goals/panel/Section';
import { useGoalWords } from '../../goals/words';
import { useResultWords } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { useReviewStyles } from '../useReviewStyles';

/** What changed since the last review, grouped by what it is about. */
export function WhatChanged({ agenda }: { agenda: ReviewAgenda }) {
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const levelWords = useLevelWords();
  const { since, isFirst, changes } = agenda;
  const { levels, levelsTotal, readings, decisions, nodes } = changes;
  const more = levelsTotal - levels.length;
  const isNothing =
    levels.length + readings.length + decisions.length + nodes.length === 0;
  return (
    <>
      <Typography variant="body2">
        {t(isFirst ? 'reviews.changes.first' : 'reviews.changes.since', {
          date: dateWords(since),
        })}
      </Typography>
      {isNothing && (
        <Typography variant="body2">{t('reviews.changes.nothing')}</Typography>
      )}
      <Changes title={t('reviews.changes.levels')}>
        {[
          ...levels.map(change => (
            <li key={change.id}>
              <CatalogLink to={change.entity} /> {levelWords(change)},{' '}
              {dateWords(change.at)}
            </li>
          )),
          ...(more > 0
            ? [<li key="more">{t('reviews.changes.more', { count: more })}</li>]
            : []),
        ]}
      </Changes>
      <Changes title={t('reviews.changes.checkIns')}>
        {readings.map(reading => {
          const { nodeId, node, before, now, unit, count } = reading;
          const amount = amountWords(now, unit);
          return (
            <li key={reading.measureId}>
              {reading.measure}:{' '}
              {before === undefined
                ? amount
                : t('reviews.changes.reading', {
                    before: numberWords(before),
                    now: amount,
                  })}
              , {dateWords(reading.date)} (
              {t('reviews.changes.readings', { count })}),{' '}
              <NodeLink node={{ id: nodeId, title: node }} />
            </li>
          );
        })}
      </Changes>
      <Changes title={t('reviews.changes.decisions')}>
        {decisions.map(({ nodeId, node, type, reason, date }, index) => (
          // eslint-disable-next-line react/no-array-index-key -- a list that is only shown, its items have no id
          <li key={`${nodeId} ${index}`}>
            <NodeLink node={{ id: nodeId, title: node }} />:{' '}
            {words.decision(type)}, {dateWords(date)}. {reason}
          </li>
        ))}
      </Changes>
      <Changes title={t('reviews.changes.nodes')}>
        {nodes.map(({ id, kind, title, what, at }) => (
          <li key={id}>
            {words.kind(kind)}{' '}
            {what === 'deleted' ? title : <NodeLink node={{ id, title }} />}:{' '}
            {t(`reviews.changes.what.${what}`)}, {dateWords(at)}
          </li>
        ))}
      </Changes>
    </>
  );
}

function Changes(props: { title: string; children: ReactNode[] }) {
  const classes = useReviewStyles();
  return props.children.length ? (
    <Section title={props.title}>
      <ul className={classes.list}>{props.children}</ul>
    </Section>
  ) : null;
}

function useLevelWords(): (change: ResultChange) => string {
  const { t } = useDataMeshTranslation();
  const results = useResultWords();
  const outlineOf = useOutlines();
  return ({ entity, ruleSet, dimension, before, after }) => {
    const isDomain = entity.ref.startsWith('domain:');
    const outline = outlineOf(ruleSet, isDomain ? 'Domain' : 'DataProduct');
    const what = dimension
      ? outline?.dimensions.find(({ id }) => id === dimension)?.title ??
        dimension
      : t('maturity.history.level');
    const titleOf = (level: string | null) =>
      level === null
        ? t('reviews.changes.noLevel')
        : results.level(outline, Number(level));
    return t('reviews.changes.levelOf', {
      what,
      before: titleOf(before),
      after: titleOf(after),
    });
  };
}
