import { Fragment } from 'react';
import { Link } from '@backstage/core-components';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { useDataMeshTranslation } from '../../translation';
import { FrankSentence, Use } from './frankLine';
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
    default: {
      const owner = <CatalogLink to={sentence.owner} />;
      if (!sentence.use) {
        return <>{t('product.frank.answers', { owner })}</>;
      }
      const use = <UseLink use={sentence.use} />;
      return <>{t('product.frank.answersAndUse', { owner, use })}</>;
    }
  }
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
