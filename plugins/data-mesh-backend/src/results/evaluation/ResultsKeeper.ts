import { ToldCause } from '../causeOf';
import { digestOf } from '../digest';
import { inputsDigest } from '../inputs';
import { MeshProduct } from '../mesh/Mesh';
import { KnownLevels } from '../ResultsStore';
import { ResultsWriter, ToWrite, Written } from '../ResultsWriter';
import { Judged } from './Judge';
import { ruleBookOf } from './ruleBooks';

export type ToKeep = {
  judged: Judged;
  domain?: string;
  /** What made results of the products of a domain change. */
  inherited?: ToldCause;
};

/** Hands on what differs from what is known, and counts what came of it. */
export class ResultsKeeper {
  readonly #writer: ResultsWriter;
  readonly #known: KnownLevels;
  readonly #historyKeys: ReadonlyMap<string, string>;
  readonly #today: string;
  readonly #onWritten: (written: readonly Written[]) => void;
  /** Subjects that were not as they were kept. */
  readonly written = new Set<string>();
  changes = 0;
  lost = 0;
  failed = 0;

  constructor(options: {
    writer: ResultsWriter;
    known: KnownLevels;
    historyKeys: ReadonlyMap<string, string>;
    today: string;
    onWritten: (written: readonly Written[]) => void;
  }) {
    this.#writer = options.writer;
    this.#known = options.known;
    this.#historyKeys = options.historyKeys;
    this.#today = options.today;
    this.#onWritten = options.onWritten;
  }

  async keep(items: readonly ToKeep[]): Promise<readonly Written[]> {
    const found = items.map(item => this.#prepare(item));
    const others = found.filter(
      ({ before, digest }) => before?.digest !== digest,
    );
    const same = found.filter(
      ({ before, digest, inputsDigest: inputs }) =>
        before?.digest === digest &&
        (before.inputs_digest !== inputs || before.gone_at !== null),
    );
    [...others, ...same].forEach(({ subject }) => this.written.add(subject));
    if (same.length > 0) {
      await this.#writer.refresh(same);
    }
    if (others.length === 0) {
      return [];
    }
    const { written, lost, failed } = await this.#writer.write(others);
    this.changes += written.reduce(
      (sum, { changes }) => sum + changes.length,
      0,
    );
    this.lost += lost.length;
    this.failed += failed.length;
    this.#onWritten(written);
    return written;
  }

  /** Lists may have lost the level of a product that came back. */
  async alignLists(
    products: readonly { product: MeshProduct; maturity?: Judged }[],
  ): Promise<void> {
    const others = products.flatMap(({ product, maturity }) => {
      const { level = null, target = null } = maturity?.evaluation ?? {};
      return maturity && (product.level !== level || product.target !== target)
        ? { subject: product.ref, level, target }
        : [];
    });
    others.forEach(({ subject }) => this.written.add(subject));
    await this.#writer.alignLists(others);
  }

  #prepare({ judged, domain, inherited }: ToKeep): ToWrite {
    const { subject, kind, inForce, evaluation, inputs } = judged;
    const { id } = inForce.ruleSet.ruleSet;
    return {
      subject,
      ruleSet: id,
      evaluation,
      inputs,
      inherited,
      book: ruleBookOf(inForce.ruleSet, kind, this.#today),
      historyKey: this.#historyKeys.get(subject) ?? subject,
      domain,
      digest: digestOf([evaluation, domain]),
      inputsDigest: inputsDigest(inputs),
      before: this.#known.get(subject)?.get(id),
    };
  }
}
