/** A table with its columns aligned. */
export function table(head: readonly string[], rows: readonly string[][]) {
  const lines = [head, ...rows].map(cells =>
    cells.map(cell => cell.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim()),
  );
  const widths = head.map((_, column) =>
    Math.max(3, ...lines.map(cells => cells[column].length)),
  );
  const [first, ...others] = lines.map(
    cells =>
      `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`,
  );
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [first, rule, ...others].join('\n');
}

export function code(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').trim()}\``;
}

/** Blocks with an empty line between them; what is empty is left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** A sentence with its full stop. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
