import { useId, useMemo } from 'react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SearchBox } from '../../../scaffolder/search/SearchBox';
import { useEntitySearch } from '../../../scaffolder/search/useEntitySearch';
import { useFoundByRef } from '../../../scaffolder/search/useFoundByRef';
import { useDataMeshTranslation } from '../../../translation';
import { HandOverFacts, Proposal, proposalsFor } from './proposals';
import { ProposalReasons } from './ProposalReasons';

const useStyles = makeStyles(theme => ({
  heading: { marginTop: theme.spacing(2) },
  group: { marginTop: theme.spacing(1) },
  option: {
    alignItems: 'flex-start',
    marginBottom: theme.spacing(1),
    '& .MuiRadio-root': { paddingTop: 0, paddingBottom: 0 },
  },
}));

/** Teams that may take over, with the reasons for each; or any other team. */
export function ChooseOwner(props: {
  facts: HandOverFacts;
  picked: string | undefined;
  onPick: (ref: string | undefined) => void;
}) {
  const { facts, picked, onPick } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = useId();
  const proposals = useMemo(() => proposalsFor(facts), [facts]);
  const near = proposals.filter(({ inDomain }) => inDomain);
  const far = proposals.filter(({ inDomain }) => !inDomain);
  const isProposed = proposals.some(({ team }) => team.ref === picked);
  const search = useEntitySearch('Group');
  const other = useFoundByRef(isProposed ? undefined : picked);

  return (
    <section aria-labelledby={`${id}-who`}>
      <Typography
        id={`${id}-who`}
        variant="h6"
        component="h3"
        className={classes.heading}
      >
        {t('handOver.who')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {proposals.length
          ? t('handOver.questions.intro')
          : t('handOver.noProposal')}
      </Typography>
      {proposals.length > 0 && (
        <RadioGroup
          aria-label={t('handOver.proposals')}
          value={isProposed ? picked : null}
          onChange={(_event, ref) => onPick(ref)}
        >
          {near.length > 0 && far.length > 0 && facts.domain && (
            <Typography variant="subtitle2" component="h4">
              {t('handOver.inDomain', { domain: facts.domain.title })}
            </Typography>
          )}
          {near.map(option)}
          {near.length > 0 && far.length > 0 && (
            <>
              <Typography variant="subtitle2" component="h4">
                {t('handOver.elsewhere')}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {t('handOver.elsewhereHint')}
              </Typography>
            </>
          )}
          {far.map(option)}
        </RadioGroup>
      )}
      <SearchBox
        id={`${id}-other`}
        label={t('handOver.another')}
        searchKey="Group"
        search={search}
        value={other}
        onChange={found => onPick(found?.ref)}
      />
    </section>
  );

  function option(proposal: Proposal) {
    const { team } = proposal;
    return (
      <FormControlLabel
        key={team.ref}
        value={team.ref}
        className={classes.option}
        control={<Radio color="primary" size="small" />}
        label={<ProposalReasons proposal={proposal} />}
      />
    );
  }
}
