import { useState } from 'react';
import {
  CheckIn,
  CheckInResponse,
  Measure,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useCheckIn } from '../../api';
import { today } from '../../components/today';
import { CheckInFaults, CheckInForm, faultsOf, requestOf } from './checkInForm';
import { currentCheckIn } from './currentCheckIn';

/** What has to be known of a measure to read it. */
export type MeasureToRead = Pick<
  Measure,
  'id' | 'name' | 'unit' | 'scale' | 'baseline' | 'standing'
>;

/** A reading while it is typed. */
export interface Reading {
  form: CheckInForm;
  faults: CheckInFaults;
  /** The reading that is there already for that day. */
  there?: CheckIn;
  canSend: boolean;
  isSending: boolean;
  /** Why it was refused, where no reading is in the way. */
  error?: Error;
  change: (changed: Partial<CheckInForm>) => void;
  /** @param supersedes - id of the reading whose place it takes */
  save: (supersedes?: string) => void;
}

/**
 * Takes in a reading of a measure. What was typed stays until it is saved: also
 * where it fails, and where that day has a reading already.
 */
export function useReading(
  measure: MeasureToRead,
  onSaved: (saved: CheckInResponse) => void,
): Reading {
  const { send, isSending, error, reset } = useCheckIn(measure.id);
  const [form, setForm] = useState<CheckInForm>(() => ({
    value: '',
    date: today(),
    confidence: '',
    note: '',
    link: '',
  }));
  const [there, setThere] = useState<CheckIn>();
  const faults = faultsOf(form, measure, today());
  const canSend = Object.keys(faults).length === 0 && !isSending;
  return {
    form,
    faults,
    there,
    canSend,
    isSending,
    error: there ? undefined : error,
    change: changed => {
      setForm({ ...form, ...changed });
      // Another day has another reading, or none.
      if (there && changed.date !== undefined) {
        setThere(undefined);
        reset();
      }
    },
    save: supersedes => {
      if (canSend) {
        send(requestOf(form, supersedes)).then(
          onSaved,
          // Told as the reading that is there, or as what went wrong.
          (failure: Error) => setThere(currentCheckIn(failure)),
        );
      }
    },
  };
}
