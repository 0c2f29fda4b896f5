import { Fragment } from 'react';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { useDataMeshTranslation } from '../../translation';
import { useGoalWords } from '../words';
import { Section } from './Section';
import { usePanelStyles } from './usePanelStyles';

/** What was decided, why and by whom, the newest first. */
export function NodeDecisions({ node }: { node: ValueNode }) {
  const { t } = useDataMeshTranslation();
  const classes = usePanelStyles();
  const words = useGoalWords();
  const { decisions, fields } = node;
  return (
    <>
      {fields.learning && (
        <Section title={t('goals.fields.learning')}>
          <div className={classes.text}>{fields.learning}</div>
        </Section>
      )}
      {decisions.length > 0 && (
        <Section title={t('goals.panel.decisions')}>
          <ul className={classes.list}>
            {decisions.map(decision => (
              <li key={decision.id}>
                <div>
                  <strong>{words.decision(decision.type)}</strong>,{' '}
                  <time dateTime={decision.date}>
                    {dateWords(decision.date)}
                  </time>
                </div>
                <div className={classes.text}>{decision.reason}</div>
                {decision.learning && (
                  <div className={classes.text}>
                    {t('goals.fields.learning')}: {decision.learning}
                  </div>
                )}
                {decision.measures.map(({ id, name, text }) => (
                  <div key={id} className={classes.quiet}>
                    {name}: {text}
                  </div>
                ))}
                {(decision.participants.length > 0 || decision.by) && (
                  <div className={classes.quiet}>
                    {people(decision).map((person, index) => (
                      <Fragment key={person.ref}>
                        {index > 0 && ', '}
                        <CatalogLink to={person} />
                      </Fragment>
                    ))}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Who told it first, then who else took part. */
function people({ by, participants }: ValueNode['decisions'][number]) {
  const all = by ? [by, ...participants] : participants;
  return [...new Map(all.map(person => [person.ref, person])).values()];
}
