import {
  MeasureFields,
  MeasureModel,
  MeasureStatus,
  standingOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';

const WORDS: Record<MeasureStatus, string> = {
  invalid: 'cannot be told',
  'no-data': 'no reading yet',
  achieved: 'reached',
  stale: 'no recent reading',
  'too-early': 'too early to say',
  missed: 'date passed',
  'on-track': 'on course',
  'at-risk': 'a little behind',
  'off-track': 'behind',
};

/** Such as `12.6 % on 2026-11-09, from 14.2, wants 9 by 2027-03-21: behind`. */
export function howItStands(measure: MeasureModel, today: string): string {
  const { fields } = measure;
  const { status, current } = standingOf(measure, today);
  const parts = [
    current && `${amount(current.value, fields)} on ${current.date}`,
    fields.baseline && `from ${fields.baseline.value}`,
    wanted(fields),
  ].filter(part => part);
  return [parts.join(', '), WORDS[status]].filter(text => text).join(': ');
}

function amount(value: number, { unit }: MeasureFields): string {
  return unit ? `${value} ${unit}` : String(value);
}

function wanted({ target }: MeasureFields): string | undefined {
  if (!target) {
    return undefined;
  }
  const { value, from, to, date } = target;
  return value === undefined
    ? `wants ${from} to ${to} until ${date}`
    : `wants ${value} by ${date}`;
}
