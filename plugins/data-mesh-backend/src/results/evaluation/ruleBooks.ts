import {
  CompiledRuleSet,
  outlineOf,
  readsOf,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { RuleBook } from '../compare';

const books = new WeakMap<CompiledRuleSet, Map<string, RuleBook>>();

/** What is known of the rules of a set, found once for each loaded set. */
export function ruleBookOf(
  ruleSet: CompiledRuleSet,
  kind: string,
  today: string,
): RuleBook {
  const own = books.get(ruleSet) ?? new Map<string, RuleBook>();
  books.set(ruleSet, own);
  const book = own.get(kind) ?? {
    rules: new Map(
      outlineOf(ruleSet, today, kind).rules.map(rule => [rule.id, rule]),
    ),
    reads: readsOf(ruleSet, kind),
  };
  own.set(kind, book);
  return book;
}
