// @ts-check

/**
 * The value tree: what the work is for, how that is measured, what was decided
 * about it, and the reviews in which that happened.
 *
 * Refs and ids are compared byte by byte on both databases. Times are UTC ISO
 * 8601; days are ISO 8601 dates.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const bytewise = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.createTable('value_nodes', table => {
    table.comment('Visions, goals, bets and initiatives: one tree');
    table.specificType('id', bytewise).primary();
    table.text('kind').notNullable();
    table
      .specificType('parent_id', bytewise)
      .comment('Stays when the parent goes: the node is adrift then');
    table
      .specificType('domain_ref', bytewise)
      .comment('As written; what is below has the same unless it has its own');
    table.specificType('owner_ref', bytewise);
    table.text('state').notNullable();
    table.double('position').notNullable().comment('Among its siblings');
    table.text('review_at').comment('Day of the next decision');
    table.text('data').notNullable().comment('JSON: all fields of the node');
    table
      .text('managed_by')
      .comment('Document in Git that owns wording and place; null: none');
    table.integer('version').notNullable();
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.text('gone_at').comment('When it was deleted');
    table.index(['parent_id'], 'value_nodes_parent');
    table.index(['domain_ref'], 'value_nodes_domain');
  });

  await knex.schema.createTable('measures', table => {
    table.comment('Measures of success of nodes');
    table.specificType('id', bytewise).primary();
    table.specificType('node_id', bytewise).notNullable();
    table.integer('position').notNullable();
    table.boolean('is_primary').notNullable();
    table.specificType('owner_ref', bytewise);
    table.text('data').notNullable().comment('JSON: all fields but primary');
    table
      .text('recent')
      .notNullable()
      .defaultTo('[]')
      .comment(
        'JSON: date and value of the newest check-ins, the oldest first; written with them',
      );
    table.text('managed_by');
    table.integer('version').notNullable();
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.text('gone_at');
    table.index(['node_id'], 'measures_node');
  });

  await knex.schema.createTable('check_ins', table => {
    table.comment('Readings of measures; rows are only added');
    table.specificType('id', bytewise).primary().comment('ULID');
    table.specificType('measure_id', bytewise).notNullable();
    table.text('date').notNullable().comment('The day it was so');
    table.double('value').notNullable();
    table.text('confidence');
    table.text('note');
    table.text('link');
    table.specificType('by', bytewise).notNullable();
    table.text('at').notNullable();
    table
      .specificType('superseded_by', bytewise)
      .comment('The only column that changes, once');
    table.index(['measure_id', 'date', 'id'], 'check_ins_measure');
  });
  await knex.schema.raw(
    'create unique index check_ins_day on check_ins (measure_id, date) where superseded_by is null',
  );

  await knex.schema.createTable('decisions', table => {
    table.comment('What reviews decided about nodes; rows are only added');
    table.specificType('id', bytewise).primary().comment('ULID');
    table.specificType('node_id', bytewise).notNullable();
    table.specificType('review_id', bytewise);
    table.text('date').notNullable();
    table.text('type').notNullable();
    table.text('reason').notNullable();
    table.text('learning');
    table
      .text('data')
      .notNullable()
      .comment('JSON: measures as they stood, participants');
    table.specificType('by', bytewise).notNullable();
    table.text('at').notNullable();
    table.index(['node_id', 'id'], 'decisions_node');
    table.index(['review_id'], 'decisions_review');
  });

  await knex.schema.createTable('node_links', table => {
    table.comment('Entities and backlog items that nodes are linked to');
    table.specificType('id', bytewise).primary().comment('ULID');
    table.specificType('node_id', bytewise).notNullable();
    table.text('provider').notNullable().comment('catalog, or of the backlog');
    table
      .specificType('ref', bytewise)
      .notNullable()
      .comment('Entity ref, or what the provider calls the item');
    table.text('url');
    table.text('title').comment('As given, or as last seen');
    table.text('state').comment('open or done, as last seen');
    table.text('seen_at').comment('When it was last seen');
    table.text('tried_at').comment('When it was last looked for');
    table.text('problem').comment('Why it could not be seen');
    table.specificType('by', bytewise).notNullable();
    table.text('created_at').notNullable();
    table.unique(['node_id', 'provider', 'ref'], {
      indexName: 'node_links_once',
    });
    table.index(['ref'], 'node_links_ref');
    table.index(['provider', 'tried_at'], 'node_links_tried');
  });

  await knex.schema.createTable('node_versions', table => {
    table.comment('What nodes and measures said; rows are only added');
    table.specificType('id', bytewise).primary().comment('ULID, by time');
    table.specificType('node_id', bytewise).notNullable();
    table.specificType('measure_id', bytewise).comment('Null: the node itself');
    table.integer('version').notNullable();
    table.text('action').notNullable();
    table.text('data').notNullable().comment('JSON: all that it said');
    table.specificType('by', bytewise).notNullable();
    table.text('at').notNullable();
    table.index(['node_id', 'id'], 'node_versions_node');
  });

  await knex.schema.createTable('value_tree_documents', table => {
    table.comment('Documents in Git that the tree is read from');
    table.text('id').primary();
    table.text('mode').notNullable().comment('managed or seed');
    table.text('digest').comment('Of the text that was applied last');
    table.text('applied_at');
    table.text('tried_at');
    table.text('data').notNullable().comment('JSON: problems, last plan');
  });

  await knex.schema.createTable('reviews', table => {
    table.comment('Reviews of domains');
    table.specificType('id', bytewise).primary().comment('ULID');
    table.specificType('domain_ref', bytewise).notNullable();
    table.text('state').notNullable().comment('open or closed');
    table
      .text('data')
      .notNullable()
      .comment('JSON: participants, notes, what was said of products');
    table.text('snapshot').comment('JSON: how all stood when it was closed');
    table.text('minutes').comment('Markdown; once it is closed');
    table.specificType('started_by', bytewise).notNullable();
    table.text('started_at').notNullable();
    table.specificType('closed_by', bytewise);
    table.text('closed_at');
    table.integer('version').notNullable();
    table.index(['domain_ref', 'started_at'], 'reviews_domain');
  });
  await knex.schema.raw(
    `create unique index reviews_open on reviews (domain_ref) where state = 'open'`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'reviews',
    'value_tree_documents',
    'node_versions',
    'node_links',
    'decisions',
    'check_ins',
    'measures',
    'value_nodes',
  ]) {
    await knex.schema.dropTable(table);
  }
};
