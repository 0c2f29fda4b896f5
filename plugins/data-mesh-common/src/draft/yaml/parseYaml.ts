import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { Document, LineCounter, ParsedNode, parseAllDocuments } from 'yaml';

/** A document of a YAML text, with its place in it. */
export type YamlDocument = {
  node: Document.Parsed<ParsedNode>;
  value: JsonValue;
};

/**
 * All documents of a YAML text, as the catalog reads them.
 *
 * @param name - of the file, for messages
 * @throws InputError with file and line when one cannot be read
 */
export function parseYaml(text: string, name: string): YamlDocument[] {
  const lineCounter = new LineCounter();
  const refuse = (message: string, offset?: number) => {
    const line = offset === undefined ? 0 : lineCounter.linePos(offset).line;
    const where = line ? `, line ${line}` : '';
    return new InputError(`${name}${where}: ${message}`);
  };
  let documents: Document.Parsed[];
  try {
    const parsed = parseAllDocuments(text, {
      keepSourceTokens: true,
      lineCounter,
      logLevel: 'silent',
      prettyErrors: false,
    });
    documents = Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    throw refuse(`it cannot be read as YAML. ${error}`);
  }
  return documents.map(node => {
    const [problem] = node.errors;
    if (problem) {
      throw refuse(problem.message, problem.pos[0]);
    }
    let value: JsonValue;
    try {
      value = node.toJS() ?? null;
    } catch (error) {
      throw refuse(`it cannot be read. ${error}`, node.range[0]);
    }
    if (!isTree(value)) {
      throw refuse('a part of it contains itself by an anchor', node.range[0]);
    }
    return { node, value };
  });
}

function isTree(value: JsonValue): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
