import { DraftProblem } from '../DataProductDraft';
import { isObject } from '../json';

/** Answers as a form holds them: anything may be anywhere. */
export type Answers = Readonly<Record<string, unknown>>;

/** The way to an answer. */
export type AnswerPath = DraftProblem['path'];

/** The objects of a list of answers, with their positions. */
export function entriesOf(list: unknown): [position: number, item: Answers][] {
  return Array.isArray(list)
    ? list.flatMap((item, i): [number, Answers][] =>
        isObject(item) ? [[i, item]] : [],
      )
    : [];
}

/** A group of answers; an empty one where there is none. */
export function groupOf(value: unknown): Answers {
  return isObject(value) ? value : {};
}

/** What a person wrote, short enough for a message. */
export function quoted(text: unknown): string {
  const whole = String(text);
  return `“${whole.length > 60 ? `${whole.slice(0, 60)}…` : whole}”`;
}
