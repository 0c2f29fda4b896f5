import { JsonValue } from '@backstage/types';
import { DraftedFile } from '../DataProductDraft';
import { parseYaml } from '../yaml/parseYaml';
import { patchYaml } from '../yaml/patchYaml';

/** Files whose YAML documents are read and changed as plain values. */
export class YamlFiles {
  readonly #files: Map<string, string>;
  readonly #read = new Map<string, JsonValue[]>();
  readonly #changed = new Map<string, JsonValue[]>();

  constructor(files: readonly DraftedFile[]) {
    this.#files = new Map(files.map(({ path, content }) => [path, content]));
  }

  get paths(): string[] {
    return [...this.#files.keys()];
  }

  text(path: string): string | undefined {
    return this.#files.get(path);
  }

  /**
   * The documents of a file as they were written.
   *
   * @throws InputError when it is no YAML
   */
  documents(path: string): JsonValue[] {
    let documents = this.#read.get(path);
    if (!documents) {
      const text = this.#files.get(path) ?? '';
      documents = parseYaml(text, path).map(({ value }) => value);
      this.#read.set(path, documents);
    }
    return documents;
  }

  /** Changes a document; the first one behind the last is added. */
  set(path: string, index: number, value: JsonValue) {
    const documents = this.#changed.get(path) ?? [...this.documents(path)];
    documents[index] = value;
    this.#changed.set(path, documents);
  }

  add(path: string, value: JsonValue) {
    const documents = this.#changed.get(path) ?? this.documents(path);
    this.set(path, documents.length, value);
  }

  /** All files with their changes, new ones at the end. */
  result(): DraftedFile[] {
    const paths = new Set([...this.#files.keys(), ...this.#changed.keys()]);
    return [...paths].map(path => {
      const text = this.#files.get(path) ?? '';
      const values = this.#changed.get(path);
      return { path, content: values ? patchYaml(text, values, path) : text };
    });
  }
}
