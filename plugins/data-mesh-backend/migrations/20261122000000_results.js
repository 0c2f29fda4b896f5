// @ts-check

/**
 * What rules come to, what they are told by evidence, and what is set aside.
 *
 * Refs are compared byte by byte on both databases. Times are UTC ISO 8601.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const bytewise = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.alterTable('subjects', table => {
    table.text('facts').comment('JSON: what rules read of the entity');
    table
      .specificType('history_key', bytewise)
      .comment('What its history follows: product id; null: its ref');
    table.index(['history_key'], 'subjects_history');
  });
  await knex.schema.alterTable('products', table => {
    table.integer('level').comment('Of its maturity, counted from 0');
    table.integer('target').comment('The level that is asked of it');
  });

  await knex.schema.createTable('levels', table => {
    table.comment('Where results put a subject, one row a rule set');
    table.specificType('subject_ref', bytewise).notNullable();
    table.text('rule_set').notNullable();
    table
      .specificType('history_key', bytewise)
      .notNullable()
      .comment('What its history follows: product id, else ref');
    table
      .specificType('domain_ref', bytewise)
      .comment('Of a product; the domain itself for a domain');
    table.integer('version').notNullable().comment('Of the rule set');
    table.integer('level').comment('Absent where dimensions have levels');
    table.integer('target').comment('Null when nothing is asked');
    table.text('data').notNullable().comment('JSON: cap, dimensions, notes');
    table.text('since').comment('Null: before it was measured');
    table
      .text('digest')
      .notNullable()
      .comment('Of all results; whoever finds another one writes');
    table
      .text('inputs')
      .notNullable()
      .comment('JSON: digests of what was read, to tell causes');
    table
      .text('inputs_digest')
      .notNullable()
      .comment('Of the inputs, which are only read when something differs');
    table.text('changed_at').notNullable();
    table
      .text('gone_at')
      .comment('When the subject left the catalog, or the mesh');
    table.primary(['subject_ref', 'rule_set']);
    table.index(['history_key'], 'levels_history');
    table.index(['domain_ref'], 'levels_domain');
  });

  await knex.schema.createTable('results', table => {
    // Whoever writes holds the row in levels, so that no two write here. A
    // unique index on long names would be nearly as large as the table.
    table.comment('One rule on one subject');
    table.specificType('subject_ref', bytewise).notNullable();
    table.text('rule_set').notNullable();
    table.text('rule').notNullable();
    table.text('code').notNullable();
    table.text('status').notNullable();
    table.boolean('counted').notNullable();
    table.text('severity').comment('Of a fault that is there');
    table.text('since').comment('Null: before it was measured');
    table.text('data').comment('JSON: reason, lacks, waitsFor, waivedUntil');
    table.index(['subject_ref', 'rule_set'], 'results_subject');
  });
  await knex.schema.raw(
    `create index results_unmet on results (rule_set, rule, status) where status in ('fail', 'unknown', 'waiting')`,
  );

  await knex.schema.createTable('result_changes', table => {
    table.comment('What changed and why; rows are only added');
    table.specificType('id', bytewise).primary().comment('ULID, by time');
    table.text('at').notNullable();
    table.specificType('subject_ref', bytewise).notNullable();
    table.specificType('history_key', bytewise).notNullable();
    table
      .specificType('domain_ref', bytewise)
      .comment('Whose readers may read it once the subject is gone');
    table.text('rule_set').notNullable();
    table.text('rule').comment('Null: the level');
    table.text('dimension').comment('Of which it is the level');
    table.text('before').comment('Status or level; null: there was none');
    table.text('after').comment('Status or level; null: there is none');
    table.text('cause').notNullable();
    table.text('detail').comment('JSON: what more is known of the cause');
    // Without the id, which would make each entry another one, they stay small.
    table.index(['history_key'], 'result_changes_history');
    table.index(['subject_ref'], 'result_changes_subject');
    table.index(['domain_ref'], 'result_changes_domain');
  });

  await knex.schema.createTable('evaluation_queue', table => {
    table.comment('Subjects to evaluate again before the next pass');
    table.specificType('ref', bytewise).primary();
    table.text('marked_at').notNullable();
    table.text('due_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['due_at'], 'evaluation_queue_due');
  });

  await knex.schema.createTable('evidence', table => {
    table.comment('The newest word of each source on each key');
    table.specificType('entity_ref', bytewise).notNullable();
    table.text('key').notNullable();
    table.specificType('source', bytewise).notNullable();
    table.text('way').notNullable();
    table.text('value').notNullable().comment('JSON');
    table
      .text('since')
      .notNullable()
      .comment('When the source first told this value');
    table.text('observed_at').notNullable();
    table.text('expires_at');
    table.text('note');
    table.text('link');
    table.text('received_at').notNullable();
    table.primary(['entity_ref', 'key', 'source']);
    table.index(['key', 'received_at'], 'evidence_key');
  });

  await knex.schema.createTable('evidence_history', table => {
    table.comment('What sources said before, one row a value');
    table.specificType('id', bytewise).primary().comment('ULID');
    table.specificType('entity_ref', bytewise).notNullable();
    table.text('key').notNullable();
    table.specificType('source', bytewise).notNullable();
    table.text('way').notNullable();
    table.text('value').notNullable().comment('JSON');
    table.text('since').notNullable();
    table.text('observed_at').notNullable();
    table.text('expires_at');
    table.text('note');
    table.text('link');
    table.text('received_at').notNullable();
    table.index(['entity_ref', 'key', 'observed_at'], 'evidence_history_key');
  });

  await knex.schema.createTable('evidence_sources', table => {
    table.comment('How the sources that are asked for evidence are');
    table.text('id').primary();
    table.text('started_at');
    table.text('delivered_at');
    table.text('data').notNullable().comment('JSON: counts and problems');
  });

  await knex.schema.createTable('waivers', table => {
    table.comment('Rules set aside for a subject');
    table.specificType('id', bytewise).primary().comment('ULID');
    table.specificType('subject_ref', bytewise).notNullable();
    table.specificType('history_key', bytewise).notNullable();
    table.text('rule_set').notNullable();
    table.text('rule').notNullable();
    table.text('reason').notNullable();
    table.text('until').notNullable().comment('The last day it holds');
    table
      .text('state')
      .notNullable()
      .comment('asked, approved, declined or revoked');
    table.specificType('asked_by', bytewise).notNullable();
    table.text('asked_at').notNullable();
    table.specificType('decided_by', bytewise);
    table.text('decided_at');
    table.text('decision_note');
    table.integer('version').notNullable().defaultTo(1);
    table.index(['subject_ref'], 'waivers_subject');
    table.index(['state', 'until'], 'waivers_state');
    table.index(['asked_at', 'id'], 'waivers_asked');
  });
  await knex.schema.raw(
    `create unique index waivers_open on waivers (history_key, rule_set, rule) where state = 'asked'`,
  );

  await knex.schema.createTable('rollups', table => {
    table.comment('How a domain stood, one row a day on which that changed');
    table.specificType('scope', bytewise).notNullable();
    table.text('day').notNullable();
    table.text('data').notNullable().comment('JSON');
    table.primary(['scope', 'day']);
  });

  await knex.schema.createTable('notices', table => {
    table.comment('Digests that were sent: one a day, person and topic');
    table.specificType('recipient_ref', bytewise).notNullable();
    table.text('topic').notNullable();
    table.text('day').notNullable();
    table
      .text('claimed_at')
      .notNullable()
      .comment('When a replica last set out to send it');
    table.text('sent_at').comment('Null while it is not sent');
    table.text('data').notNullable().comment('JSON: what it told of');
    table.primary(['recipient_ref', 'topic', 'day']);
    table.index(['day'], 'notices_day');
  });

  await knex.schema.createTable('audit_log', table => {
    table.comment('Who changed what; rows are only added');
    table.specificType('id', bytewise).primary().comment('ULID');
    table.text('at').notNullable();
    table.specificType('by', bytewise).notNullable();
    table.text('action').notNullable();
    table.specificType('subject_ref', bytewise);
    table.text('before').comment('JSON');
    table.text('after').comment('JSON');
    table.index(['subject_ref', 'id'], 'audit_log_subject');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'audit_log',
    'notices',
    'rollups',
    'waivers',
    'evidence_sources',
    'evidence_history',
    'evidence',
    'evaluation_queue',
    'result_changes',
    'results',
    'levels',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.schema.alterTable('products', table => {
    table.dropColumn('level');
    table.dropColumn('target');
  });
  await knex.schema.alterTable('subjects', table => {
    table.dropIndex(['history_key'], 'subjects_history');
    table.dropColumn('history_key');
    table.dropColumn('facts');
  });
};
