import { screen } from '@testing-library/react';
import { renderWith } from '../testing/renderWith';
import {
  PlainServiceLevel,
  useServiceLevelWords,
} from './useServiceLevelWords';

function Words(props: { level: PlainServiceLevel }) {
  return <p data-testid="words">{useServiceLevelWords()(props.level)}</p>;
}

describe('a promise in plain words', () => {
  it.each<[PlainServiceLevel, string]>([
    [{ property: 'latency', value: 1, unit: 'h' }, 'Delay at most 1 hour'],
    [{ property: 'Latency', value: '4', unit: 'd' }, 'Delay at most 4 days'],
    [{ property: 'freshness', value: 'PT6H' }, 'Not older than 6 hours'],
    [
      { property: 'frequency', value: 15, unit: 'min' },
      'Updated every 15 minutes',
    ],
    [{ property: 'frequency', value: 1, unit: 'd' }, 'Updated every day'],
    [{ property: 'retention', value: 3, unit: 'y' }, 'Kept for 3 years'],
    [
      { property: 'availability', value: 99.5, unit: '%' },
      'Available 99.5 % of the time',
    ],
    [
      { property: 'throughput', value: 100, unit: 'rows/s' },
      'Throughput 100 rows/s',
    ],
    [
      { property: 'error_rate', value: 1, unit: 'percent' },
      'Errors at most 1 %',
    ],
    [
      { property: 'generalAvailability', value: '2022-05-12T09:30:10-08:00' },
      'Available since May 12, 2022',
    ],
    [{ property: 'endOfSupport', value: 'never' }, 'Supported until never'],
    [
      { property: 'timeToRepair', value: 2, unit: 'days' },
      'Problems are repaired within 2 days',
    ],
    [
      { property: 'timeOfAvailability', value: '09:00-08:00' },
      'Ready by 09:00-08:00',
    ],
    [
      { property: 'supportResponseTime', value: 4, unit: 'h' },
      'Support answers within 4 hours',
    ],
    [{ property: 'masked', value: true }, 'masked: true'],
    [{ property: 'constructor', value: 1 }, 'constructor: 1'],
  ])('%j', async (level, words) => {
    renderWith(<Words level={level} />);
    expect(await screen.findByTestId('words')).toHaveTextContent(words);
  });
});
