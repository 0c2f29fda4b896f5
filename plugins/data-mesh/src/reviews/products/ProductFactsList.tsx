import { useApi, configApiRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EntityLink,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useOutline } from '../../api';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { Fact, Facts } from '../../components/Facts';
import { numberWords } from '../../goals/measures';
import { useResultWords } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { CopyButton } from '../../components/CopyButton';
import { useReviewStyles } from '../useReviewStyles';

/** What is known of a product before somebody says something about it. */
export function ProductFactsList({ product }: { product: ReviewProduct }) {
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const results = useResultWords();
  const outline = useOutline('data-product-maturity', 'DataProduct');
  const { users, use, promises, run, level, target, answers, last } = product;
  const facts = 'reviews.products.facts';

  return (
    <Facts>
      {level !== undefined && (
        <Fact name={t(`${facts}.level`)}>
          {target === undefined
            ? results.level(outline, level)
            : t('reviews.products.levelTarget', {
                level: results.level(outline, level),
                target: results.level(outline, target),
              })}
        </Fact>
      )}
      {product.owner && (
        <Fact name={t(`${facts}.owner`)}>
          <CatalogLink to={product.owner} />
        </Fact>
      )}
      <Fact name={t(`${facts}.users`)}>
        <div>{t(`${facts}.usersNow`, { teams: teams(users.now) })}</div>
        {users.before && (
          <div>{t(`${facts}.usersThen`, { teams: teams(users.before) })}</div>
        )}
      </Fact>
      <Fact name={t(`${facts}.use`)}>{useWords()}</Fact>
      <Fact name={t(`${facts}.promises`)}>{promisesWords()}</Fact>
      <Fact name={t(`${facts}.run`)}>
        {run && run.until
          ? t(`${facts}.runUntil`, { by: run.by, date: dateWords(run.until) })
          : run?.by ?? t(`${facts}.runUnknown`)}
      </Fact>
      <Fact name={t(`${facts}.answers`)}>
        {answers.length === 0 && <div>{t(`${facts}.noAnswers`)}</div>}
        {answers.map(answer => (
          <div key={`${answer.by?.ref} ${answer.at}`}>
            {t(`${facts}.${answerKey(answer.value)}`, {
              team: answer.by?.title ?? t(`${facts}.somebody`),
            })}
            , {dateWords(answer.at)}
            {answer.note && <div className={classes.quiet}>{answer.note}</div>}
          </div>
        ))}
        {users.now.length > 0 && <AskUsers product={product} />}
      </Fact>
      <Fact name={t(`${facts}.last`)}>
        {[
          last.heldAt ? dateWords(last.heldAt) : t(`${facts}.never`),
          last.decision && t(`reviews.decision.${last.decision}`),
          last.next,
        ]
          .filter(Boolean)
          .join(', ')}
      </Fact>
      {product.points.length > 0 && (
        <Fact name={t(`${facts}.points`)}>
          {product.points.map(({ code, title, severity }) => (
            <div key={code}>
              {title} ({results.severity(severity)})
            </div>
          ))}
        </Fact>
      )}
    </Facts>
  );

  function teams(all: readonly EntityLink[]): string {
    return all.length
      ? all.map(({ title }) => title).join(', ')
      : t(`${facts}.nobody`);
  }

  function useWords() {
    const { last30Days, lastUsedAt, before } = use ?? {};
    if (!last30Days && !lastUsedAt) {
      return t(`${facts}.notMeasured`);
    }
    return (
      <>
        {last30Days && (
          <div>
            {t(`${facts}.useNow`, {
              value: numberWords(Number(last30Days.value)),
              date: dateWords(last30Days.at),
            })}
            {!last30Days.holds && ` (${t(`${facts}.old`)})`}
          </div>
        )}
        {before !== undefined && (
          <div>{t(`${facts}.useThen`, { value: numberWords(before) })}</div>
        )}
        {lastUsedAt && (
          <div>
            {t(`${facts}.lastUsed`, {
              date: dateWords(String(lastUsedAt.value)),
            })}
          </div>
        )}
      </>
    );
  }

  function promisesWords() {
    if (!promises) {
      return t(`${facts}.promisesUnknown`);
    }
    const words = t(
      `${facts}.${promises.value ? 'promisesKept' : 'promisesBroken'}`,
      { date: dateWords(promises.at) },
    );
    return promises.holds ? words : `${words} (${t(`${facts}.old`)})`;
  }
}

function answerKey(value: string) {
  switch (value) {
    case 'yes':
      return 'answerYes';
    case 'no':
      return 'answerNo';
    default:
      return 'answerProblem';
  }
}

/** Nobody answers for those who use it; they can be asked. */
function AskUsers({ product: { product } }: { product: ReviewProduct }) {
  const { t } = useDataMeshTranslation();
  const entityRefLink = useEntityRefLink();
  const baseUrl = useApi(configApiRef).getOptionalString('app.baseUrl') ?? '';
  const url = `${baseUrl.replace(/\/$/, '')}${entityRefLink(product.ref)}`;
  return (
    <CopyButton
      label={t('reviews.products.facts.ask')}
      text={t('reviews.products.askText', { product: product.title, url })}
    />
  );
}
