const hasStatus = (error: Error, status: number) =>
  'statusCode' in error && error.statusCode === status;

/** Whether the reader has no right to what was asked for. */
export function isForbidden(error: Error): boolean {
  return error.name === 'NotAllowedError' || hasStatus(error, 403);
}

/**
 * Whether a list failed because there is no data mesh backend: where it is
 * installed, its lists may be empty but are always found.
 */
export function isWithoutBackend(error: Error): boolean {
  return error.name === 'NotFoundError' || hasStatus(error, 404);
}

/** The backend's own sentence, where the error carries it. */
export function sentenceOf(error: Error): string {
  return error.cause instanceof Error && error.cause.message
    ? error.cause.message
    : error.message;
}
