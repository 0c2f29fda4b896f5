import { Mesh, MeshProduct } from '../mesh/Mesh';
import { DomainOrder } from './DomainOrder';
import { ProductOutcome } from './evaluateProduct';

function meshOf(products: Record<string, string[]>, domains: string[]): Mesh {
  const all = Object.entries(products).map(([ref, own]) => [
    ref,
    { ref, description: { domains: own } } as MeshProduct,
  ]);
  return new Mesh({
    products: new Map(all as [string, MeshProduct][]),
    domains: new Map(
      domains.map(ref => [ref, { ref, digest: '', annotations: {} }]),
    ),
  } as Partial<ConstructorParameters<typeof Mesh>[0]> as ConstructorParameters<typeof Mesh>[0]);
}

const outcomeOf = (product: MeshProduct) => ({ product } as ProductOutcome);
const refs = (items: readonly { ref: string }[]) => items.map(({ ref }) => ref);

describe('DomainOrder', () => {
  const mesh = meshOf(
    { p1: ['a'], p2: ['b', 'a'], p3: ['b'], p4: [], p5: ['gone'] },
    ['a', 'b', 'empty'],
  );
  const whole = {
    products: new Set(mesh.products.keys()),
    domains: new Set(mesh.domains.keys()),
  };

  it('completes domains one after the other, each with all of its products', () => {
    const order = new DomainOrder(mesh, whole);
    expect(refs(order.products)).toEqual(['p1', 'p2', 'p3', 'p5', 'p4']);
    expect(refs(order.empty)).toEqual(['empty']);

    const complete: Record<string, string[]> = {};
    for (const product of order.products) {
      const ready = order.take([product], [outcomeOf(product)]);
      for (const { ref } of ready) {
        complete[ref] = refs(order.release(ref).map(one => one.product));
      }
    }
    expect(complete).toEqual({ a: ['p1', 'p2'], b: ['p2', 'p3'] });
  });

  it('completes a domain without those that failed', () => {
    const order = new DomainOrder(mesh, whole);
    const [, ...others] = order.products;
    const ready = order.take(order.products, others.map(outcomeOf));
    expect(refs(ready).sort()).toEqual(['a', 'b']);
    expect(refs(order.release('a').map(one => one.product))).toEqual(['p2']);
    // What two domains share is kept for the second.
    expect(refs(order.release('b').map(one => one.product))).toEqual([
      'p2',
      'p3',
    ]);
  });

  it('leaves out domains that are not wanted', () => {
    const order = new DomainOrder(mesh, {
      products: new Set(['p1', 'p2']),
      domains: new Set(['a']),
    });
    const ready = order.take(order.products, order.products.map(outcomeOf));
    expect(refs(ready)).toEqual(['a']);
    expect(refs(order.release('a').map(one => one.product))).toEqual([
      'p1',
      'p2',
    ]);
  });
});
