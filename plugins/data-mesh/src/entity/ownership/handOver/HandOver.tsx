import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ProductDetail } from '@backstage-data-mesh/plugin-data-mesh-common';
import { readPlan, writePlan } from './handOverQuery';

// Few who look at a product are about to hand it over.
const HandOverDialog = lazy(() =>
  import('./HandOverDialog').then(m => ({ default: m.HandOverDialog })),
);

/** The helper for a hand-over, while the address of the page speaks of one. */
export function HandOver(props: { product: ProductDetail }) {
  const [search, setSearch] = useSearchParams();
  const plan = readPlan(search);
  return plan ? (
    <Suspense fallback={null}>
      <HandOverDialog
        product={props.product}
        plan={plan}
        onChange={next =>
          setSearch(writePlan(next, search), {
            replace: true,
            preventScrollReset: true,
          })
        }
        onClose={() =>
          setSearch(writePlan(undefined, search), { preventScrollReset: true })
        }
      />
    </Suspense>
  ) : null;
}
