import { isError } from '@backstage/errors';

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read by this process',
  EPERM: 'may not be read by this process',
  ENOTDIR: 'is not a folder',
  EISDIR: 'is a folder',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'has too long a name',
};

/** Says in words why the file system refused something. */
export function messageOf(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  return REASONS[String(error.code)] ?? error.message;
}
