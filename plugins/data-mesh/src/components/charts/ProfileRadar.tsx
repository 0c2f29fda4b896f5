import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
} from 'recharts';

/** One dimension of a profile; levels are counted from 0. */
export interface ProfilePoint {
  id: string;
  title: string;
  now: number;
  want?: number;
}

const size = { width: 340, height: 240 };

const useStyles = makeStyles({
  // Drawn in one size and scaled to the card; nothing has to be measured.
  root: {
    '& .recharts-wrapper': {
      width: '100% !important',
      height: 'auto !important',
    },
    '& svg': { height: 'auto !important' },
  },
});

/** The drawing; what it says to those who cannot see it stands beside it. */
export function ProfileRadar(props: {
  points: ProfilePoint[];
  highest: number;
}) {
  const { points, highest } = props;
  const classes = useStyles();
  const { palette, typography } = useTheme();
  const axis = { fill: palette.text.secondary, fontSize: 12 };
  const hasWant = points.some(({ want }) => want !== undefined);
  return (
    <div className={classes.root}>
      <RadarChart
        {...size}
        data={points}
        outerRadius={86}
        accessibilityLayer={false}
        style={{ fontFamily: typography.fontFamily }}
      >
        <PolarGrid stroke={palette.divider} />
        <PolarAngleAxis
          dataKey="title"
          tick={axis}
          tickLine={false}
          tickSize={13}
        />
        <PolarRadiusAxis
          domain={[0, highest]}
          tickCount={highest + 1}
          tick={false}
          axisLine={false}
        />
        {hasWant && (
          <Radar
            dataKey="want"
            stroke={palette.text.secondary}
            strokeDasharray="4 3"
            strokeWidth={1.5}
            fill="none"
            isAnimationActive={false}
          />
        )}
        <Radar
          dataKey="now"
          stroke={palette.primary.main}
          strokeWidth={2}
          fill={palette.primary.main}
          fillOpacity={0.25}
          dot={{ r: 2.5 }}
          isAnimationActive={false}
        />
      </RadarChart>
    </div>
  );
}
