import { NodeFields } from '@backstage-data-mesh/plugin-data-mesh-common';
import { measure } from '../../testing/goals';
import {
  measureChangesOf,
  measureDraftOf,
  measureFieldsOf,
  newMeasureDraft,
  unreadable,
} from './measureDraft';
import {
  changesOf,
  draftOf,
  fieldsOf,
  fieldsToFill,
  wrongFields,
} from './nodeDraft';

const bet: NodeFields = {
  title: 'Reminders',
  contributors: [{ role: 'Champion', ref: 'user:default/ann' }],
  mandatory: true,
  rank: 2,
  reviewAt: '2026-12-01',
  useCases: ['Call patients'],
  stance: 'explore',
};

describe('the draft of a node', () => {
  it('says what the node says', () => {
    expect(fieldsOf(draftOf(bet))).toEqual(bet);
    expect(changesOf(draftOf(bet), draftOf(bet))).toEqual({});
  });

  it('tells what is changed and what is taken away', () => {
    const draft = {
      ...draftOf(bet),
      title: ' Calls ',
      rank: '',
      mandatory: false,
      useCases: ['Call patients', '', ' '],
      contributors: [],
    };
    expect(changesOf(draftOf(bet), draft)).toEqual({
      title: 'Calls',
      rank: null,
      mandatory: null,
      contributors: null,
    });
  });

  it('tells what cannot be right', () => {
    expect(
      wrongFields({ title: 'A', rank: 'two', reviewEveryDays: '0' }),
    ).toEqual(['rank', 'reviewEveryDays']);
    expect(fieldsOf({ title: 'A', rank: 'two' })).toBeUndefined();
    expect(fieldsOf({ title: '  ' })).toBeUndefined();
  });

  it('asks for each field of a kind once', () => {
    const { first, more } = fieldsToFill('bet');
    expect(first).toContain('stopRule');
    expect(first).not.toContain('domain');
    expect(new Set([...first, ...more]).size).toBe(first.length + more.length);
  });
});

describe('the draft of a measure', () => {
  const read = measure({
    checkpoints: [{ date: '2026-06-30', value: 12 }],
    source: 'manual',
  });
  const { id, nodeId, version, standing, may, ...fields } = read;

  it('says what the measure says', () => {
    expect(measureFieldsOf(measureDraftOf(read))).toEqual(fields);
    const draft = measureDraftOf(read);
    expect(measureChangesOf(draft, draft)).toEqual({});
  });

  it('tells what is changed and what is taken away', () => {
    const base = measureDraftOf(read);
    expect(
      measureChangesOf(base, {
        ...base,
        targetValue: '8,5',
        checkpoints: '',
        primary: '',
      }),
    ).toEqual({
      target: { value: 8.5, date: '2027-03-21' },
      checkpoints: null,
    });
  });

  it('takes a range', () => {
    const draft = {
      ...newMeasureDraft('2026-11-21', true),
      name: 'Stock days',
      direction: 'keep-in-range',
      baselineValue: '5',
      targetFrom: '4',
      targetTo: '6',
      targetDate: '2027-01-01',
    };
    expect(measureFieldsOf(draft)).toMatchObject({
      target: { from: 4, to: 6, date: '2027-01-01' },
      primary: true,
    });
  });

  it.each([
    [{ baselineValue: 'some' }, 'baselineValue'],
    [{ cadenceDays: 'weekly' }, 'cadenceDays'],
    [{ checkpoints: 'soon 4' }, 'checkpoints'],
    [{ scale: 'only one' }, 'scale'],
    [{ targetValue: 'x', targetDate: '2027-01-01' }, 'targetValue'],
  ])('tells that %j cannot be read', (change, field) => {
    const draft = { ...measureDraftOf(measure()), ...change };
    expect(unreadable(draft)).toEqual([field]);
    expect(measureChangesOf(draft, draft)).toBeUndefined();
  });
});
