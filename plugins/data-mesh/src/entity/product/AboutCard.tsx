import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { DataProductEntityV1alpha1 } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { Fact, Facts } from '../../components/Facts';
import { useLifecycleWord } from '../../components/useLifecycleWord';
import {
  useDurationWords,
  useServiceLevelWords,
} from '../../contract/useServiceLevelWords';
import { useDataMeshTranslation } from '../../translation';
import { ChangeProductButton } from '../../scaffolder/ChangeProductButton';
import { SupportChannels } from './SupportChannels';
import { Terms } from './Terms';
import { usePersonaWord, useTypeWords } from './useProductWords';

const useStyles = makeStyles(theme => ({
  purpose: { marginBottom: theme.spacing(2), whiteSpace: 'pre-line' },
}));

/** What the product is, as its catalog file says it. */
export function AboutCard() {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const { spec } = entity;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const lifecycleWord = useLifecycleWord();
  const typeWords = useTypeWords();
  const personaWord = usePersonaWord();
  const durationWords = useDurationWords();
  const serviceLevelWords = useServiceLevelWords();

  const dataClass = [
    spec.classification,
    spec.containsPii && t('product.about.pii'),
  ].filter(Boolean);
  const promises = (spec.sla ?? []).filter(
    ({ property }) => !isSupportTime(property),
  );
  const facts: [name: string, value: string | undefined][] = [
    [t('product.about.usage'), spec.usage],
    [t('product.about.limitations'), spec.limitations],
    [t('product.about.personas'), spec.personas?.map(personaWord).join(', ')],
    [t('product.about.type'), spec.type && typeWords(spec.type)],
    [t('product.about.lifecycle'), lifecycleWord(spec.lifecycle)],
    [t('product.about.version'), spec.version],
    [t('product.about.class'), dataClass.join(', ')],
    [
      t('product.about.notice'),
      spec.notice &&
        t('product.about.noticeBefore', {
          duration: durationWords(spec.notice),
        }),
    ],
    [
      isPast(spec.mvpAt)
        ? t('product.about.mvp')
        : t('product.about.mvpPlanned'),
      spec.mvpAt && dateWords(spec.mvpAt),
    ],
  ];

  return (
    <EntityInfoCard
      title={t('product.about.title')}
      headerActions={<ChangeProductButton />}
    >
      <Typography
        className={classes.purpose}
        color={spec.purpose ? 'textPrimary' : 'textSecondary'}
      >
        {spec.purpose ?? t('product.about.noPurpose')}
      </Typography>
      <Facts>
        {facts.map(
          ([name, value]) =>
            value && (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ),
        )}
        {promises.length > 0 && (
          <Fact name={t('product.about.promises')}>
            {promises.map((level, index) => (
              <div key={index}>{serviceLevelWords(level)}</div>
            ))}
          </Fact>
        )}
        {Boolean(spec.support?.length) && (
          <Fact name={t('product.about.support')}>
            <SupportChannels
              channels={spec.support ?? []}
              answerTime={spec.sla?.find(level =>
                isSupportTime(level.property),
              )}
            />
          </Fact>
        )}
        {Boolean(spec.terms?.length) && (
          <Fact name={t('product.about.terms')}>
            <Terms terms={spec.terms ?? []} />
          </Fact>
        )}
      </Facts>
    </EntityInfoCard>
  );
}

function isSupportTime(property: string): boolean {
  return property.toLocaleLowerCase('en-US') === 'supportresponsetime';
}

function isPast(day: string | undefined): boolean {
  return !day || !(Date.parse(day) > Date.now());
}
