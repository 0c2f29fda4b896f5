import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { Link } from '@backstage/core-components';
import {
  ProductSaying,
  Review,
  ReviewAgenda,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../components/Fold';
import { useResultWords } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { writePlace } from '../place';
import { ProductScreen } from '../products/ProductScreen';
import { productsLeft } from '../products/productsLeft';
import { draftOf, SayingDraft } from '../products/sayingDraft';
import { useReviewStyles } from '../useReviewStyles';

/** The products that are due, one on a screen. */
export function ProductsStep(props: {
  review: Review;
  agenda: ReviewAgenda;
  /** Ref of the product that is talked about. */
  at: string | undefined;
  drafts: Readonly<Record<string, SayingDraft>>;
  onDraft: (ref: string, draft: SayingDraft) => void;
  onGo: (ref: string | undefined) => void;
}) {
  const { review, agenda, at, drafts, onDraft, onGo } = props;
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const results = useResultWords();
  const { pathname } = useLocation();
  const [unheard, setUnheard] = useState<ProductSaying>();
  const { due, left, others } = productsLeft(review, agenda);
  const saidOf = (ref: string) =>
    review.products.find(({ product }) => product.ref === ref);
  const chosen =
    agenda.products.find(({ product }) => product.ref === at) ??
    left[0] ??
    due[0];
  if (agenda.products.length === 0) {
    return (
      <Typography variant="body2">{t('reviews.products.none')}</Typography>
    );
  }

  return (
    <>
      {due.length === 0 && (
        <>
          <Typography variant="subtitle2" component="p">
            {t('reviews.products.nothing')}
          </Typography>
          <Typography variant="body2" gutterBottom>
            {t('reviews.products.nothingText')}
          </Typography>
        </>
      )}
      {unheard && (
        <Alert severity="info" onClose={() => setUnheard(undefined)}>
          {unheard.product.title}:{' '}
          {t('reviews.products.form.unheard', {
            titles: unheard.unheard.map(({ title }) => title).join(', '),
            who: [...new Set(unheard.unheard.flatMap(({ who }) => who))]
              .map(results.respondent)
              .join(', '),
          })}
        </Alert>
      )}
      <div className={classes.columns}>
        <nav aria-label={t('reviews.products.list')}>
          {due.length > 0 && <Products products={due} />}
          {others.length > 0 && (
            <Fold
              label={t('reviews.products.others', { count: others.length })}
              defaultOpen={others.some(one => one === chosen)}
            >
              <Products products={others} />
            </Fold>
          )}
        </nav>
        {chosen && screen(chosen)}
      </div>
    </>
  );

  function screen(product: ReviewProduct) {
    const { ref } = product.product;
    const place = due.indexOf(product);
    const next = nextAfter(ref);
    const said = saidOf(ref);
    return (
      <ProductScreen
        key={ref}
        review={review.id}
        product={product}
        said={said}
        draft={drafts[ref]}
        hasNext={next !== undefined}
        place={
          place >= 0
            ? t('reviews.products.place', {
                at: String(place + 1),
                all: String(due.length),
              })
            : undefined
        }
        onDraft={draft => {
          onDraft(ref, draft);
          // It stays on the screen, also when somebody else talks about it
          if (at !== ref) {
            onGo(ref);
          }
        }}
        onSaid={now => {
          if (now) {
            onDraft(ref, draftOf(product, now));
            setUnheard(now.unheard.length > 0 ? now : undefined);
          }
          onGo(next ?? ref);
        }}
      />
    );
  }

  /** The next one that is due and that nobody has talked about. */
  function nextAfter(ref: string): string | undefined {
    const rest = left.filter(({ product }) => product.ref !== ref);
    const from = due.findIndex(({ product }) => product.ref === ref);
    return (rest.find(one => due.indexOf(one) > from) ?? rest[0])?.product.ref;
  }

  function Products({ products }: { products: readonly ReviewProduct[] }) {
    return (
      <ol className={classes.list}>
        {products.map(one => {
          const { ref, title } = one.product;
          const said = saidOf(ref);
          return (
            <li key={ref}>
              <Link
                to={`${pathname}${writePlace({ step: 'products', at: ref })}`}
                aria-current={one === chosen ? 'true' : undefined}
              >
                {said
                  ? t('reviews.products.said', {
                      product: title,
                      decision: t(`reviews.decision.${said.decision}`),
                    })
                  : title}
              </Link>
            </li>
          );
        })}
      </ol>
    );
  }
}
