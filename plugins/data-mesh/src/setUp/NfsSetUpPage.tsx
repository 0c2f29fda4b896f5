import { Container } from '@backstage/ui';
import { SetUpContent } from './SetUpContent';

/** The tab Set-up below the header that the app draws. */
export function NfsSetUpPage() {
  return (
    <Container>
      <main>
        <SetUpContent />
      </main>
    </Container>
  );
}
