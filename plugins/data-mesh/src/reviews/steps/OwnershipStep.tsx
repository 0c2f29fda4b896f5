import Typography from '@material-ui/core/Typography';
import {
  Review,
  ReviewAgenda,
  Severity,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useOutline, useResults } from '../../api';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { Section } from '../../goals/panel/Section';
import { RuleActions, StatusWord, useResultWords } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { useReviewStyles } from '../useReviewStyles';

const bySeverity: readonly Severity[] = ['high', 'medium', 'low'];
/** Whether ownership was reviewed; for a person to answer. */
const OWNERSHIP_REVIEWED = 'DM-O8';

/** The open points of ownership, the most urgent first. */
export function OwnershipStep(props: { review: Review; agenda: ReviewAgenda }) {
  const { review, agenda } = props;
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const words = useResultWords();
  const { ownership } = agenda;
  return (
    <>
      {ownership.length === 0 && (
        <>
          <Typography variant="subtitle2" component="p">
            {t('reviews.ownership.nothing')}
          </Typography>
          <Typography variant="body2">
            {t('reviews.ownership.nothingText')}
          </Typography>
        </>
      )}
      {bySeverity.map(severity => {
        const points = ownership.filter(point => point.severity === severity);
        return (
          points.length > 0 && (
            <Section key={severity} title={words.severity(severity)}>
              <ul className={classes.list}>
                {points.map(({ entity, code, title, reason, since }) => (
                  <li key={`${entity.ref} ${code}`}>
                    <CatalogLink to={entity} />: {title}
                    {since &&
                      `, ${t('reviews.ownership.since', {
                        date: dateWords(since),
                      })}`}
                    {reason && <div className={classes.quiet}>{reason}</div>}
                  </li>
                ))}
              </ul>
            </Section>
          )
        );
      })}
      <DomainQuestion review={review} />
    </>
  );
}

/** Going through ownership is what the domain is asked about. */
function DomainQuestion({ review: { domain } }: { review: Review }) {
  const { t } = useDataMeshTranslation();
  const { data } = useResults(domain.ref);
  const rule = useOutline('domain-maturity', 'Domain')?.rules.find(
    ({ code }) => code === OWNERSHIP_REVIEWED,
  );
  const result = data?.items
    .find(({ ruleSet }) => ruleSet === 'domain-maturity')
    ?.results.find(({ code }) => code === OWNERSHIP_REVIEWED);
  if (!data || !rule || !result || !data.may.answer.includes(rule.id)) {
    return null;
  }
  return (
    <Section title={t('reviews.ownership.answer')}>
      <Typography variant="body2" gutterBottom>
        {rule.ask?.text} <StatusWord status={result.status} />
      </Typography>
      <RuleActions
        entity={data.entity}
        may={data.may}
        ruleSet="domain-maturity"
        rule={rule}
        status={result.status}
        isShort
      />
    </Section>
  );
}
