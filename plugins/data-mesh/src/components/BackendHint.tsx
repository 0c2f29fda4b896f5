import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { LoadError } from './LoadError';

/**
 * Stands in for what the data mesh backend could not tell. Where the backend
 * is missing, or does not know the entity yet, that is no error: a quiet
 * sentence is enough.
 */
export function BackendHint(props: {
  error: Error;
  onRetry: () => void;
  unknown: ReactNode;
}) {
  const { error, onRetry, unknown } = props;
  const isMissing =
    error.name === 'NotFoundError' ||
    ('statusCode' in error && error.statusCode === 404);
  if (isMissing) {
    return (
      <Typography variant="body2" color="textSecondary">
        {unknown}
      </Typography>
    );
  }
  return <LoadError error={error} onRetry={onRetry} />;
}
