import {
  DataProductAnswers,
  DataProductDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { isDeepStrictEqual } from 'node:util';

/** The answers, in the words of the form. */
const WORDS: Record<keyof DataProductDraft, string> = {
  usage: 'who uses it',
  purpose: 'purpose',
  name: 'name',
  domain: 'domain',
  owner: 'owner team',
  productOwner: 'product owner',
  title: 'title',
  consumer: 'consumer',
  initiatives: 'initiatives',
  lifecycle: 'lifecycle',
  type: 'type',
  inputs: 'inputs',
  inputPorts: 'inputs',
  outputPorts: 'output ports',
  promises: 'promises',
  classification: 'data class',
  containsPii: 'personal data',
  privacy: 'privacy',
  access: 'access',
  support: 'support',
};

/** Which answers differ, in words, in the order of the form. */
export function changedAnswers(
  before: DataProductAnswers,
  after: DataProductAnswers,
): string[] {
  const keys = Object.keys(WORDS) as (keyof DataProductDraft)[];
  return [
    ...new Set(
      keys
        .filter(key => !isDeepStrictEqual(before[key], after[key]))
        .map(key => WORDS[key]),
    ),
  ];
}
