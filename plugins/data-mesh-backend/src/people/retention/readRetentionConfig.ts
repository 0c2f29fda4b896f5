import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** The settings under `dataMesh.retention`; what is absent is kept for ever. */
export type RetentionConfig = {
  /** After how many days entries of the audit log are deleted. */
  auditDays?: number;
  /** After how many days what is over names nobody any more. */
  namesDays?: number;
};

const KEYS = ['auditDays', 'namesDays'] as const;
/** Of days: longer than anybody looks back, and still a time. */
const MOST = 36_500;

/** @throws InputError when a setting is none, or no number of days */
export function readRetentionConfig(config: Config): RetentionConfig {
  const section = config.getOptionalConfig('dataMesh.retention');
  // A misspelt setting would keep for ever what is to go.
  const unknown = section
    ?.keys()
    .find(key => !KEYS.some(known => known === key));
  if (unknown !== undefined) {
    throw new InputError(
      `dataMesh.retention.${unknown} is no setting; there are ${KEYS.join(
        ' and ',
      )}`,
    );
  }
  const found: RetentionConfig = {};
  for (const key of KEYS) {
    const days = section?.getOptionalNumber(key);
    if (days !== undefined) {
      if (!Number.isInteger(days) || days < 1 || days > MOST) {
        throw new InputError(
          `dataMesh.retention.${key} is ${days}; it has to be a whole number of days from 1 to ${MOST}. Leave it out to keep all for ever`,
        );
      }
      found[key] = days;
    }
  }
  return found;
}
