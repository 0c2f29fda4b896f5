// @ts-check

/**
 * The projection: what the data mesh pages read instead of the catalog.
 *
 * Refs, terms and sort keys are compared byte by byte on both databases, so
 * that prefixes, ranges and the order of pages mean the same everywhere.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const bytewise = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.createTable('subjects', table => {
    table.comment('Entities of the catalog that take part in the mesh');
    table.specificType('ref', bytewise).primary().comment('Full entity ref');
    table.text('kind').notNullable().comment('Kind in lower case');
    table.text('title').notNullable();
    table.specificType('sort_title', bytewise).notNullable();
    table.text('type');
    table.text('lifecycle');
    table.specificType('domain_ref', bytewise);
    table.specificType('owner_ref', bytewise);
    table.text('contract_digest').comment('Digest of the contract text');
    table.text('data').notNullable().comment('JSON: what is only shown');
    table.text('digest').notNullable().comment('Of the entity as projected');
    table.text('seen_at').notNullable().comment('When the digest was read');
    table.text('gone_at').comment('When the entity left the catalog');
    table.index(['kind', 'ref'], 'subjects_kind');
    table.index(['owner_ref'], 'subjects_owner');
    table.index(['gone_at'], 'subjects_gone');
    table.index(['contract_digest'], 'subjects_contract');
  });

  await knex.schema.createTable('products', table => {
    table.comment('What products in the catalog are filtered and ordered by');
    table.specificType('ref', bytewise).primary();
    table.specificType('sort_title', bytewise).notNullable();
    table.text('type');
    table.text('lifecycle');
    table.text('classification');
    table.specificType('domain_ref', bytewise);
    table.specificType('owner_ref', bytewise);
    table
      .integer('used_by_teams')
      .notNullable()
      .defaultTo(0)
      .comment('Other teams that use the product, counted from uses');
    table
      .integer('used_by_own_team')
      .notNullable()
      .defaultTo(0)
      .comment('1 when the owning team itself uses the product');
    table
      .text('fields_digest')
      .notNullable()
      .defaultTo('')
      .comment('Of the contracts whose fields search_terms holds');
  });

  await knex.schema.createTable('edges', table => {
    table.comment('Relations of subjects; the target may not exist');
    table.specificType('from_ref', bytewise).notNullable();
    table.text('type').notNullable();
    table.specificType('to_ref', bytewise).notNullable();
    table.text('attributes').comment('JSON: purpose, since, state and so on');
    table.primary(['from_ref', 'type', 'to_ref']);
    table.index(['to_ref', 'type', 'from_ref'], 'edges_reverse');
  });

  await knex.schema.createTable('subject_values', table => {
    table.comment('Filters of which a subject may have several values');
    table.specificType('ref', bytewise).notNullable();
    table.text('field').notNullable();
    table.text('value').notNullable();
    table.primary(['ref', 'field', 'value']);
  });

  await knex.schema.createTable('search_terms', table => {
    table.comment('Inverted index: words of products and their contracts');
    table.specificType('term', bytewise).notNullable();
    table.text('source').notNullable();
    table.specificType('ref', bytewise).notNullable();
    table.specificType('contract_ref', bytewise).comment('For a field');
    table.text('text').notNullable().comment('The tag or field, else empty');
    table.index(['term', 'source', 'ref', 'contract_ref'], 'search_terms_term');
    table.index(['ref'], 'search_terms_ref');
  });

  await knex.schema.createTable('uses', table => {
    table.comment('Who uses a product directly, derived from edges');
    table.specificType('product_ref', bytewise).notNullable();
    table.specificType('user_ref', bytewise).notNullable();
    table.specificType('team_ref', bytewise).comment('Answers for the user');
    table.text('source').notNullable().comment('declared or input-port');
    table.text('state').notNullable().comment('active or intended');
    table.text('purpose');
    table.text('since');
    table.primary(['product_ref', 'user_ref']);
    table.index(['user_ref'], 'uses_user');
    table.index(['team_ref'], 'uses_team');
  });

  await knex.schema.createTable('contract_facts', table => {
    table.comment('What a contract says, by digest of its text');
    table.text('digest').primary();
    table.integer('version').notNullable().comment('Of the code that read it');
    table.text('facts').notNullable().comment('JSON');
    table.text('read_at').notNullable();
  });

  await knex.schema.createTable('dirty', table => {
    table.comment('Entities to read again');
    table.specificType('ref', bytewise).primary();
    table.text('marked_at').notNullable();
    table.text('due_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['due_at'], 'dirty_due');
  });

  await knex.schema.createTable('projection_state', table => {
    table.comment('What the passes remember, one JSON value a key');
    table.text('key').primary();
    table.text('value').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'projection_state',
    'dirty',
    'contract_facts',
    'uses',
    'search_terms',
    'subject_values',
    'edges',
    'products',
    'subjects',
  ]) {
    await knex.schema.dropTable(table);
  }
};
