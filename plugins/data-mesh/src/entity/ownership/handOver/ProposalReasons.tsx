import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useDataMeshTranslation } from '../../../translation';
import { Proposal, questions, Reason } from './proposals';

const useStyles = makeStyles(theme => ({
  name: { fontWeight: 'bold' },
  caution: { color: theme.palette.text.secondary },
}));

/** A team, and what speaks for it. */
export function ProposalReasons({ proposal }: { proposal: Proposal }) {
  const { team, reasons, besides } = proposal;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const people = team.members.length;
  return (
    <Typography variant="body2" component="div">
      <span className={classes.name}>{team.title}</span>
      {people < 2 && (
        <span className={classes.caution}>
          {' '}
          ({t(`handOver.caution.${people ? 'one' : 'nobody'}`)})
        </span>
      )}
      {questions.map(
        question =>
          reasons[question] && (
            <div key={question}>
              {t(`handOver.questions.${question}`)}:{' '}
              {reasons[question]?.map(reasonWords).join('; ')}
            </div>
          ),
      )}
      {Object.keys(reasons).length === 0 && (
        <div>{besides.map(reasonWords).join('; ')}</div>
      )}
    </Typography>
  );

  function reasonWords(reason: Reason): string {
    switch (reason.kind) {
      case 'uses':
        return reason.purpose
          ? t('handOver.reason.usesFor', { purpose: reason.purpose })
          : t('handOver.reason.uses');
      case 'input':
        return t('handOver.reason.input', {
          inputs: reason.inputs.map(({ title }) => title).join(', '),
        });
      case 'ownerWorksThere':
      case 'productOwner':
        return t(`handOver.reason.${reason.kind}`, {
          person: reason.person.title,
        });
      case 'domain':
      case 'inDomain':
        return t(`handOver.reason.${reason.kind}`, {
          domain: reason.domain.title,
        });
      default:
        return t('handOver.reason.meansTo');
    }
  }
}
