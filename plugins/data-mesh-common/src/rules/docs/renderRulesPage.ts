import { Vocabulary } from '../compile/Vocabulary';
import { RuleSet } from '../set/RuleSet';
import { evidenceSection } from './evidenceSection';
import { factsSection } from './factsSection';
import { blocks, table } from './markdown';
import { ruleSetSection } from './ruleSetSection';

const STATUSES = [
  ['Done', 'The rule is met.'],
  ['To do', 'It is not met.'],
  [
    'Not known yet',
    'There is no evidence or only outdated evidence, nobody has answered the question, or no source tells a fact. It never counts as met.',
  ],
  [
    'Waiting for …',
    'It is not met, and a rule that comes first does not hold either.',
  ],
  [
    'Set aside until …',
    'It is not met, and an exception with reason, approver and end counts it as met.',
  ],
  ['Does not apply', 'It is about something this one does not have.'],
  [
    'Not measured here yet',
    'Its evidence has never come for anyone, and nobody can be asked. It counts for nobody.',
  ],
];

/**
 * The page that documents the facts, the evidence and the rules, for people
 * who read no code.
 */
export function renderRulesPage(
  ruleSets: readonly RuleSet[],
  vocabulary: Vocabulary,
): string {
  const { DataProduct, Domain } = vocabulary.subjects;
  return `${blocks(
    '# Rules',
    '<!-- Made from the declarations in plugins/data-mesh-common; run its tests with UPDATE_DOCS=1 to make it anew. -->',
    'A rule is one statement about a data product or a domain. It reads facts, and only facts. This page lists every rule of the three rule sets that come with the plugins, every fact they may read, and the evidence that people and systems supply.',
    '## What a rule comes to',
    table(['Word', 'Means'], STATUSES),
    'An open point never changes a level. It is shown with the rule it restates, where there is one, so that there is one thing to do, once.',
    ...ruleSets.map(set => ruleSetSection(set, vocabulary)),
    '## Facts',
    'A fact that no source can tell is not known, and so is a rule that depends on it. A share of nothing is not known either.',
    factsSection('Facts of a data product', DataProduct),
    factsSection('Facts of a domain', Domain),
    evidenceSection(),
  )}\n`;
}
