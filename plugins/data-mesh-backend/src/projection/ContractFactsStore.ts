import {
  ContractFacts,
  readContractFacts,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { insertRows, isAmong, takeOver } from '../database/sql';
import { PROJECTION_VERSION } from './projectEntity';

/** The key under which the facts of a contract's text are kept. */
export function contractDigestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads each contract text once and remembers what it says. */
export class ContractFactsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The facts of each text, by its digest. */
  async read(texts: readonly string[]): Promise<Map<string, ContractFacts>> {
    const wanted = new Map(texts.map(text => [contractDigestOf(text), text]));
    const facts = await this.#getKnown([...wanted.keys()]);
    const added: { digest: string; facts: ContractFacts }[] = [];
    for (const [digest, text] of [...wanted].sort()) {
      if (!facts.has(digest)) {
        const read = readContractFacts(text);
        facts.set(digest, read);
        added.push({ digest, facts: read });
        // Reading takes milliseconds; let others have their turn.
        await setImmediate();
      }
    }
    await this.#save(added);
    return facts;
  }

  /** Forgets the texts that no contract has; returns how many. */
  async removeUnused(readBefore: string): Promise<number> {
    return this.#knex('contract_facts')
      .where('read_at', '<', readBefore)
      .whereNotExists(
        this.#knex('subjects')
          .select(this.#knex.raw('1'))
          .whereRaw('subjects.contract_digest = contract_facts.digest'),
      )
      .delete();
  }

  async #getKnown(
    digests: readonly string[],
  ): Promise<Map<string, ContractFacts>> {
    if (digests.length === 0) {
      return new Map();
    }
    const rows = await this.#knex('contract_facts')
      .select('digest', 'facts')
      .where(isAmong(this.#knex, 'digest', digests))
      .where({ version: PROJECTION_VERSION });
    return new Map(rows.map(row => [row.digest, JSON.parse(row.facts)]));
  }

  async #save(read: readonly { digest: string; facts: ContractFacts }[]) {
    const now = new Date().toISOString();
    await insertRows(this.#knex, {
      table: 'contract_facts',
      columns: {
        digest: 'text',
        version: 'integer',
        facts: 'text',
        read_at: 'text',
      },
      rows: read.map(({ digest, facts }) => ({
        digest,
        version: PROJECTION_VERSION,
        facts: JSON.stringify(facts),
        read_at: now,
      })),
      onConflict: `(digest) do update set ${takeOver([
        'version',
        'facts',
        'read_at',
      ])}`,
    });
  }
}
