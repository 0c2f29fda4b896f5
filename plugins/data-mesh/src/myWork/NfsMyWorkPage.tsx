import { Container } from '@backstage/ui';
import { MyWorkContent } from './MyWorkContent';

/** The tab My work below the header that the app draws. */
export function NfsMyWorkPage() {
  return (
    <Container>
      <main>
        <MyWorkContent />
      </main>
    </Container>
  );
}
