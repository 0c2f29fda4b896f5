import { Container } from '@backstage/ui';
import { DomainsContent } from './DomainsContent';

/** The tab Domains below the header that the app draws. */
export function NfsDomainsPage() {
  return (
    <Container>
      <main>
        <DomainsContent />
      </main>
    </Container>
  );
}
