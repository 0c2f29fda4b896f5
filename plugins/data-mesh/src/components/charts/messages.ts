export const chartMessages = {
  dimension: 'Dimension',
  now: 'Now',
  want: 'Where we want to be',
  level: '{{level}}, {{words}}',
  notStated: 'not stated',
} as const;
