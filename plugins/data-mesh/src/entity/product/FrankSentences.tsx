import { Fragment, ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { daysSince } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { FrankSentence, Promised, Use } from './frankLine';
import { MATURITY_TAB_PATH } from './maturity/place';
import { USED_BY_ID } from './UsedByList';

/** The sentences of the frank line, with a link for each part. */
export function FrankSentences(props: { sentences: readonly FrankSentence[] }) {
  return (
    <>
      {props.sentences.map((sentence, index) => (
        <Fragment key={sentence.kind}>
          {index > 0 && ' '}
          <Sentence sentence={sentence} />
        </Fragment>
      ))}
    </>
  );
}

function Sentence({ sentence }: { sentence: FrankSentence }) {
  const { t } = useDataMeshTranslation();
  switch (sentence.kind) {
    case 'noOwner':
    case 'candidate':
    case 'experimental':
      return <>{t(`product.frank.${sentence.kind}`)}</>;
    case 'ownerMissing':
      return (
        <>{t('product.frank.ownerMissing', { owner: sentence.owner.title })}</>
      );
    case 'ownedByPerson': {
      const owner = <CatalogLink to={sentence.owner} />;
      return <>{t('product.frank.ownedByPerson', { owner })}</>;
    }
    case 'otherLifecycle':
      return (
        <>
          {t('product.frank.otherLifecycle', {
            lifecycle: sentence.lifecycle,
          })}
        </>
      );
    case 'retired': {
      if (!sentence.successor) {
        return <>{t('product.frank.retired')}</>;
      }
      const successor = <CatalogLink to={sentence.successor} />;
      return <>{t('product.frank.retiredUse', { successor })}</>;
    }
    case 'deprecated':
      return <Deprecated {...sentence} />;
    case 'use':
      return (
        <>
          {t('product.frank.sentence', {
            words: <UseLink use={sentence.use} />,
          })}
        </>
      );
    case 'standing':
      return <StandingLink {...sentence} />;
    default:
      return <Answers {...sentence} />;
  }
}

function Answers(props: Extract<FrankSentence, { kind: 'answers' }>) {
  const { t } = useDataMeshTranslation();
  const owner = <CatalogLink to={props.owner} />;
  const use = props.use && <UseLink use={props.use} />;
  const promises = props.promises && <PromisesLink promised={props.promises} />;
  if (use && promises) {
    return (
      <>{t('product.frank.answersUsePromises', { owner, use, promises })}</>
    );
  }
  if (promises) {
    return <>{t('product.frank.answersPromises', { owner, promises })}</>;
  }
  return use ? (
    <>{t('product.frank.answersAndUse', { owner, use })}</>
  ) : (
    <>{t('product.frank.answers', { owner })}</>
  );
}

function StandingLink(props: Extract<FrankSentence, { kind: 'standing' }>) {
  const { standing, isUsed } = props;
  const { level, isHigh, target } = standing;
  const { t } = useDataMeshTranslation();
  const words = () => {
    if (target) {
      return t('product.frank.levelBelow', { level, target });
    }
    return isHigh && isUsed
      ? t('product.frank.levelAndUsed', { level })
      : level;
  };
  return (
    <>
      {t('product.frank.sentence', {
        words: <MaturityLink>{words()}</MaturityLink>,
      })}
    </>
  );
}

function PromisesLink({ promised }: { promised: Promised }) {
  const { t } = useDataMeshTranslation();
  const days = daysSince(promised.at);
  const when = () => {
    switch (days) {
      case 0:
        return t('product.frank.today');
      case 1:
        return t('product.frank.yesterday');
      default:
        return t('product.frank.daysAgo', { count: days });
    }
  };
  return (
    <MaturityLink>
      {t(`product.frank.promises.${promised.words}`, { when: when() })}
    </MaturityLink>
  );
}

/** To where it is told how the product came by its level. */
function MaturityLink({ children }: { children: ReactNode }) {
  const { entity } = useEntity();
  const entityRefLink = useEntityRefLink();
  return (
    <Link to={`${entityRefLink(entity)}${MATURITY_TAB_PATH}`}>{children}</Link>
  );
}

function Deprecated(props: Extract<FrankSentence, { kind: 'deprecated' }>) {
  const { t } = useDataMeshTranslation();
  const date = props.until && dateWords(props.until);
  const successor = props.successor && <CatalogLink to={props.successor} />;
  if (date && successor) {
    return <>{t('product.frank.deprecatedUntilUse', { date, successor })}</>;
  }
  if (successor) {
    return <>{t('product.frank.deprecatedUse', { successor })}</>;
  }
  return date ? (
    <>{t('product.frank.deprecatedUntil', { date })}</>
  ) : (
    <>{t('product.frank.deprecated')}</>
  );
}

function UseLink({ use }: { use: Use }) {
  const { t } = useDataMeshTranslation();
  switch (use.words) {
    case 'use':
    case 'stillUse':
      return (
        <Link to={`#${USED_BY_ID}`}>
          {t(`product.frank.${use.words}`, { count: use.count })}
        </Link>
      );
    default:
      return <>{t(`product.frank.${use.words}`)}</>;
  }
}
