import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityLink,
  EntityResults,
  isUnmet,
  OutlineRule,
  RuleStatus,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { today } from '../components/today';
import { useDataMeshTranslation } from '../translation';
import { requestOf } from './requestOf';
import { RuleDialog, RuleDialogs, useRuleDialogs } from './RuleDialogs';
import { useExceptions } from './useExceptions';

const useStyles = makeStyles(theme => ({
  asked: { color: theme.palette.text.secondary, cursor: 'default' },
}));

/**
 * What the reader can do about a rule here and now: answer its question, copy
 * a request for a pipeline, ask for an exception. Nothing that is not allowed
 * is shown.
 */
export function RuleActions(props: Actions) {
  return useRuleDialogs() ? (
    <Buttons {...props} />
  ) : (
    <RuleDialogs>
      <Buttons {...props} />
    </RuleDialogs>
  );
}

type Actions = {
  entity: EntityLink;
  may: EntityResults['may'];
  ruleSet: string;
  rule: OutlineRule;
  status: RuleStatus;
  /** Without the request and the exception, for lists that are short. */
  isShort?: boolean;
};

function Buttons(props: Actions) {
  const { entity, may, ruleSet, rule, status, isShort } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const openDialog = useRuleDialogs();
  const open = (kind: RuleDialog['kind']) =>
    openDialog?.({ kind, entity, ruleSet, rule });

  const mayAnswer = rule.ask && may.answer.includes(rule.id);
  const mayAskForWaiver =
    !isShort && may.askForWaiver && isUnmet(status) && rule.level !== undefined;
  const exceptions = useExceptions(entity.ref, { enabled: mayAskForWaiver });
  const isAskedFor = exceptions.data?.items.some(
    waiver =>
      waiver.state === 'asked' &&
      waiver.ruleSet === ruleSet &&
      waiver.rule === rule.id,
  );
  const waiverWord = t(
    isAskedFor
      ? 'results.actions.askedForWaiver'
      : 'results.actions.askForWaiver',
  );
  const label = (action: string) =>
    t('results.actions.named', { action, title: rule.title });
  // A question that evidence could answer too is asked for a proof.
  const answerWord = t(
    rule.ask && rule.needs.includes(rule.ask.key)
      ? 'results.actions.show'
      : 'results.actions.answer',
  );

  return (
    <>
      {mayAnswer && (
        <Button
          size="small"
          variant="outlined"
          aria-label={label(answerWord)}
          onClick={() => open('answer')}
        >
          {answerWord}
        </Button>
      )}
      {!isShort && isUnmet(status) && (
        <CopyRequest entityRef={entity.ref} rule={rule} label={label} />
      )}
      {mayAskForWaiver && (
        // It stays where the focus returns to when the dialog closes.
        <Button
          size="small"
          className={isAskedFor ? classes.asked : undefined}
          aria-disabled={isAskedFor}
          aria-label={label(waiverWord)}
          onClick={isAskedFor ? undefined : () => open('waiver')}
        >
          {waiverWord}
        </Button>
      )}
    </>
  );
}

function CopyRequest(props: {
  entityRef: string;
  rule: OutlineRule;
  label: (action: string) => string;
}) {
  const { entityRef, rule, label } = props;
  const { t } = useDataMeshTranslation();
  const discovery = useApi(discoveryApiRef);
  const { value: baseUrl } = useAsync(
    () => discovery.getBaseUrl('data-mesh'),
    [discovery],
  );
  const [copied, copy] = useCopyToClipboard();
  const request = baseUrl && requestOf(rule, entityRef, baseUrl, today());
  if (!request) {
    return null;
  }
  return (
    <Button
      size="small"
      aria-label={label(t('results.actions.copyRequest'))}
      title={request}
      onClick={() => copy(request)}
    >
      {t(
        copied.value === request
          ? 'results.actions.copied'
          : 'results.actions.copyRequest',
      )}
    </Button>
  );
}
