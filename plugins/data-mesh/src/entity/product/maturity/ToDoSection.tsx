import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityLink,
  EntityResults,
  RuleSetOutline,
  ToDoEntry,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { RuleActions, ToDoItem } from '../../../results';
import { HowItWasJudged } from './HowItWasJudged';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(3) },
  item: { padding: theme.spacing(1, 0) },
}));

/** Things to do, in their order, with all that can be done about them. */
export function ToDoSection(props: {
  title: string;
  entries: readonly ToDoEntry[];
  /** The number of the first. */
  start?: number;
  /** How many stand open from the start. */
  open?: number;
  outline: RuleSetOutline;
  entity: EntityLink;
  may: EntityResults['may'];
}) {
  const { title, entries, start = 1, open = 0, outline, entity, may } = props;
  const classes = useStyles();
  if (!entries.length) {
    return null;
  }
  return (
    <section aria-label={title}>
      <Typography variant="h6" component="h3">
        {title}
      </Typography>
      <ol className={classes.list} start={start}>
        {entries.map((entry, index) => {
          const { rule, ruleSet } = entry;
          const known = rule && ruleSet ? { rule, ruleSet } : undefined;
          return (
            <li key={entry.id} className={classes.item}>
              <ToDoItem
                entry={entry}
                outline={outline}
                isOpen={index < open}
                actions={
                  known && (
                    <RuleActions
                      entity={entity}
                      may={may}
                      {...known}
                      status={entry.status === 'unknown' ? 'unknown' : 'fail'}
                    />
                  )
                }
              >
                {known && (
                  <HowItWasJudged
                    entityRef={entity.ref}
                    ruleSet={known.ruleSet}
                    rule={known.rule.id}
                  />
                )}
              </ToDoItem>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
