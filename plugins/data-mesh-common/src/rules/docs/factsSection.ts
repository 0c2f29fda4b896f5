import { FactDeclarations } from '../facts';
import { blocks, code, sentence, table } from './markdown';
import { tellKind, tellValue } from './tellValue';

/** Every fact of a kind of subject, with an example. */
export function factsSection(title: string, facts: FactDeclarations): string {
  return blocks(
    `### ${title}`,
    table(
      ['Fact', 'Tells', 'Kind', 'Example', 'From'],
      Object.entries(facts).map(([name, fact]) => [
        code(name),
        [sentence(fact.description), fact.note].filter(Boolean).join(' '),
        tellKind(fact),
        tellValue(fact.example, fact.unit),
        fact.source,
      ]),
    ),
  );
}
