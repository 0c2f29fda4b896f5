import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ContractObject,
  parseContract,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { LoadError } from '../components/LoadError';
import { useDataMeshTranslation } from '../translation';
import { ContractProblems } from './ContractProblems';
import { FieldTable } from './FieldTable';
import { CONTRACT_TAB_PATH } from './place';
import { useContractText } from './useContractText';
import { useServiceLevelWords } from './useServiceLevelWords';

const useStyles = makeStyles(theme => ({
  part: { marginTop: theme.spacing(1), whiteSpace: 'pre-line' },
  object: { fontFamily: 'monospace', fontWeight: 'bold' },
  list: { margin: 0, paddingLeft: theme.spacing(2) },
}));

/** The gist of a contract where it is mentioned; loads it when shown. */
export function ContractSummary(props: { entityRef: string; title: string }) {
  const { entityRef, title } = props;
  const { t } = useDataMeshTranslation();
  const { text, error, refetch } = useContractText(entityRef, {
    enabled: true,
  });
  if (typeof text === 'string' && text.trim()) {
    return <Gist text={text} entityRef={entityRef} title={title} />;
  }
  if (text === '') {
    return <Typography variant="body2">{t('contract.empty.title')}</Typography>;
  }
  if (text === null) {
    return (
      <Typography variant="body2">{t('contract.summary.missing')}</Typography>
    );
  }
  if (error) {
    return <LoadError error={error} onRetry={refetch} />;
  }
  return (
    <div role="status" aria-label={t('contract.summary.loading')}>
      <Skeleton />
      <Skeleton />
    </div>
  );
}

function Gist(props: { text: string; entityRef: string; title: string }) {
  const { text, entityRef, title } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const serviceLevelWords = useServiceLevelWords();
  const entityRefLink = useEntityRefLink();
  const { contract, problems } = useMemo(() => parseContract(text), [text]);
  const page = `${entityRefLink(entityRef)}${CONTRACT_TAB_PATH}`;

  return (
    <>
      {contract ? (
        <>
          {[contract.purpose, contract.usage, contract.limitations].map(
            (sentence, index) =>
              sentence && (
                <Typography
                  key={index}
                  variant="body2"
                  className={classes.part}
                >
                  {sentence}
                </Typography>
              ),
          )}
          {contract.serviceLevels.length > 0 && (
            <Typography variant="body2" component="ul" className={classes.list}>
              {contract.serviceLevels.map((level, index) => (
                <li key={index}>{serviceLevelWords(level)}</li>
              ))}
            </Typography>
          )}
          {contract.objects.map((object, index) => (
            <ObjectGist key={index} object={object} page={page} />
          ))}
        </>
      ) : (
        <ContractProblems problems={problems} isUnreadable />
      )}
      <Typography variant="body2" className={classes.part}>
        <Link to={page}>{t('contract.summary.open', { name: title })}</Link>
      </Typography>
    </>
  );
}

function ObjectGist(props: { object: ContractObject; page: string }) {
  const { object, page } = props;
  const classes = useStyles();
  return (
    <div className={classes.part}>
      <Typography variant="body2" className={classes.object}>
        {object.name}
      </Typography>
      <FieldTable object={object.name} fields={object.fields} page={page} />
    </div>
  );
}
