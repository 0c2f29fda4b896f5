import { z } from 'zod';
import { NodeKind, nodeKinds, treeIdSchema } from '../../api';
import { DocumentProblems, Path } from '../../yaml/DocumentProblem';
import { tellIssue } from '../../yaml/tellIssue';
import {
  childKinds,
  documentHead,
  DocumentMeasure,
  documentMeasureSchema,
  DocumentNode,
  documentNodeSchema,
  listKey,
  ValueTreeDocument,
} from './ValueTreeDocument';

/** Goals may be below goals; nobody nests them deeper than this. */
const MAX_DEPTH = 30;

const listSchema = z.array(z.unknown()).default([]);

const headSchema = z.strictObject({
  apiVersion: z.literal(documentHead.apiVersion),
  kind: z.literal(documentHead.kind),
  metadata: z.strictObject({ name: z.string().trim().min(1).max(63) }),
  spec: z.strictObject({
    parent: treeIdSchema.optional(),
    visions: listSchema,
    goals: listSchema,
    bets: listSchema,
    initiatives: listSchema,
  }),
});

const nodeSchemas = Object.fromEntries(
  nodeKinds.map(kind => [kind, documentNodeSchema(kind)]),
) as Record<NodeKind, ReturnType<typeof documentNodeSchema>>;

/** A node or measure with where it is written. */
export type Placed<T> = { item: T; path: Path };

type Above = { id?: string; depth: number };

/**
 * Reads every node and measure by itself, so that one that is wrong does not
 * hide what is wrong with the others.
 */
export class DocumentReader {
  readonly nodes: Placed<DocumentNode>[] = [];
  readonly #problems: DocumentProblems;

  constructor(problems: DocumentProblems) {
    this.#problems = problems;
  }

  /** @returns what could be read; the problems say what could not */
  read(value: unknown): ValueTreeDocument | undefined {
    const head = this.#check(headSchema, value, []);
    if (!head) {
      return undefined;
    }
    const { spec, metadata } = head;
    const above = { id: spec.parent, depth: 0 };
    for (const kind of nodeKinds) {
      this.#readList(kind, spec[listKey(kind)], ['spec', listKey(kind)], above);
    }
    return { name: metadata.name, nodes: this.nodes.map(({ item }) => item) };
  }

  /** Where there is a node or measure with such an id. */
  pathOf(id: string): Path | undefined {
    for (const { item, path } of this.nodes) {
      const at = item.measures.findIndex(measure => measure.id === id);
      if (item.id === id || at >= 0) {
        return item.id === id ? path : [...path, 'measures', at];
      }
    }
    return undefined;
  }

  #readList(kind: NodeKind, value: unknown, path: Path, above: Above) {
    const list = this.#check(listSchema, value ?? undefined, path) ?? [];
    if (list.length > 0 && above.depth > MAX_DEPTH) {
      this.#problems.add(
        path,
        `Nodes are nested more than ${MAX_DEPTH} levels deep.`,
      );
      return;
    }
    list.forEach((node, at) =>
      this.#readNode(kind, node, [...path, at], above),
    );
  }

  #readNode(kind: NodeKind, value: unknown, path: Path, above: Above) {
    const children = childKinds(kind);
    const { measures, parent, ...rest } = isRecord(value) ? value : {};
    const own = Object.fromEntries(
      Object.entries(rest).filter(
        ([key]) => !children.some(child => listKey(child) === key),
      ),
    );
    const node = this.#check(
      nodeSchemas[kind],
      isRecord(value) ? own : value,
      path,
    );
    const parentId = this.#readParent(parent, [...path, 'parent'], above);
    if (node) {
      const { id, state, decisions, products, components, backlog, ...fields } =
        node;
      this.nodes.push({
        path,
        item: {
          id,
          kind,
          parentId,
          state,
          fields,
          measures: this.#readMeasures(measures, [...path, 'measures']),
          decisions,
          products,
          components,
          backlog,
        },
      });
    }
    for (const child of children) {
      this.#readList(child, rest[listKey(child)], [...path, listKey(child)], {
        id: node?.id,
        depth: above.depth + 1,
      });
    }
  }

  /** Only at the top may it be written: else it is what is around the node. */
  #readParent(value: unknown, path: Path, above: Above): string | undefined {
    if (value === undefined) {
      return above.id;
    }
    if (above.depth > 0) {
      this.#problems.add(
        path,
        'A node that is written inside of another has no “parent”.',
      );
      return undefined;
    }
    return this.#check(treeIdSchema, value, path);
  }

  #readMeasures(value: unknown, path: Path): DocumentMeasure[] {
    const list = this.#check(listSchema, value ?? undefined, path) ?? [];
    return list.flatMap((one, at) => {
      const measure = this.#check(documentMeasureSchema, one, [...path, at]);
      if (!measure) {
        return [];
      }
      const { id, checkIns, ...fields } = measure;
      return [{ id, fields, checkIns }];
    });
  }

  #check<S extends z.ZodType>(
    schema: S,
    value: unknown,
    path: Path,
  ): z.output<S> | undefined {
    const result = schema.safeParse(value);
    for (const issue of result.error?.issues ?? []) {
      for (const told of tellIssue(issue, value)) {
        this.#problems.add([...path, ...told.path], told.message);
      }
    }
    return result.data;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
