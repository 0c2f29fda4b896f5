import {
  IssueRef,
  readIssueRef,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { groupBy } from '../../lists';
import { Ask } from './Hosts';

/** An issue, pull request or merge request that is asked for. */
export type Item = IssueRef & { ref: string };

type ReadTogether<TConfig> = (
  config: TConfig,
  items: readonly Item[],
  ...how: Parameters<Ask['read']>
) => ReturnType<Ask['read']>;

/**
 * What is to be asked for items: those of one host and of the same key
 * together. Refs to other hosts are left out.
 */
export function asksFor<TConfig extends { host: string }>(
  refs: readonly string[],
  options: {
    configs: ReadonlyMap<string, TConfig>;
    /** Of refs that name none. */
    usualHost: string;
    keyOf: (item: Item) => string;
    read: ReadTogether<TConfig>;
  },
): Ask[] {
  const { configs, usualHost, keyOf, read } = options;
  const known = refs.flatMap(ref => {
    const issue = readIssueRef(ref);
    const config = configs.get(issue?.host ?? usualHost);
    return issue && config ? [{ config, item: { ...issue, ref } }] : [];
  });
  const groups = groupBy(
    known,
    ({ config, item }) => `${config.host} ${keyOf(item)}`,
  );
  return [...groups.values()].map((group): Ask => {
    const [{ config }] = group;
    const items = group.map(({ item }) => item);
    return {
      host: config.host,
      refs: items.map(({ ref }) => ref),
      read: (...how) => read(config, items, ...how),
    };
  });
}
