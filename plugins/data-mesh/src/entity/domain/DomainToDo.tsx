import { ToDoEntry } from '@backstage-data-mesh/plugin-data-mesh-common';
import { EntityToDo, RuleActions, ToDoItem } from '../../results';

/** One thing for a domain to do, with what the reader can do about it here. */
export function DomainToDo(props: {
  toDo: EntityToDo;
  entry: ToDoEntry;
  /** Without what only a page has room for. */
  isShort?: boolean;
}) {
  const { toDo, entry, isShort } = props;
  const { results, outlines } = toDo;
  const { rule, ruleSet, status } = entry;
  return (
    <ToDoItem
      entry={entry}
      outline={outlines.find(({ id }) => id === ruleSet)}
      actions={
        results &&
        rule &&
        ruleSet && (
          <RuleActions
            entity={results.entity}
            may={results.may}
            ruleSet={ruleSet}
            rule={rule}
            status={status === 'unknown' ? 'unknown' : 'fail'}
            isShort={isShort}
          />
        )
      }
    />
  );
}
