import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  ProductSayingRequest,
  UnheardAnswer,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { PersonTells, Told } from '../evidence/PersonTells';
import { ANSWERS, noteOf, REVIEW_HELD } from './answers';

/**
 * What a saying tells of a product, as evidence: that it was reviewed, and the
 * answers that the person is asked for. Those of others are named.
 */
export async function hearSaying(
  product: string,
  saying: ProductSayingRequest,
  tells: PersonTells,
  credentials: BackstageCredentials<BackstageUserPrincipal>,
  now: Date,
): Promise<{ told: Told[]; unheard: UnheardAnswer[] }> {
  const asked = (await tells.keysFor([product], credentials)).get(product);
  const told: Told[] = [
    {
      key: REVIEW_HELD,
      value: now.toISOString().slice(0, 10),
      note: noteOf(undefined, saying),
    },
  ];
  const unheard: UnheardAnswer[] = [];
  for (const answer of ANSWERS) {
    const { key, title } = answer;
    const value = answer.value(saying);
    const who = tells.whoIsAsked(key, 'dataproduct');
    if (value === undefined || !who) {
      continue;
    }
    if (asked?.has(key)) {
      told.push({ key, value, note: noteOf(answer, saying) });
    } else {
      unheard.push({ key, title, who });
    }
  }
  return { told, unheard };
}
