import { isWithoutBackend } from './errors';
import { LoadError } from './LoadError';
import { NoBackend } from './NoBackend';

/** In place of a page or tab that could not be loaded. */
export function PageError(props: {
  error: Error;
  onRetry: () => void;
  retryLabel?: string;
}) {
  return isWithoutBackend(props.error) ? (
    <NoBackend />
  ) : (
    <LoadError {...props} />
  );
}
