import { z } from 'zod';

/** A parameter that may occur several times in a url. */
export const valuesSchema = z
  .union([z.string(), z.array(z.string())])
  .transform(value => [value].flat().filter(v => v !== ''))
  .pipe(z.array(z.string().max(500)).max(50));

const LIMIT = 'It has to be a whole number from 1 to 100';

/** The size of a page. */
export const limitSchema = z.coerce
  .number({ error: LIMIT })
  .int(LIMIT)
  .min(1, LIMIT)
  .max(100, LIMIT)
  .default(20);
