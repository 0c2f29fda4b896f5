import {
  Measure,
  MeasureChange,
  MeasureFields,
  measureFieldsSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** What can be put in of a measure; each is a text while somebody types. */
export type MeasureField =
  | 'name'
  | 'class'
  | 'timing'
  | 'direction'
  | 'unit'
  | 'baselineValue'
  | 'baselineDate'
  | 'targetValue'
  | 'targetFrom'
  | 'targetTo'
  | 'tolerance'
  | 'targetDate'
  | 'checkpoints'
  | 'cadenceDays'
  | 'primary'
  | 'source'
  | 'owner'
  | 'scale';

/** What somebody wrote of a measure. */
export type MeasureDraft = Partial<Record<MeasureField, string>>;

/** A measure to begin with: read every month, the first one as the primary. */
export function newMeasureDraft(
  today: string,
  isPrimary: boolean,
): MeasureDraft {
  return {
    class: 'customer-value',
    timing: 'lagging',
    direction: 'decrease',
    baselineDate: today,
    cadenceDays: '30',
    primary: isPrimary ? 'yes' : '',
  };
}

const text = (value: number | undefined) =>
  value === undefined ? '' : String(value);

/** What a measure says, as inputs have it. */
export function measureDraftOf(measure: Measure): MeasureDraft {
  const { baseline, target } = measure;
  return {
    name: measure.name,
    class: measure.class,
    timing: measure.timing,
    direction: measure.direction,
    unit: measure.unit,
    baselineValue: text(baseline?.value),
    baselineDate: baseline?.date ?? '',
    targetValue: text(target?.value),
    targetFrom: text(target?.from),
    targetTo: text(target?.to),
    tolerance: text(target?.tolerance),
    targetDate: target?.date ?? '',
    checkpoints: (measure.checkpoints ?? [])
      .map(({ date, value }) => `${date} ${value}`)
      .join('\n'),
    cadenceDays: String(measure.cadenceDays),
    primary: measure.primary ? 'yes' : '',
    source: measure.source ?? '',
    owner: measure.owner?.ref ?? '',
    scale: (measure.scale ?? []).join('\n'),
  };
}

/** A number as people write it, with a comma or a point. */
function numberIn(written: string | undefined): number | undefined {
  const trimmed = written?.trim().replace(',', '.') ?? '';
  return trimmed === '' ? undefined : Number(trimmed);
}

function linesIn(written: string | undefined): string[] {
  return (written ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

/** What is written of a measure, as far as it goes; not all of it is right. */
function saidOf(draft: MeasureDraft) {
  const isRange = draft.direction === 'keep-in-range';
  const baseline = numberIn(draft.baselineValue);
  const numbers = isRange
    ? {
        from: numberIn(draft.targetFrom),
        to: numberIn(draft.targetTo),
        tolerance: numberIn(draft.tolerance),
      }
    : { value: numberIn(draft.targetValue) };
  const hasTarget =
    Object.values(numbers).some(value => value !== undefined) &&
    Boolean(draft.targetDate);
  const checkpoints = linesIn(draft.checkpoints).map(line => {
    const [date = '', value] = line.split(/[\s:]+/, 2);
    return { date, value: numberIn(value) };
  });
  const scale = linesIn(draft.scale);
  return {
    name: draft.name?.trim(),
    class: draft.class,
    timing: draft.timing,
    direction: draft.direction,
    unit: draft.unit?.trim() ?? '',
    baseline:
      baseline === undefined
        ? undefined
        : { value: baseline, date: draft.baselineDate },
    target: hasTarget ? { date: draft.targetDate, ...numbers } : undefined,
    checkpoints: checkpoints.length ? checkpoints : undefined,
    cadenceDays: numberIn(draft.cadenceDays),
    primary: draft.primary === 'yes',
    source: draft.source?.trim() || undefined,
    owner: draft.owner || undefined,
    scale: scale.length ? scale : undefined,
  };
}

/** The fields of which what is written cannot be read. */
export function unreadable(draft: MeasureDraft): MeasureField[] {
  const parsed = measureFieldsSchema.safeParse(saidOf(draft));
  const paths: Record<string, MeasureField> = {
    'baseline.value': 'baselineValue',
    'baseline.date': 'baselineDate',
    'target.value': 'targetValue',
    'target.from': 'targetFrom',
    'target.to': 'targetTo',
    'target.tolerance': 'tolerance',
    'target.date': 'targetDate',
  };
  const wrong = (parsed.error?.issues ?? []).map(({ path }) => {
    const [top, second] = path.map(String);
    return paths[`${top}.${second}`] ?? (top as MeasureField);
  });
  return [...new Set(wrong)];
}

/** What a draft says of a measure; undefined while it cannot be read. */
export function measureFieldsOf(
  draft: MeasureDraft,
): MeasureFields | undefined {
  return measureFieldsSchema.safeParse(saidOf(draft)).data;
}

/**
 * What is another in a draft than in what it came from; null: taken away.
 * Undefined while it cannot be read.
 */
export function measureChangesOf(
  base: MeasureDraft,
  draft: MeasureDraft,
): Omit<MeasureChange, 'version'> | undefined {
  if (!measureFieldsOf(draft)) {
    return undefined;
  }
  const before: Record<string, unknown> = saidOf(base);
  const said: Record<string, unknown> = saidOf(draft);
  const changes = Object.fromEntries(
    Object.keys(before)
      .filter(key => JSON.stringify(before[key]) !== JSON.stringify(said[key]))
      .map(key => [key, said[key] ?? null]),
  );
  // A primary measure stops being one when another becomes it
  if (changes.primary !== true) {
    delete changes.primary;
  }
  return changes as Omit<MeasureChange, 'version'>;
}
