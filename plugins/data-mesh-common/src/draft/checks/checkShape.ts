import { z } from 'zod';
import { dataProductDraftSchema, DraftProblem } from '../DataProductDraft';
import { isObject } from '../json';
import { AnswerPath, Answers } from './DraftProblems';

type Issue = z.core.$ZodIssue;

/** What to do where nothing is; `*` stands for a position. */
const MISSING: Record<string, string> = {
  usage: 'Say who will use it, and for what decision.',
  purpose: 'Say in one sentence what it offers, and to whom.',
  name: 'Give it a name.',
  domain: 'Choose the domain that it belongs to.',
  owner: 'Choose the team that owns it.',
  productOwner: 'Choose the person who is accountable for it.',
  'initiatives.*': 'Choose the initiative, or remove it.',
  'inputPorts.*.name': 'Give the input port a name.',
  'outputPorts.*.name': 'Give the output port a name.',
  'outputPorts.*.contract.objects.*.name':
    'Give the table, topic or file a name.',
  'promises.freshness.value': 'Say after how much time the data is there.',
  'promises.freshness.unit': 'Choose minutes, hours or days.',
  'promises.retention.value': 'Say how long the data is kept.',
  'promises.retention.unit': 'Choose days, months or years.',
  'promises.quality.*': 'Write the statement, or remove the line.',
  'support.*.channel': 'Name the channel where questions are answered.',
};

const MISSING_IN_FIELD: Record<string, string> = {
  name: 'Give the field a name.',
  type: 'Choose the type of the field.',
};

/** What the schema of a draft says, in plain words. */
export function checkShape(answers: Answers): DraftProblem[] {
  const parsed = dataProductDraftSchema.safeParse(answers);
  return parsed.success
    ? []
    : parsed.error.issues.map(issue => {
        const path = issue.path.filter(
          (step): step is string | number => typeof step !== 'symbol',
        );
        return { path, message: messageOf(issue, path, answers) };
      });
}

function messageOf(issue: Issue, path: AnswerPath, answers: Answers): string {
  const value = valueAt(answers, path);
  if (value === undefined || (isObject(value) && !Object.keys(value).length)) {
    return missingAt(path);
  }
  switch (issue.code) {
    case 'too_big':
      return tooBig(issue, value);
    case 'too_small':
      return 'Write a number above 0.';
    case 'invalid_value':
      return `Choose one of these: ${issue.values.join(', ')}.`;
    case 'invalid_type':
      return wrongType(issue.expected);
    default:
      return 'This cannot be read. Answer again.';
  }
}

function missingAt(path: AnswerPath): string {
  const pattern = path
    .map(step => (typeof step === 'number' ? '*' : step))
    .join('.');
  const last = String(path[path.length - 1]);
  if (path.includes('fields') && Object.hasOwn(MISSING_IN_FIELD, last)) {
    return MISSING_IN_FIELD[last];
  }
  return Object.hasOwn(MISSING, pattern) ? MISSING[pattern] : 'Answer this.';
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>, value: unknown) {
  if (typeof value === 'string') {
    return `Say it in at most ${issue.maximum} characters; these are ${value.length}.`;
  }
  return Array.isArray(value)
    ? `At most ${issue.maximum} fit in here; these are ${value.length}.`
    : `Write a number of at most ${issue.maximum}.`;
}

function wrongType(expected: string): string {
  switch (expected) {
    case 'string':
      return 'Write text here.';
    case 'number':
      return 'Write a number here.';
    case 'boolean':
      return 'Say yes or no.';
    default:
      return 'This cannot be read. Answer again.';
  }
}

function valueAt(answers: Answers, path: AnswerPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    answers,
  );
}
