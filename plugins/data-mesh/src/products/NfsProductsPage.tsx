import { Container } from '@backstage/ui';
import { ProductsContent } from './ProductsContent';

/** The tab Data products below the header that the app draws. */
export function NfsProductsPage() {
  return (
    <Container>
      <main>
        <ProductsContent />
      </main>
    </Container>
  );
}
