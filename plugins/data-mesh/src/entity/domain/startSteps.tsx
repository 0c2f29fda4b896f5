import Typography from '@material-ui/core/Typography';
import { Entity } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { OutlineRule } from '@backstage-data-mesh/plugin-data-mesh-common';
import { stringify } from 'yaml';
import { CopyableText } from '../../components/CopyableText';
import { docs } from '../../components/docs';
import { useDataMeshTranslation } from '../../translation';
import { FileToChange } from '../ownership/FileToChange';
import { domainAnnotation, domainPeople } from './domainPeople';

/** How the people of a domain are named. */
export function NamePeople({ entity }: { entity: Entity }) {
  const { t } = useDataMeshTranslation();
  const { domainOwner, dataLead } = domainPeople(entity);
  const annotations = {
    [domainAnnotation.domainOwner]: domainOwner?.ref ?? 'user:default/...',
    [domainAnnotation.dataLead]: dataLead?.ref ?? 'user:default/...',
  };
  return (
    <>
      <Typography variant="body2" gutterBottom>
        {t('domain.start.peopleText')}
      </Typography>
      <CopyableText
        text={stringify({ metadata: { annotations } }).trimEnd()}
        copyLabel={t('domain.start.copyPeople')}
      />
      <FileToChange entity={entity} />
    </>
  );
}

/** How a goal is written, and how this portal comes to know of it. */
export function NameGoal(props: {
  domain: string;
  rule: OutlineRule | undefined;
}) {
  const { domain, rule } = props;
  const { t } = useDataMeshTranslation();
  const request = {
    items: [
      {
        entityRef: domain,
        key: 'goals.withParent',
        value: 1,
        observedAt: new Date().toISOString().slice(0, 10),
        source: 'goals',
      },
    ],
  };
  return (
    <>
      {rule && (
        <Typography variant="body2" gutterBottom>
          {rule.why}
        </Typography>
      )}
      <Typography variant="body2" gutterBottom>
        {t('domain.start.goalText')}
      </Typography>
      <CopyableText
        text={t('domain.start.goalPattern')}
        copyLabel={t('domain.start.copyGoal')}
      />
      <Typography variant="body2" gutterBottom>
        {t('domain.start.goalTell')}
      </Typography>
      <CopyableText
        text={`PUT /api/data-mesh/evidence\n${JSON.stringify(
          request,
          null,
          2,
        )}`}
        copyLabel={t('domain.start.copyRequest')}
      />
      <Typography variant="body2">
        <Link to={`${docs}/rules.md`}>{t('domain.start.docs')}</Link>
      </Typography>
    </>
  );
}
