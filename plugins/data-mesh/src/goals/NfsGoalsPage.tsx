import { Container } from '@backstage/ui';
import { GoalsContent } from './GoalsContent';

/** The tab Goals below the header that the app draws. */
export function NfsGoalsPage() {
  return (
    <Container>
      <main>
        <GoalsContent />
      </main>
    </Container>
  );
}
