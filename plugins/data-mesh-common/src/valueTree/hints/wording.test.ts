import { countsOutput, isWordedAsOutput } from './wording';

describe('countsOutput', () => {
  it.each([
    'number of data products',
    'Number of data products (kept on purpose)',
    'The total number of published data products.',
    'number of products',
    'Number of clinical dashboards delivered',
    'Data products',
    'data products in production',
    'new data sets per quarter',
    'Dashboards delivered per month',
    'pipelines',
    'Pipelines we built',
    'How many dashboards',
    'story points completed per sprint',
    'count of features',
  ])('finds that “%s” counts output', name => {
    expect(countsOutput({ name, unit: 'count', direction: 'increase' })).toBe(
      true,
    );
  });

  it.each([
    'products used by two or more other domains',
    'number of data products used by two or more other domains',
    'data products with a consumer',
    'data products live longer than a year',
    'post-MVP products reviewed in 90 days',
    'evidence items drawn from contracted products',
    'orders complete at intake',
    'days to assemble an evidence pack',
    'number of near-miss reports',
    'number of products sold',
    'number of products in stock',
    'number of patients',
    'dashboards delivered on time',
    'pipelines completed without an error',
    'people who open a dashboard each week',
    'decisions made with data products',
    'median days from idea to first use',
    'share of data products',
  ])('leaves “%s” alone', name => {
    expect(countsOutput({ name, unit: 'count', direction: 'increase' })).toBe(
      false,
    );
  });

  it.each([
    ['%', 'increase'],
    ['percent', 'increase'],
    ['count', 'decrease'],
    ['count', 'keep-in-range'],
  ] as const)('leaves a count in %s to %s alone', (unit, direction) => {
    expect(
      countsOutput({ name: 'number of data products', unit, direction }),
    ).toBe(false);
  });
});

describe('isWordedAsOutput', () => {
  it.each([
    'Build a dashboard for clinics',
    'build the new self-service data platform',
    'We will create three data products',
    'Implement a data catalog.',
    'Rolling out the new analytics platform',
    'Introduce a new lab system',
    'Set up data pipelines for finance',
    'Migrate all reports to the cloud platform',
    'Moving to a data lake',
    'The new portal is live',
    'The patient app has been launched',
    'One data lake for all',
    'A customer dashboard',
    'Our new billing system',
    'Ten dashboards by summer',
    '12 data products',
  ])('finds that “%s” is worded as an output', title => {
    expect(isWordedAsOutput(title)).toBe(true);
  });

  it.each([
    'Every patient gets the right test and treatment on time, because all of us can act on data we trust',
    'Care without waiting',
    'Nothing critical runs out',
    'Studies start sooner',
    'Ready for inspection every day',
    'Sharing that lasts',
    'Results reach the doctor within a day',
    'Fewer empty appointment slots',
    'Clinics do not run out of reagents',
    'Sites open within four months',
    'Evidence packs on request',
    'Build trust in our data platform',
    'Deliver results through the portal within a day',
    'Create value from data products',
    'Develop people and tools',
    'Move patients out of the system faster',
    'Launch apps sooner',
    'Nobody waits for a report',
    'Nobody needs a second system to answer a question',
    'Clinics trust the dashboards they open',
    'Ten days from order to delivery',
    'Two of three decisions are made with data products of other teams',
    'A day without a dashboard error',
    'Alle Patienten bekommen ihre Befunde am selben Tag',
    '',
  ])('leaves “%s” alone', title => {
    expect(isWordedAsOutput(title)).toBe(false);
  });
});
