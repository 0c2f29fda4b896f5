import {
  EvidenceDeclarations,
  EvidenceWay,
  domainAnnotations,
  evidenceKeys,
} from '../evidence';
import { blocks, code, sentence, table } from './markdown';
import { tellRespondents } from './tellRespondents';
import { tellValue } from './tellValue';

const WAYS: Record<EvidenceWay, string> = {
  portal: 'said in the portal',
  push: 'sent by a service',
  collector: 'fetched from a source',
  annotation: 'annotation',
};

/** Every evidence key and every annotation of a domain. */
export function evidenceSection(): string {
  const declared: EvidenceDeclarations = evidenceKeys;
  return blocks(
    '## Evidence',
    'Evidence is what the catalog does not hold: a dated fact about an entity, sent by a pipeline, fetched from a source or said by a person. Where several tell something that still holds, the way that comes first in the last column wins. What is outdated makes its rules unknown, never met.',
    table(
      [
        'Key',
        'About',
        'Tells',
        'Example',
        'Holds for',
        'Asked of',
        'Which wins',
      ],
      Object.entries(declared).map(([key, evidence]) => [
        code(key),
        evidence.subject,
        sentence(evidence.description),
        tellValue(evidence.example),
        evidence.validDays === undefined ? '' : `${evidence.validDays} days`,
        tellRespondents(evidence.ask?.who),
        evidence.ways.map(way => WAYS[way]).join(', '),
      ]),
    ),
    'The answer to a question that only one rule asks has the key `answer.` with the name of the rule, such as `answer.stands-alone`. It is yes or no, and holds as long as the rule says.',
    '## What a domain says of itself',
    'The stock kind Domain has no fields for these, so they are annotations.',
    table(
      ['Annotation', 'Tells', 'Example'],
      Object.values(domainAnnotations).map(({ key, description, example }) => [
        code(key),
        sentence(description),
        example,
      ]),
    ),
  );
}
