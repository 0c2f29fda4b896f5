export const ownershipMessages = {
  title: 'Ownership',
  openPoints: 'Open points',
  loading: 'Loading open points',
  of: '{{entity}}: {{title}}',
  nothing: 'Nothing open',
  nothingAmong_one: 'Nothing open on the {{count}} data product',
  nothingAmong_other: 'Nothing open on the {{count}} data products',
  notYet:
    'Not looked at yet. The first look tells what is open, usually within minutes.',
  unavailable: 'What is open is not known here.',
  unknown_one: '{{count}} not known yet',
  unknown_other: '{{count}} not known yet',
  setAside_one: '{{count}} set aside',
  setAside_other: '{{count}} set aside',
  setAsideUntil: '{{title}}, until {{date}}',
  more_one: 'and on {{count}} more data product',
  more_other: 'and on {{count}} more data products',
  handOver: 'Start the hand-over',
  handOverOf: 'Start the hand-over of {{product}}',
  domain: {
    owner: 'Owner',
    noOwner: 'no group owns it',
    domainOwner: 'Domain owner',
    dataLead: 'Data lead',
    notNamed: 'not named',
    unknown:
      'What is open here is not known yet; shown is what the catalog file says.',
  },
  group: {
    title: 'Open on our data products',
    owns: 'Owns',
    products_one: '{{count}} data product',
    products_other: '{{count}} data products',
    people: 'People',
    nobody: 'nobody is in this team',
    count_one: '{{count}} person',
    count_other: '{{count}} people',
  },
} as const;

export const handOverMessages = {
  title: 'Hand over {{product}}',
  loading: 'Looking for teams',
  why: {
    orphan: 'No team answers for it. Who should?',
    person:
      '{{owner}} owns it, and people fall ill, go on leave and change jobs. Which team should?',
    other: 'Now {{owner}} owns it. Who should?',
  },
  who: '1. Who should answer for it',
  questions: {
    intro:
      'Three questions find the right team: whose outcome depends on it, whose process makes the data, who decides on it.',
    outcome: 'Outcome',
    process: 'Process',
    decision: 'Decision',
  },
  reason: {
    uses: 'uses it',
    usesFor: 'uses it: {{purpose}}',
    meansTo: 'means to use it',
    input: 'owns what it is made from: {{inputs}}',
    ownerWorksThere: '{{person}}, who owns it now, is in this team',
    productOwner: '{{person}}, its product owner, is in this team',
    domain: 'owns the domain {{domain}}',
    inDomain: 'is a team of {{domain}}',
  },
  inDomain: 'In {{domain}}',
  elsewhere: 'In other domains',
  elsewhereHint:
    'A team of another domain can own it once the product moves to that domain: set spec.domain, too.',
  proposals: 'Proposed teams',
  noProposal:
    'The catalog names no team that uses it, makes its data or decides on it. Look for one:',
  caution: {
    nobody: 'nobody is in this team',
    one: 'only one person is in it',
  },
  another: 'Another team',
  notFound: '{{team}} is not in the catalog.',
  productOwner: 'Product owner',
  chooseProductOwner: 'One person of the team decides what it offers',
  noMembers:
    'The catalog knows nobody in this team. A product owner can be named once somebody is.',
  keep: '{{person}} (as now)',
  on: 'Hand-over on',
  prepare: '2. What both teams go through',
  copyList: 'Copy the list for a ticket or a message',
  check: {
    agree: 'Both teams agree: {{from}} hands over, {{to}} takes over.',
    agreeAlone: '{{to}} agrees to answer for it.',
    ask: 'Nobody can hand it over, so ask those who know it: {{people}}.',
    askNobody:
      'Nobody can hand it over, so look for somebody who worked with it.',
    access:
      'Access: {{to}} gets all rights it runs with: stores, secrets, schedules.',
    accessLeave:
      'Access: {{to}} gets all rights it runs with: stores, secrets, schedules; {{from}} gives up what it no longer needs after {{until}}.',
    pipeline:
      'Pipeline: code, schedules and alarms move to {{to}}; one run is watched together.',
    contract_one: 'Contract: {{contracts}} names {{to}} as its team.',
    contract_other: 'Contracts: {{contracts}} name {{to}} as their team.',
    noContract:
      'Contract: there is none; {{to}} writes down what can be relied on.',
    consumers_one: 'Consumers told: {{consumers}}.',
    consumers_other: 'Consumers told: {{consumers}}.',
    noConsumers: 'Consumers told: none are known.',
    date: 'Date: {{to}} answers for it from {{date}}.',
    helper: '{{from}} stays as helper for 30 days, until {{until}}.',
  },
  change: '3. The change to the catalog file',
  changeIntro: 'On the day, change these lines:',
  copyYaml: 'Copy the new lines',
  orMove:
    'Should {{owner}} keep it? Then move the product to the domain of its team instead: set spec.domain.',
  template: 'Or change it in the form',
  unchanged: 'It is written so already: there is nothing to change.',
} as const;
