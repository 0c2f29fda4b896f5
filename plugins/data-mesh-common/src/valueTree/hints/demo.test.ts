import { DataProductEntityV1alpha1 } from '../../kind';
import {
  DAY_ZERO,
  readDemoEntities,
} from '../../rules/demo/__testUtils__/readDemo';
import { readDemoTree } from '../../rules/demo/__testUtils__/readDemoTree';
import { readProduct } from '../../rules/facts';
import { ProductFacts } from './HintContext';
import { HintModel } from './hintCodes';
import { hintsOf } from './hintsOf';

const { tree } = readDemoTree();

const products: ProductFacts[] = readDemoEntities()
  .filter(entity => entity.kind === 'DataProduct')
  .map(entity => readProduct(entity as DataProductEntityV1alpha1))
  .map(({ ref, domains, inputs, initiatives }) => ({
    ref,
    domain: domains[0],
    inputs,
    nodes: initiatives,
  }));

const short = ({ code, node, product, measure, value }: HintModel) =>
  [code, node ?? product?.split('/')[1], measure, value]
    .filter(part => part !== undefined)
    .join(' ');

const hints = hintsOf(tree, { today: DAY_ZERO, products });

describe('the hints of the demo', () => {
  it('are these, and no others', () => {
    expect(hints.filter(({ isNews }) => !isNews).map(short)).toEqual([
      'only-lagging CG-1',
      'leading-on-course-outcome-behind DG-2 M-03 Appointments with confirmed reminder',
      'measured-only-through-domain-goals CG-2',
      'measured-only-through-domain-goals CG-3',
      'review-overdue B-07 2026-01-25',
      'no-backlog I-07',
      'ready-for-a-decision B-08',
      'review-overdue B-08 2026-02-19',
      'backlog-not-seen-lately I-08 TRI-19',
      'measured-only-through-domain-goals CG-4',
      'no-stop-rule B-09',
      'no-stop-rule B-10',
      'counts-output CG-5 M-15',
      'more-than-three-measures CG-5 4',
      'no-stop-rule B-11',
      'product-without-goal regional-sales-extract',
      'product-without-goal sales-orders',
    ]);
  });

  it('tell the good news of two initiatives that serve others as well', () => {
    expect(hints.filter(({ isNews }) => isNews)).toEqual([
      {
        code: 'serves-another-domain',
        node: 'I-02',
        domain: 'domain:default/patient-services',
        isNews: true,
      },
      {
        code: 'serves-another-domain',
        node: 'I-09',
        domain: 'domain:default/supply-chain',
        isNews: true,
      },
    ]);
  });

  it('say nothing of products when none are known', () => {
    const some = hintsOf(tree, { today: DAY_ZERO });
    expect(some.filter(({ product, isNews }) => product || isNews)).toEqual([]);
    expect(some).toHaveLength(15);
  });
});
