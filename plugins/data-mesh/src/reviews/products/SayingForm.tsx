import { FormEvent, useId } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import {
  productDecisions,
  ProductSaying,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useOutline, useSayAboutProduct } from '../../api';
import { SendError } from '../../components/SendError';
import { useResultWords } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { useReviewStyles } from '../useReviewStyles';
import { requestOf, SayingDraft } from './sayingDraft';
import { YesNoInput } from './YesNoInput';

/** Says something about a product. What was written stays until it is kept. */
export function SayingForm(props: {
  review: string;
  product: ReviewProduct;
  /** What was said in this review. */
  said: ProductSaying | undefined;
  draft: SayingDraft;
  hasNext: boolean;
  onDraft: (draft: SayingDraft) => void;
  onSaid: (said: ProductSaying | undefined) => void;
}) {
  const { review, product, said, draft, hasNext, onDraft, onSaid } = props;
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const results = useResultWords();
  const id = useId();
  const { send, isSending, error } = useSayAboutProduct();
  const others = said && said.version !== draft.version ? said : undefined;
  const request = requestOf(draft, said?.version ?? 0);
  const set = (to: Partial<SayingDraft>) => onDraft({ ...draft, ...to });
  const forOthers = useForOthers(product, results.respondent);

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (request && !isSending) {
      const { ref } = product.product;
      send({ id: review, product: ref, saying: request }).then(
        ({ products }) => onSaid(products.find(one => one.product.ref === ref)),
        // Told below by `error`.
        () => {},
      );
    }
  };

  return (
    <form
      noValidate
      onSubmit={save}
      aria-label={t('reviews.products.form.label', {
        product: product.product.title,
      })}
      className={classes.fields}
    >
      {others && (
        <Alert severity="warning">
          {t('reviews.products.form.others', {
            person: others.by?.title ?? t('reviews.products.form.somebody'),
            decision: t(`reviews.decision.${others.decision}`),
            words: [others.value, others.costBand, others.next]
              .filter(Boolean)
              .join('. '),
          })}
        </Alert>
      )}
      <div>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('reviews.products.form.decision')}
          value={draft.decision ?? null}
          onChange={(_, decision) => set({ decision: decision ?? undefined })}
        >
          {productDecisions.map(decision => (
            <ToggleButton
              key={decision}
              value={decision}
              classes={{ root: classes.choice, selected: classes.chosen }}
            >
              {t(`reviews.decision.${decision}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {product.suggested && (
          <Typography variant="body2" className={classes.quiet}>
            {t('reviews.products.form.suggested', {
              decision: t(`reviews.decision.${product.suggested.decision}`),
              because: t(
                `reviews.products.form.because.${product.suggested.because}`,
              ),
            })}
          </Typography>
        )}
      </div>
      <TextField
        id={`${id}-value`}
        label={t('reviews.products.form.value')}
        helperText={forOthers('value') ?? t('reviews.products.form.valueHelp')}
        value={draft.value}
        multiline
        onChange={event => set({ value: event.target.value })}
        inputProps={{ maxLength: 500 }}
      />
      <TextField
        id={`${id}-cost`}
        label={t('reviews.products.form.costBand')}
        helperText={t('reviews.products.form.costBandHelp')}
        value={draft.costBand}
        onChange={event => set({ costBand: event.target.value })}
        inputProps={{ maxLength: 100 }}
      />
      <TextField
        id={`${id}-next`}
        label={t('reviews.products.form.next')}
        helperText={t('reviews.products.form.nextHelp')}
        value={draft.next}
        multiline
        onChange={event => set({ next: event.target.value })}
        inputProps={{ maxLength: 1000 }}
      />
      <YesNoInput
        label={t('reviews.products.form.standsAlone')}
        value={draft.standsAlone}
        help={forOthers('standsAlone')}
        onChange={standsAlone => set({ standsAlone })}
      />
      <YesNoInput
        label={t('reviews.products.form.funded')}
        value={draft.funded}
        help={forOthers('funded')}
        onChange={funded => set({ funded })}
      />
      {error && <SendError error={error} />}
      <div>
        <Button
          type="submit"
          color="primary"
          variant="contained"
          disabled={!request || isSending}
        >
          {t(
            isSending
              ? 'reviews.products.form.saving'
              : `reviews.products.form.${hasNext ? 'saveNext' : 'save'}`,
          )}
        </Button>
      </div>
    </form>
  );
}

/** Who has to give an answer, where that is not the reader. */
function useForOthers(
  { mayTell }: ReviewProduct,
  respondent: (who: string) => string,
) {
  const { t } = useDataMeshTranslation();
  const outline = useOutline('data-product-maturity', 'DataProduct');
  const codes = { value: 'DP-L5', standsAlone: 'DP-V7', funded: 'DP-L4' };
  return (of: ReviewProduct['mayTell'][number]): string | undefined => {
    if (mayTell.includes(of)) {
      return undefined;
    }
    const ask = outline?.rules.find(({ code }) => code === codes[of])?.ask;
    const who = ask?.who ?? ['owner', 'product-owner', 'domain-owner'];
    return t('reviews.products.form.forOthers', {
      who: who.map(respondent).join(', '),
    });
  };
}
