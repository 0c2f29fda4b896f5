import {
  CheckInRequest,
  Measure,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** What somebody typed of a reading. */
export interface CheckInForm {
  value: string;
  date: string;
  confidence: '' | NonNullable<CheckInRequest['confidence']>;
  note: string;
  link: string;
}

/** What is wrong with what was typed, by field; nothing where all is well. */
export interface CheckInFaults {
  value?: 'missing' | 'wrong';
  date?: 'missing' | 'future' | 'beforeStart';
  link?: 'wrong';
}

/**
 * The number that was typed, with a point or a comma; undefined where it is
 * none. “1,234” and the like stay open to two readings and are none.
 */
export function numberOf(typed: string): number | undefined {
  const text = typed.trim().replace(/^−/, '-');
  const isNumber = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/.test(text);
  if (!isNumber || /^[-+]?[1-9]\d*,\d{3}$/.test(text)) {
    return undefined;
  }
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) && Math.abs(value) <= 1e15 ? value : undefined;
}

export function faultsOf(
  form: CheckInForm,
  measure: Pick<Measure, 'baseline'>,
  today: string,
): CheckInFaults {
  const faults: CheckInFaults = {};
  if (!form.value.trim()) {
    faults.value = 'missing';
  } else if (numberOf(form.value) === undefined) {
    faults.value = 'wrong';
  }
  if (!form.date) {
    faults.date = 'missing';
  } else if (form.date > today) {
    faults.date = 'future';
  } else if (measure.baseline && form.date < measure.baseline.date) {
    faults.date = 'beforeStart';
  }
  if (form.link.trim() && !isAddress(form.link.trim())) {
    faults.link = 'wrong';
  }
  return faults;
}

/** The request that a form without faults stands for. */
export function requestOf(
  form: CheckInForm,
  supersedes?: string,
): CheckInRequest {
  const note = form.note.trim();
  const link = form.link.trim();
  return {
    date: form.date,
    value: numberOf(form.value)!,
    ...(form.confidence && { confidence: form.confidence }),
    ...(note && { note }),
    ...(link && { link }),
    ...(supersedes && { supersedes }),
  };
}

function isAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}
