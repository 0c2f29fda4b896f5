import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityLink,
  EntityResults,
  OutlineRule,
  StoredResult,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../../components/Fold';
import { RuleActions, RuleText, Since, StatusWord } from '../../../results';
import { useDataMeshTranslation } from '../../../translation';
import { HowItWasJudged } from './HowItWasJudged';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'grid',
    gridTemplateColumns: '12rem minmax(0, 1fr) auto',
    columnGap: theme.spacing(2),
    alignItems: 'center',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr' },
  },
  quiet: { color: theme.palette.text.secondary },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    '&:empty': { display: 'none' },
  },
}));

/** A rule and what it comes to. */
export type RuleWithResult = {
  ruleSet: string;
  rule: OutlineRule;
  result: StoredResult;
};

/** Rules with what they come to, each to be folded open. */
export function RuleList(props: {
  label: string;
  rules: readonly RuleWithResult[];
  entity: EntityLink;
  may: EntityResults['may'];
}) {
  const { label, rules, entity, may } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  return (
    <ul className={classes.list} aria-label={label}>
      {rules.map(({ ruleSet, rule, result }) => (
        <li key={`${ruleSet}/${rule.id}`} className={classes.item}>
          <div className={classes.head}>
            <Typography variant="body2" component="div">
              <StatusWord
                status={result.status}
                until={result.waivedUntil}
                isOpenPoint={rule.level === undefined}
              />
            </Typography>
            <Fold label={rule.title}>
              <RuleText why={rule.why} fix={rule.fix} reason={result.reason} />
              <HowItWasJudged
                entityRef={entity.ref}
                ruleSet={ruleSet}
                rule={rule.id}
              />
              <div className={classes.actions}>
                <RuleActions
                  entity={entity}
                  may={may}
                  ruleSet={ruleSet}
                  rule={rule}
                  status={result.status}
                />
              </div>
            </Fold>
            <Typography
              variant="body2"
              component="div"
              className={classes.quiet}
            >
              {[
                rule.code,
                rule.level !== undefined && t(`results.weight.${rule.weight}`),
              ]
                .filter(Boolean)
                .join(', ')}
              {result.status !== 'not-applicable' && result.since && (
                <>
                  {' · '}
                  <Since since={result.since} />
                </>
              )}
            </Typography>
          </div>
        </li>
      ))}
    </ul>
  );
}
