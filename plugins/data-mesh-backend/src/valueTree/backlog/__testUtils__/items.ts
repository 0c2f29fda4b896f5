import { BacklogProvider } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { ulid } from 'ulid';

const DAY = '2026-01-01T00:00:00.000Z';

export async function insertNode(
  knex: Knex,
  id: string,
  goneAt?: string,
): Promise<void> {
  await knex('value_nodes').insert({
    id,
    kind: 'initiative',
    state: 'active',
    position: 1,
    data: JSON.stringify({ title: id }),
    version: 1,
    created_at: DAY,
    updated_at: DAY,
    gone_at: goneAt,
  });
}

export async function insertItem(
  knex: Knex,
  item: {
    node: string;
    ref: string;
    provider?: BacklogProvider;
    title?: string;
    url?: string;
  },
): Promise<void> {
  const { node, provider = 'github', ...same } = item;
  await knex('node_links').insert({
    id: ulid(),
    node_id: node,
    provider,
    ...same,
    by: 'user:default/ann',
    created_at: DAY,
  });
}
