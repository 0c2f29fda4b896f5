import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useUnlinkValueNode } from '../../api';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { SafeLink } from '../../components/SafeLink';
import { ProductLevel } from '../../products/ProductLevel';
import { SendError } from '../../components/SendError';
import { useDataMeshTranslation } from '../../translation';
import { GoalDialog, useGoalDialogs } from '../forms/GoalDialogs';
import { Section } from './Section';
import { usePanelStyles } from './usePanelStyles';

/** What a node is linked to: data products, components, backlog items. */
export function NodeLinks({ node }: { node: ValueNode }) {
  const { t } = useDataMeshTranslation();
  const classes = usePanelStyles();
  const open = useGoalDialogs();
  const { send, isSending, error } = useUnlinkValueNode();
  const { id, kind, may, products } = node.node;
  const { components, backlog } = node;
  const mayLink = may.includes('link');
  const isWork = kind === 'initiative';

  return (
    <>
      {(products.length > 0 || mayLink || isWork) && (
        <Section title={t('goals.panel.products')} action={add('link-product')}>
          {products.length ? (
            <ul className={classes.list}>
              {products.map(product => (
                <li key={product.ref} className={classes.item}>
                  <CatalogLink to={product} />
                  <ProductLevel product={product} />
                  {product.domain && (
                    <span className={classes.quiet}>
                      {product.domain.title}
                    </span>
                  )}
                  {product.from.includes('catalog') && (
                    <span className={classes.quiet}>
                      {t('goals.panel.fromCatalog')}
                    </span>
                  )}
                  {remove(product.linkId, product.title)}
                </li>
              ))}
            </ul>
          ) : (
            none(t('goals.panel.noProducts'))
          )}
        </Section>
      )}
      {(components.length > 0 || mayLink) && (
        <Section
          title={t('goals.panel.components')}
          action={add('link-component')}
        >
          {components.length ? (
            <ul className={classes.list}>
              {components.map(component => (
                <li key={component.linkId} className={classes.item}>
                  <CatalogLink to={component} />
                  {remove(component.linkId, component.title)}
                </li>
              ))}
            </ul>
          ) : (
            none(t('goals.panel.noComponents'))
          )}
        </Section>
      )}
      {(backlog.length > 0 || mayLink || isWork) && (
        <Section title={t('goals.panel.backlog')} action={add('link-backlog')}>
          {backlog.length ? (
            <ul className={classes.list}>
              {backlog.map(item => (
                <li key={item.linkId} className={classes.item}>
                  <SafeLink url={item.url}>{item.title ?? item.ref}</SafeLink>
                  {item.title && (
                    <span className={classes.quiet}>{item.ref}</span>
                  )}
                  <span>{seenWords(item)}</span>
                  {remove(item.linkId, item.title ?? item.ref)}
                </li>
              ))}
            </ul>
          ) : (
            none(t('goals.panel.noBacklog'))
          )}
        </Section>
      )}
      {error && <SendError error={error} />}
    </>
  );

  function seenWords({
    state,
    seenAt,
    problem,
  }: ValueNode['backlog'][number]): string {
    const seen = seenAt
      ? t('goals.panel.seen', { date: dateWords(seenAt) })
      : t('goals.panel.notSeen');
    return [state && t(`goals.panel.item.${state}`), seen, problem]
      .filter(Boolean)
      .join(', ');
  }

  function none(words: string): ReactNode {
    return <div className={classes.quiet}>{words}</div>;
  }

  function add(
    act: Extract<
      GoalDialog['act'],
      'link-product' | 'link-component' | 'link-backlog'
    >,
  ): ReactNode {
    return (
      mayLink && (
        <Button
          size="small"
          color="primary"
          onClick={() => open({ act, node })}
        >
          {t(`goals.fix.${act}`)}
        </Button>
      )
    );
  }

  function remove(linkId: string | undefined, name: string): ReactNode {
    return (
      mayLink &&
      linkId && (
        <Button
          size="small"
          disabled={isSending}
          aria-label={t('goals.panel.unlinkNamed', { name })}
          // Told below by `error`.
          onClick={() => void send({ id, linkId }).catch(() => {})}
        >
          {t('goals.panel.unlink')}
        </Button>
      )
    );
  }
}
