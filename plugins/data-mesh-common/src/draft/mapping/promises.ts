import { JsonObject, JsonValue } from '@backstage/types';
import { DataProductDraft } from '../DataProductDraft';
import { changeKeys, isEqual, objectsIn, textOf } from '../json';

/** What is promised about the data. */
export type Promises = NonNullable<DataProductDraft['promises']>;

type Span = { value: number; unit: string };
type Word = 'latency' | 'availability' | 'retention';

/** How a unit is written, and how else it may be found. */
const UNITS: Record<'latency' | 'retention', Record<string, RegExp>> = {
  latency: {
    min: /^min(ute)?s?$/i,
    h: /^(h|hr|hours?)$/i,
    d: /^d(ays?)?$/i,
  },
  // Without `m` alone: some mean months by it and some minutes.
  retention: {
    d: /^d(ays?)?$/i,
    m: /^mo(nths?)?$/i,
    y: /^y(r|ears?)?$/i,
  },
};

const LEVEL_KEYS = ['property', 'value', 'unit'];

/** The promises in a list of service levels, in the words of ODCS. */
export function readLevels(levels: unknown): Promises {
  const availability = levelOf(levels, 'availability');
  return {
    freshness: readSpan(levels, 'latency') as Promises['freshness'],
    availability: availability && readPercent(availability),
    retention: readSpan(levels, 'retention') as Promises['retention'],
  };
}

/** Brings a list of service levels in line with the answers. */
export function changeLevels(
  levels: JsonValue[],
  before: Promises | undefined,
  after: Promises | undefined,
): JsonValue[] {
  const percent = after?.availability;
  const changes: [Word, unknown, unknown, JsonObject | undefined][] = [
    [
      'latency',
      before?.freshness,
      after?.freshness,
      span('latency', after?.freshness),
    ],
    [
      'availability',
      before?.availability,
      percent,
      percent === undefined ? undefined : { value: `${percent}%` },
    ],
    [
      'retention',
      before?.retention,
      after?.retention,
      span('retention', after?.retention),
    ],
  ];
  return changes.reduce(
    (list, [word, was, is, value]) =>
      isEqual(was, is) ? list : setLevel(list, word, value),
    levels,
  );
}

function setLevel(
  levels: JsonValue[],
  word: Word,
  value: JsonObject | undefined,
): JsonValue[] {
  const there = levelOf(levels, word);
  if (!there) {
    return value ? [...levels, { property: word, ...value }] : levels;
  }
  return value
    ? levels.map(level =>
        level === there
          ? changeKeys(
              there,
              there,
              { ...there, unit: undefined, ...value },
              LEVEL_KEYS,
            )
          : level,
      )
    : levels.filter(level => level !== there);
}

function span(
  word: 'latency' | 'retention',
  promise: Span | undefined,
): JsonObject | undefined {
  if (!promise) {
    return undefined;
  }
  const { value, unit } = promise;
  return { value, unit: word === 'retention' && unit === 'm' ? 'mo' : unit };
}

/** The one promise of its kind that holds for all ports. */
function levelOf(levels: unknown, word: Word): JsonObject | undefined {
  const found = objectsIn(levels).filter(
    ({ property, port }) =>
      typeof property === 'string' &&
      property.trim().toLocaleLowerCase('en-US') === word &&
      port === undefined,
  );
  return found.length === 1 ? found[0] : undefined;
}

function readSpan(
  levels: unknown,
  word: 'latency' | 'retention',
): Span | undefined {
  const level = levelOf(levels, word);
  const value = Number(textOf(level?.value));
  const written = textOf(level?.unit) ?? '';
  const unit = Object.keys(UNITS[word]).find(key =>
    UNITS[word][key].test(written),
  );
  return unit && value > 0 && Number.isFinite(value)
    ? { value, unit }
    : undefined;
}

function readPercent({ value, unit }: JsonObject): number | undefined {
  const [, number, sign] =
    /^([\d.e+-]+)\s*(%?)$/i.exec(textOf(value) ?? '') ?? [];
  const isPercent = sign || /^(%|percent(age)?)$/i.test(textOf(unit) ?? '');
  const percent = Number(number);
  return isPercent && percent > 0 && percent <= 100 ? percent : undefined;
}
