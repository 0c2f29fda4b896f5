import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  FillableField,
  fillableFields,
  PatchesResponse,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CopyableText } from '../components/CopyableText';
import { SafeLink } from '../components/SafeLink';
import { useDataMeshTranslation } from '../translation';

type Patch = PatchesResponse['patches'][number];
type Problem = PatchesResponse['problems'][number];

const useStyles = makeStyles(theme => ({
  patch: { paddingTop: theme.spacing(2) },
  download: { color: theme.palette.primary.main, textDecoration: 'underline' },
}));

/** The patches, to be copied or saved, and what is in none of them. */
export function Patches(props: {
  made: PatchesResponse;
  titleOf: (ref: string) => string;
}) {
  const { made, titleOf } = props;
  const { patches, problems } = made;
  const { t } = useDataMeshTranslation();
  return (
    <>
      <Typography variant="body2" role="status" aria-live="polite">
        {patches.length
          ? t('missingFields.patches.made', { count: patches.length })
          : t('missingFields.patches.none')}
      </Typography>
      {problems.length > 0 && (
        <Alert severity="warning">
          {t('missingFields.patches.problems', { count: problems.length })}
          <ul>
            {problems.map(problem => (
              <li
                key={`${problem.entityRef} ${problem.field} ${problem.message}`}
              >
                <ProblemWords problem={problem} titleOf={titleOf} />
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {patches.map(patch => (
        <PatchOf key={patch.fileName} patch={patch} />
      ))}
    </>
  );
}

function ProblemWords(props: {
  problem: Problem;
  titleOf: (ref: string) => string;
}) {
  const { entityRef, field, message } = props.problem;
  const { t } = useDataMeshTranslation();
  const known = fillableFields.find(
    (name): name is FillableField => name === field,
  );
  return (
    <>
      {props.titleOf(entityRef)}
      {known && `, ${t(`missingFields.field.${known}`)}`}: {message}
    </>
  );
}

function PatchOf({ patch }: { patch: Patch }) {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { repository, branch, url, fileName, files } = patch;
  const about = { repository };
  return (
    <section className={classes.patch} aria-label={repository}>
      <Typography variant="subtitle1" component="h3">
        <SafeLink url={url}>
          {branch
            ? t('missingFields.patches.repository', { repository, branch })
            : repository}
        </SafeLink>
      </Typography>
      <Typography variant="body2">
        {t('missingFields.patches.files', { count: files.length })}
        {' · '}
        <a
          className={classes.download}
          download={fileName}
          href={`data:text/x-diff;charset=utf-8,${encodeURIComponent(
            patch.patch,
          )}`}
          aria-label={t('missingFields.patches.downloadNamed', about)}
        >
          {t('missingFields.patches.download')}
        </a>
      </Typography>
      <CopyableText
        text={patch.patch}
        copyLabel={t('missingFields.patches.copy', about)}
      />
      <Typography variant="body2">
        {t('missingFields.patches.apply')}
      </Typography>
      <CopyableText
        text={`git apply ${fileName}`}
        copyLabel={t('missingFields.patches.copyCommand', about)}
      />
    </section>
  );
}
