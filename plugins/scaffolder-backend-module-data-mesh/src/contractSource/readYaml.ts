import { runIsolated } from './runIsolated';

/** The key under which each mapping holds the line that it begins on. */
export const LINE = '\u0000line';

const SCRIPT = `
  const { LineCounter, parseAllDocuments, visit } = require(input.yaml);
  const lines = new LineCounter();
  const lineOf = offset => lines.linePos(offset).line;
  const documents = parseAllDocuments(input.text, {
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
  });
  return [...documents].map(document => {
    const [error] = document.errors;
    if (error) {
      return { error: error.message, line: lineOf(error.pos[0]) };
    }
    visit(document, {
      Map(_key, node) {
        if (node.range) {
          node.items.push(document.createPair(input.lineKey, lineOf(node.range[0])));
        }
      },
    });
    // The way through JSON leaves plain values only.
    return { value: JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }) ?? null)) };
  });
`;

/** A document of a YAML text, or why it is none. */
export type YamlDocument = { value: unknown } | { error: string; line: number };

/**
 * Reads YAML, on a thread of its own: some texts keep the parser busy for a
 * very long time. Each mapping holds its line under {@link LINE}.
 *
 * @throws IsolatedError
 */
export async function readYaml(text: string): Promise<YamlDocument[]> {
  return runIsolated(SCRIPT, {
    text,
    yaml: require.resolve('yaml'),
    lineKey: LINE,
  });
}
