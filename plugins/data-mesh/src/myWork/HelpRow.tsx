import Typography from '@material-ui/core/Typography';
import { MyWork } from '@backstage-data-mesh/plugin-data-mesh-common';
import { NodeLink } from '../goals/NodeLink';
import { useDataMeshTranslation } from '../translation';
import { OfDomain } from './OfDomain';
import { useRowStyles } from './useRowStyles';

/** A goal for which help is wanted. */
export function HelpRow({ help }: { help: MyWork['helpWanted'][number] }) {
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  return (
    <li className={classes.row}>
      <div>
        <span className={classes.kind}>{t('myWork.help.kind')}</span>
        <Typography component="div">
          <NodeLink node={help} />
        </Typography>
        <Typography variant="body2" component="div" className={classes.quiet}>
          {t(`myWork.help.${help.as}`)}
          <OfDomain domain={help.domain} />
        </Typography>
      </div>
      <Typography variant="body2" className={classes.text}>
        {help.text}
      </Typography>
    </li>
  );
}
