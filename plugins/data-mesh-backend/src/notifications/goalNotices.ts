import { createHash } from 'node:crypto';
import { StoredMeasure } from '../valueTree/store/MeasureStore';
import { StoredNode } from '../valueTree/store/NodeStore';
import { DueReading } from './dueReading';
import { Notice } from './Notice';
import { dayWords, goalPageOf, valueWords } from './words';

const LONGEST = 300;

/** Told to whoever reads the measure. */
export function readingDue(
  measure: StoredMeasure,
  node: StoredNode,
  { isStale, day, last }: DueReading,
  owners: readonly string[],
): Notice {
  const { name: measureName, unit, cadenceDays } = measure.fields;
  const of = shorten(node.fields.title);
  const lastWords = last
    ? `The last one is ${valueWords(last.value, unit)} on ${dayWords(
        last.date,
      )}.`
    : 'There is none yet.';
  return {
    topic: 'reading-due',
    keys: [`${isStale ? 'stale' : 'due'}:${measure.id}:${day}`],
    subject: node.id,
    told: { title: measureName, owners, link: goalPageOf(node.id) },
    headline: name =>
      isStale ? `No recent reading: ${name}` : `A reading is due: ${name}`,
    text: name =>
      isStale
        ? `${name}, for “${of}”, wants a reading every ${daysWords(
            cadenceDays,
          )}. ${lastWords} How it stands cannot be told until there is another.`
        : `${name}, for “${of}”: a reading is due since ${dayWords(
            day,
          )}. ${lastWords}`,
  };
}

/** Told to whoever answers for the bet, goal or initiative. */
export function decisionDue(
  node: StoredNode,
  reviewAt: string,
  owners: readonly string[],
): Notice {
  const { title, stopRule } = node.fields;
  return {
    topic: 'decision-due',
    keys: [`decision:${node.id}:${reviewAt}`],
    subject: node.id,
    told: { title, owners, link: goalPageOf(node.id) },
    headline: name => `A decision is due: ${name}`,
    text: name =>
      [
        `“${name}” is to be decided on by ${dayWords(
          reviewAt,
        )}: go on or stop?`,
        ...(stopRule ? [`We stop if: ${shorten(stopRule)}`] : []),
      ].join(' '),
  };
}

/** @param since - UTC day */
export function goalWithoutMeasure(
  goal: StoredNode,
  since: string,
  owners: readonly string[],
): Notice {
  return {
    topic: 'goal-without-measure',
    keys: [`unmeasured:${goal.id}:${since}`],
    subject: goal.id,
    told: { title: goal.fields.title, owners, link: goalPageOf(goal.id) },
    headline: name => `A goal without a measure: ${name}`,
    text: name =>
      `“${name}” has no measure, and no goal below it has one. Say what is to change, from which value to which, and by when.`,
  };
}

/** Told to the sponsor, once for each wording. */
export function helpWanted(
  node: StoredNode,
  sponsors: readonly string[],
): Notice {
  const { title, helpWanted: wording = '' } = node.fields;
  const digest = createHash('sha256').update(wording).digest('hex');
  return {
    topic: 'help-wanted',
    keys: [`help:${node.id}:${digest.slice(0, 16)}`],
    subject: node.id,
    told: { title, owners: sponsors, link: goalPageOf(node.id) },
    headline: name => `Help is wanted: ${name}`,
    text: name => `“${name}” wants help: ${shorten(wording)}`,
  };
}

function daysWords(days: number): string {
  return days === 1 ? 'day' : `${days} days`;
}

/** On one line: a digest has one line for each thing. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
