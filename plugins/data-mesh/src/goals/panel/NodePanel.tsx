import { ReactNode, useId } from 'react';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Close from '@material-ui/icons/Close';
import Alert from '@material-ui/lab/Alert';
import { Link } from '@backstage/core-components';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useValueNode } from '../../api';
import { BackendHint } from '../../components/BackendHint';
import { Loading } from '../../components/Loading';
import { useDataMeshTranslation } from '../../translation';
import { useNodeLink } from '../useNodeLink';
import { useGoalWords } from '../words';
import { NodeAbout } from './NodeAbout';
import { NodeActions } from './NodeActions';
import { NodeDecisions } from './NodeDecisions';
import { NodeHints } from './NodeHints';
import { NodeHistory } from './NodeHistory';
import { NodeLinks } from './NodeLinks';
import { NodeMeasures } from './NodeMeasures';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 'min(100vw, 42rem)',
    padding: theme.spacing(2, 3, 6),
    boxSizing: 'border-box',
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  title: { overflowWrap: 'anywhere' },
  path: {
    ...theme.typography.body2,
    color: theme.palette.text.secondary,
    margin: theme.spacing(1, 0),
    '& a': { textDecoration: 'underline' },
  },
  part: { margin: theme.spacing(2, 0) },
}));

/**
 * All that is known of the chosen node, beside the tree. It has an address of
 * its own; Escape closes it.
 */
export function NodePanel(props: {
  id: string | undefined;
  today: string;
  onClose: () => void;
}) {
  const { id, today, onClose } = props;
  const classes = useStyles();
  const titleId = useId();
  return (
    <Drawer
      anchor="right"
      open={id !== undefined}
      onClose={onClose}
      // The tree takes the focus where it was left.
      ModalProps={{ disableRestoreFocus: true }}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': titleId,
        className: classes.paper,
      }}
    >
      {id !== undefined && (
        <NodeOrError
          key={id}
          id={id}
          titleId={titleId}
          today={today}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}

function NodeOrError(props: {
  id: string;
  titleId: string;
  today: string;
  onClose: () => void;
}) {
  const { id, titleId, today, onClose } = props;
  const { t } = useDataMeshTranslation();
  const { data, error, refetch } = useValueNode(id);
  if (data) {
    return (
      <Whole node={data} titleId={titleId} today={today} onClose={onClose} />
    );
  }
  return (
    <>
      <Head titleId={titleId} onClose={onClose}>
        {t('goals.panel.title')}
      </Head>
      {error ? (
        <BackendHint
          error={error}
          onRetry={refetch}
          unknown={t('goals.panel.gone')}
        />
      ) : (
        <Loading label={t('goals.panel.loading')} lines={6} height={36} />
      )}
    </>
  );
}

function Head(props: {
  titleId: string;
  children: ReactNode;
  onClose: () => void;
}) {
  const { titleId, children, onClose } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  return (
    <div className={classes.head}>
      <Typography
        id={titleId}
        variant="h5"
        component="h2"
        className={classes.title}
      >
        {children}
      </Typography>
      <IconButton onClick={onClose} aria-label={t('goals.panel.close')}>
        <Close />
      </IconButton>
    </div>
  );
}

function Whole(props: {
  node: ValueNode;
  titleId: string;
  today: string;
  onClose: () => void;
}) {
  const { node, titleId, today, onClose } = props;
  const { id, kind, title, managedBy, helpWanted, isAdrift } = node.node;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const link = useNodeLink();
  const path = node.path.filter(one => one.id !== id);
  return (
    <>
      <Head titleId={titleId} onClose={onClose}>
        {words.kind(kind)}: {title}
      </Head>
      {path.length > 0 && (
        <nav aria-label={t('goals.panel.path')} className={classes.path}>
          {t('goals.panel.serves')}{' '}
          {path.map((one, index) => (
            <span key={one.id}>
              {index > 0 && ' › '}
              <Link to={link(one.id)}>{one.title}</Link>
            </span>
          ))}
        </nav>
      )}
      {isAdrift && (
        <Alert severity="warning" className={classes.part}>
          {t('goals.panel.adrift')}
        </Alert>
      )}
      {helpWanted && (
        <Alert severity="info" className={classes.part}>
          {t('goals.panel.helpWanted', { text: helpWanted })}
        </Alert>
      )}
      {managedBy && (
        <Alert severity="info" className={classes.part}>
          {t('goals.panel.managed', { document: managedBy })}
        </Alert>
      )}
      <div className={classes.part}>
        <NodeActions node={node} />
      </div>
      <NodeAbout node={node} today={today} />
      <NodeHints node={node} />
      <NodeMeasures node={node} linkTo={link} />
      <NodeDecisions node={node} />
      <NodeLinks node={node} />
      <NodeHistory id={id} kind={kind} />
    </>
  );
}
