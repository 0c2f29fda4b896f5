import { useId } from 'react';
import Typography from '@material-ui/core/Typography';
import {
  ProductSaying,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { useDataMeshTranslation } from '../../translation';
import { useReviewStyles } from '../useReviewStyles';
import { ProductFactsList } from './ProductFactsList';
import { SayingForm } from './SayingForm';
import { draftOf, SayingDraft } from './sayingDraft';

/** One product: what is known of it, and what is decided on it. */
export function ProductScreen(props: {
  review: string;
  product: ReviewProduct;
  said: ProductSaying | undefined;
  draft: SayingDraft | undefined;
  /** Such as “2 of 5”. */
  place?: string;
  hasNext: boolean;
  onDraft: (draft: SayingDraft) => void;
  onSaid: (said: ProductSaying | undefined) => void;
}) {
  const { product, said, draft, place } = props;
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="h6" component="h4">
        <CatalogLink to={product.product} />
      </Typography>
      {place && (
        <Typography variant="body2" className={classes.quiet} gutterBottom>
          {place}
        </Typography>
      )}
      {said && !props.hasNext && (
        <Typography variant="body2" role="status">
          {t('reviews.products.form.saved')}
        </Typography>
      )}
      <ProductFactsList product={product} />
      <SayingForm {...props} draft={draft ?? draftOf(product, said)} />
    </section>
  );
}
