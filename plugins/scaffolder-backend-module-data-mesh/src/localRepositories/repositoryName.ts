import { InputError } from '@backstage/errors';

const PLAIN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Device names that are no folder names on Windows. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a name is one folder, everywhere. */
export function isRepositoryName(name: string): boolean {
  return PLAIN.test(name) && name.length <= 63 && !RESERVED.test(name);
}

/** @throws InputError for anything else than the name of a repository */
export function assertRepositoryName(name: string) {
  if (!isRepositoryName(name)) {
    throw new InputError(
      `"${name.slice(
        0,
        80,
      )}" cannot be the name of a repository. Use up to 63 lower-case letters and digits, with single hyphens between them, for example lab-orders`,
    );
  }
}
