import { readRefs } from '../http/readValues';

/** @throws InputError when it is no ref */
export function readDomain(domain: string | undefined): string | undefined {
  return readRefs('domain', domain ? [domain] : undefined, 'Domain')?.[0];
}
