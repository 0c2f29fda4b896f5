import {
  ContractFacts,
  ProductDescription,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { SubjectFacts } from '../../projection/subjectFacts';
import { digestOf } from '../digest';

/** What rules read of an entity, and the digest of just that. */
export type ParsedSubject = {
  product?: ProductDescription;
  annotations: Readonly<Record<string, string>>;
  digest: string;
};

export function parseSubject(text: string): ParsedSubject {
  const { product, annotations = {} }: SubjectFacts = JSON.parse(text);
  return { product, annotations, digest: digestOf([product, annotations]) };
}

const FIELD = { object: '', path: '', described: false };

/** Rules count the fields and never read their names, which take the room. */
export function parseContractFacts(text: string): ContractFacts {
  const facts: ContractFacts = JSON.parse(text);
  return { ...facts, fields: facts.fields.map(() => FIELD) };
}
