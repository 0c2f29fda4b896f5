import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  ContractObject,
  ContractQualityRule,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CopyableText } from '../components/CopyableText';
import { Fold } from '../components/Fold';
import { useDataMeshTranslation } from '../translation';
import { useQualityWords } from './useQualityWords';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: { '& + &': { marginTop: theme.spacing(1.5) } },
  subject: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
}));

/** What the data has to fulfil, rule by rule, objects and fields together. */
export function QualityRules(props: { objects: readonly ContractObject[] }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const rules = props.objects.flatMap(object => [
    ...object.quality.map(rule => ({ subject: object.name, rule })),
    ...object.fields.flatMap(field =>
      field.quality.map(rule => ({
        subject: `${object.name}.${field.path}`,
        rule,
      })),
    ),
  ]);
  if (!rules.length) {
    return null;
  }
  return (
    <EntityInfoCard title={t('contract.quality.title')}>
      <ul className={classes.list}>
        {rules.map(({ subject, rule }, index) => (
          <li key={index} className={classes.item}>
            <Typography variant="body2" className={classes.subject}>
              {subject}
            </Typography>
            <QualityRule rule={rule} />
          </li>
        ))}
      </ul>
    </EntityInfoCard>
  );
}

function QualityRule({ rule }: { rule: ContractQualityRule }) {
  const { t } = useDataMeshTranslation();
  const qualityWords = useQualityWords();
  const facts = [
    rule.dimension,
    rule.severity &&
      t('contract.quality.severity', { severity: rule.severity }),
    rule.businessImpact &&
      t('contract.quality.impact', { impact: rule.businessImpact }),
    rule.schedule &&
      t('contract.quality.schedule', { schedule: rule.schedule }),
    rule.engine && t('contract.quality.engine', { engine: rule.engine }),
    ...rule.arguments.map(({ name, value }) => `${name}: ${value}`),
  ].filter(Boolean);
  const [first, ...others] = [
    rule.name,
    rule.description,
    qualityWords(rule),
  ].filter(Boolean);
  const code = rule.query ?? rule.implementation;

  return (
    <>
      <Typography variant="body2">
        {first ?? t('contract.quality.rule')}
        {others.map(text => ` · ${text}`)}
      </Typography>
      {facts.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {facts.join(', ')}
        </Typography>
      )}
      {code && (
        <Fold label={t('contract.quality.query')}>
          <CopyableText
            text={code}
            copyLabel={t('contract.quality.copyQuery')}
          />
        </Fold>
      )}
    </>
  );
}
