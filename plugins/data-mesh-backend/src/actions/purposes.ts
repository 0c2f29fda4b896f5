import {
  Measure,
  TreeNode,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { entityLink, Zod } from './schemas';
import { standing } from './treeSchemas';

/** A measure in short: what it is to become, and how it stands. */
export function outlookSchema(z: Zod) {
  return z.object({
    id: z.string().describe('To check in with `check-in-measure`'),
    name: z.string(),
    unit: z.string(),
    from: z.number().optional().describe('The value of the baseline'),
    wants: z
      .union([z.number(), z.array(z.number())])
      .optional()
      .describe('The value of the target, or a range: from and to'),
    by: z.string().optional().describe('The day of the target'),
    standing: standing(z),
  });
}

export function outlookOf({ id, name, unit, ...measure }: Measure) {
  const { value, from, to, date } = measure.target ?? {};
  return {
    id,
    name,
    unit,
    from: measure.baseline?.value,
    wants:
      value ??
      (from !== undefined && to !== undefined ? [from, to] : undefined),
    by: date,
    standing: measure.standing,
  };
}

/** A node in short, on the way from what is done to what it is for. */
export function purposeSchema(z: Zod) {
  return z.object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    state: z.string(),
    domain: entityLink(z).optional(),
    owner: entityLink(z).optional(),
    useCases: z.array(z.string()).optional(),
    measure: outlookSchema(z).optional().describe('Its primary measure'),
  });
}

export function purposeOf(node: TreeNode) {
  const { id, kind, title, state, domain, owner, useCases, primary } = node;
  const measure = primary && outlookOf(primary);
  return { id, kind, title, state, domain, owner, useCases, measure };
}

/** A node and what it serves, up to the vision; a circle ends. */
export function lineOf(tree: ValueTree, node: TreeNode): TreeNode[] {
  const byId = new Map(tree.nodes.map(one => [one.id, one]));
  const line: TreeNode[] = [];
  let at: TreeNode | undefined = node;
  while (at && !line.includes(at)) {
    line.push(at);
    at = byId.get(at.parentId ?? '');
  }
  return line;
}
