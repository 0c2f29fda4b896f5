import type { ASTNode, TypeDeclaration } from '@marcbachmann/cel-js';

/** A part of an expression; its type is there once it has been checked. */
export type Part = ASTNode & { readonly checkedType?: TypeDeclaration };

/** The parts a part is made of, as they are written. */
export function partsOf(part: Part): Part[] {
  switch (part.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [part.args[0]];
    case 'call':
      return part.args[1];
    case 'rcall':
      return [part.args[1], ...part.args[2]];
    case 'map':
      return part.args.flat();
    case '!_':
    case '-_':
      return [part.args];
    default:
      return [...part.args];
  }
}

/** The name with dots that a part spells, such as `owner.exists`. */
export function nameOf(part: Part): string | undefined {
  if (part.op === 'id') {
    return part.args;
  }
  if (part.op === '.') {
    const group = nameOf(part.args[0]);
    return group && `${group}.${part.args[1]}`;
  }
  return undefined;
}

/** A part as it is written. */
export function textOf(part: Part): string {
  return part.input.slice(part.start, part.end);
}

const loops = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);

/** True for what runs an expression for each element of a list. */
export function isLoop(part: Part): boolean {
  return part.op === 'rcall' && loops.has(part.args[0]);
}
