import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEY = 'dataMesh.valueTree.maxActiveBets';

/**
 * How many bets of a domain may be active before a hint says that they are
 * many; undefined: as many as usual.
 *
 * @throws InputError when it is no such number
 */
export function readMaxActiveBets(
  config: RootConfigService,
): number | undefined {
  const most = config.getOptionalNumber(KEY);
  if (most !== undefined && !(Number.isInteger(most) && most >= 1)) {
    throw new InputError(`${KEY} is ${most}; it has to be 1 or more`);
  }
  return most;
}
