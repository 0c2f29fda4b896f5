import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  XAxis,
  YAxis,
} from 'recharts';
import { numberWords } from '../measures';
import { MeasureChartData } from './chartPoints';

const size = { width: 560, height: 220 };

const useStyles = makeStyles({
  // Drawn in one size and scaled to the panel; nothing has to be measured.
  root: {
    '& .recharts-wrapper': {
      width: '100% !important',
      height: 'auto !important',
    },
    '& svg': { height: 'auto !important' },
  },
});

function monthWords(time: number): string {
  return new Intl.DateTimeFormat(undefined, {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  }).format(time);
}

/** The drawing; what it says stands beside it as words and as a table. */
export function MeasureLines(props: { chart: MeasureChartData }) {
  const { points, target, range } = props.chart;
  const classes = useStyles();
  const { palette, typography } = useTheme();
  const tick = { fill: palette.text.secondary, fontSize: 12 };
  const values = [
    ...points.flatMap(({ value, expected }) => [value, expected]),
    target,
    range?.from,
    range?.to,
  ].filter((value): value is number => value !== undefined);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.08;

  return (
    <div className={classes.root}>
      <LineChart
        {...size}
        data={points}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        style={{ fontFamily: typography.fontFamily }}
      >
        <CartesianGrid stroke={palette.divider} vertical={false} />
        <XAxis
          dataKey="time"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={monthWords}
          tick={tick}
          stroke={palette.divider}
          minTickGap={40}
        />
        <YAxis
          domain={[low - room, high + room]}
          tickFormatter={value => numberWords(Number(value), 1)}
          tick={tick}
          stroke={palette.divider}
          width={52}
        />
        {range && (
          <ReferenceArea
            y1={range.from}
            y2={range.to}
            fill={palette.text.secondary}
            fillOpacity={0.12}
            stroke={palette.text.secondary}
            strokeOpacity={0.4}
          />
        )}
        {target !== undefined && (
          <ReferenceLine
            y={target}
            stroke={palette.text.primary}
            strokeDasharray="1 4"
            strokeWidth={2}
          />
        )}
        <Line
          dataKey="expected"
          type="linear"
          connectNulls
          stroke={palette.text.secondary}
          strokeDasharray="6 4"
          strokeWidth={1.5}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="value"
          type="linear"
          connectNulls
          stroke={palette.primary.main}
          strokeWidth={2}
          dot={{ r: 3, fill: palette.primary.main }}
          isAnimationActive={false}
        />
      </LineChart>
    </div>
  );
}
