import { JsonObject, JsonValue } from '@backstage/types';
import { Document, LineCounter, parseAllDocuments } from 'yaml';
import { FileProblem } from './FileProblem';
import { messageOf } from './messageOf';

/** Deeper files would overflow the stack while the catalog stores them. */
const MAX_DEPTH = 100;

/** One document of a YAML file. */
export type ParsedDocument = {
  /** Where it begins, counted from 1. */
  line: number;
  content: JsonObject;
};

/**
 * Parses a file of one or more YAML documents; empty ones are left out.
 *
 * @throws FileProblem
 */
export function parseDocuments(source: string): ParsedDocument[] {
  const lineCounter = new LineCounter();
  const documents: Document[] = [];
  try {
    documents.push(
      ...parseAllDocuments(source, { lineCounter, logLevel: 'error' }),
    );
  } catch (error) {
    throw new FileProblem(`is not YAML that can be read: ${messageOf(error)}`);
  }
  const parsed: ParsedDocument[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error) {
      const at = error.linePos?.[0];
      throw new FileProblem(
        // The message goes on with an excerpt on further lines.
        `is not valid YAML: ${error.message.split(/ at line |\n/)[0]}`,
        at?.line,
        at?.col,
      );
    }
    const { line } = lineCounter.linePos(document.contents?.range?.[0] ?? 0);
    const content = toJson(document, line);
    if (content !== null) {
      parsed.push({ line, content: asObject(content, line) });
    }
  }
  return parsed;
}

function toJson(document: Document, line: number): JsonValue {
  let content: JsonValue;
  try {
    // What JSON does not know, such as .inf, ends as it does in the database.
    content = JSON.parse(JSON.stringify(document.toJS() ?? null));
  } catch (error) {
    throw new FileProblem(`cannot be unfolded: ${messageOf(error)}`, line);
  }
  checkShape(content, line);
  return content;
}

function asObject(content: JsonValue, line: number): JsonObject {
  if (
    typeof content !== 'object' ||
    content === null ||
    Array.isArray(content)
  ) {
    const found = Array.isArray(content) ? 'a list' : `a ${typeof content}`;
    throw new FileProblem(`holds ${found} where an entity is expected`, line);
  }
  return content;
}

function checkShape(content: JsonValue, line: number) {
  let level: JsonValue[] = [content];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new FileProblem(`is nested deeper than ${MAX_DEPTH} levels`, line);
    }
    const objects = level.filter(
      value => typeof value === 'object' && value !== null,
    );
    if (objects.some(object => Object.hasOwn(object as object, '__proto__'))) {
      throw new FileProblem(
        'has a key named __proto__, which the catalog would drop',
        line,
      );
    }
    level = objects.flatMap(object => Object.values(object as object));
  }
}
