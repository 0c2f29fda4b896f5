import { mockServices } from '@backstage/backend-test-utils';
import { ValueTreeDocumentMode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { TreeWorld, ZOE } from '../../__testUtils__/TreeWorld';
import { DocumentApplier } from '../DocumentApplier';
import { DocumentSource, USUAL_SCHEDULE } from '../DocumentSource';
import { ValueTreeDocuments } from '../ValueTreeDocuments';

/** By ids of documents. */
type Modes = Record<
  string,
  ValueTreeDocumentMode | Pick<DocumentSource, 'mode' | 'takeOver'>
>;

/** A value tree that is read from documents which a test may write. */
export class DocumentWorld {
  readonly tree: TreeWorld;
  readonly texts = new Map<string, string | Error>();
  readonly logger = mockServices.logger.mock();
  readonly auditor = mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => {},
      fail: async () => {},
    }),
  });
  documents!: ValueTreeDocuments;
  #sources: DocumentSource[] = [];

  private constructor(tree: TreeWorld) {
    this.tree = tree;
  }

  static async on(knex: Knex, modes: Modes): Promise<DocumentWorld> {
    const world = new DocumentWorld(await TreeWorld.on(knex));
    world.restart(modes);
    return world;
  }

  /** With other documents, as after a change of the configuration. */
  restart(modes: Modes): void {
    const { knex, parts } = { ...this.tree, parts: this.tree.tree.parts };
    this.#sources = Object.entries(modes).map(([id, mode]) => ({
      id,
      ...(typeof mode === 'string' ? { mode } : mode),
      isLocal: true,
      schedule: USUAL_SCHEDULE,
      read: async () => {
        const text = this.texts.get(id) ?? new Error('It is away');
        if (text instanceof Error) {
          throw text;
        }
        return text;
      },
    }));
    this.documents = new ValueTreeDocuments({
      knex,
      sources: this.#sources,
      applier: new DocumentApplier({
        ...parts,
        auditor: this.auditor,
        logger: this.logger,
      }),
      logger: this.logger,
      now: parts.now,
    });
  }

  /** Has a document read, with a new text or as it was. */
  async read(id: string, text?: string): Promise<void> {
    if (text !== undefined) {
      this.texts.set(id, text);
    }
    const source = this.#sources.find(one => one.id === id)!;
    await this.documents.refresh(source);
  }

  async status(id: string) {
    const { items } = await this.documents.getStatus();
    return items.find(one => one.id === id)!;
  }

  /** Why a document is not in force. */
  async problems(id: string): Promise<string[]> {
    return (await this.status(id)).problems.map(({ message }) => message);
  }

  /** Ids of all nodes, the parent before each: `CG-1/DG-1`. */
  async ids(): Promise<string[]> {
    const { nodes } = await this.tree.tree.views.getTree({}, ZOE);
    return nodes.map(({ id, parentId, isAdrift }) =>
      [isAdrift ? 'adrift' : parentId, id].filter(Boolean).join('/'),
    );
  }
}

/** A document with that below `spec`, which begins on line 5. */
export function documentText(spec: string): string {
  return [
    'apiVersion: backstage-data-mesh.io/v1alpha1',
    'kind: ValueTree',
    'metadata: { name: company }',
    'spec:',
    spec.replace(/^\n+/, ''),
  ].join('\n');
}
