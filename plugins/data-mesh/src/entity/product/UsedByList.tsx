import { Fragment } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ProductDetail,
  ProductUser,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { Fold } from '../../components/Fold';
import { useScrollToHash } from '../../components/useScrollToHash';
import { useDataMeshTranslation } from '../../translation';
import { usersByNearness } from './users';

/** Where the page tells who uses the product. */
export const USED_BY_ID = 'used-by';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: { '& + &': { marginTop: theme.spacing(0.5) } },
  more: { color: theme.palette.text.secondary },
}));

/** Who uses the product and for what: directly, then through others. */
export function UsedByList({ product }: { product: ProductDetail }) {
  const { t } = useDataMeshTranslation();
  useScrollToHash(USED_BY_ID);
  const { direct, indirect } = usersByNearness(product.users);
  const isForNobodyElse = product.usedByTeams === 0;

  return (
    <div id={USED_BY_ID}>
      {isForNobodyElse && (
        <Typography variant="body2">
          {product.usedByOwnTeam
            ? t('product.ownership.ownOnly')
            : t('product.ownership.nobody')}
        </Typography>
      )}
      <Users users={direct} />
      {indirect.length > 0 && (
        <Fold
          label={t(
            direct.length
              ? 'product.ownership.indirect'
              : 'product.ownership.onlyIndirect',
            { count: indirect.length },
          )}
        >
          <Users users={indirect} />
        </Fold>
      )}
    </div>
  );
}

/** Users below each other, each with team, purpose and way. */
export function Users(props: { users: readonly ProductUser[] }) {
  const classes = useStyles();
  if (!props.users.length) {
    return null;
  }
  return (
    <ul className={classes.list}>
      {props.users.map((user, index) => (
        <Typography
          key={index}
          variant="body2"
          component="li"
          className={classes.item}
        >
          <User user={user} />
        </Typography>
      ))}
    </ul>
  );
}

function User({ user }: { user: ProductUser }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const hasOtherTeam = user.team && user.team.ref !== user.entity.ref;
  const more = [
    user.purpose,
    user.since && t('product.ownership.since', { date: dateWords(user.since) }),
  ].filter(Boolean);
  return (
    <>
      <CatalogLink to={user.entity} />
      {hasOtherTeam && user.team && (
        <>
          {' '}
          {t('product.ownership.of', { team: <CatalogLink to={user.team} /> })}
        </>
      )}
      {user.through.length > 0 && (
        <>
          {' '}
          {t('product.ownership.through', {
            products: (
              <>
                {user.through.map((product, index) => (
                  <Fragment key={product.ref}>
                    {index > 0 && t('product.ownership.then')}
                    <CatalogLink to={product} />
                  </Fragment>
                ))}
              </>
            ),
          })}
        </>
      )}
      {more.length > 0 && (
        <span className={classes.more}>{more.map(text => `, ${text}`)}</span>
      )}
    </>
  );
}
