import { UrlReaderService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  DeliveredEvidence,
  EvidenceSource,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { HumanDuration } from '@backstage/types';
import { FileEntry } from './config';
import { readDbtRunResults } from './readDbtRunResults';
import { readOors } from './readOors';
import { ReadOutcome, ReadOutcomes } from './readOutcome';
import { readText } from './readText';

const MB = 1024 * 1024;
/** Reading YAML takes far longer than JSON, and holds up everything else. */
const LARGEST = { 'bitol-oors': 1 * MB, 'dbt-run-results': 10 * MB };

/** A file of test results that is read from time to time. */
export class FileEvidenceSource implements EvidenceSource {
  readonly id: string;
  readonly title: string;
  readonly every: HumanDuration;
  readonly timeout?: HumanDuration;
  readonly #entry: FileEntry;
  readonly #urlReader: UrlReaderService;

  constructor(entry: FileEntry, urlReader: UrlReaderService) {
    this.id = entry.id;
    this.title = entry.title;
    this.every = entry.every;
    this.timeout = entry.timeout;
    this.#entry = entry;
    this.#urlReader = urlReader;
  }

  /** Delivers what can be read, then throws if anything could not. */
  async *collect(options: {
    signal: AbortSignal;
  }): AsyncIterable<DeliveredEvidence[]> {
    const { target, format } = this.#entry;
    const problems: string[] = [];
    try {
      const text = await readText(target, {
        urlReader: this.#urlReader,
        maxBytes: LARGEST[format],
        signal: options.signal,
      });
      const read = this.#read(text);
      problems.push(...read.problems);
      const items = this.#toEvidence(read.outcomes);
      if (read.outcomes.length > 0 && items.length === 0) {
        const [{ about }] = read.outcomes;
        problems.push(`Nothing in it is about a product, such as “${about}”.`);
      }
      yield items;
    } catch (error) {
      problems.unshift(toError(error).message);
    }
    if (problems.length > 0) {
      throw new Error(`${target}: ${problems.join(' ')}`);
    }
  }

  #read(text: string): ReadOutcomes {
    return this.#entry.format === 'bitol-oors'
      ? readOors(text, this.#entry.dimensions)
      : readDbtRunResults(text);
  }

  /** One item a product and time: it passed if everything passed. */
  #toEvidence(outcomes: readonly ReadOutcome[]): DeliveredEvidence[] {
    const items = new Map<string, DeliveredEvidence>();
    for (const { about, passed, observedAt } of outcomes) {
      const product = this.#entry.productOf(about);
      if (product !== undefined) {
        const id = `${product} ${observedAt}`;
        items.set(id, {
          entityRef: product,
          key: this.#entry.key,
          value: passed && items.get(id)?.value !== false,
          observedAt,
        });
      }
    }
    return [...items.values()];
  }
}
