export const purposeMessages = {
  title: 'What it is for',
  loading: 'Loading what it is for',
  path: 'From {{from}} to {{to}}',
  use: 'Use',
  closed_one: '{{count}} way that leads to no living goal',
  closed_other: '{{count}} ways that lead to no living goal',
  none: 'Serves no goal yet.',
  // Data products that are made from it may serve one
  noneItself: 'It is linked to no goal itself.',
  why: 'Whoever pays for it asks what it is for.',
  find: 'Find the initiative that it serves',
  orFile: 'Or write it in the catalog file',
  fileHelp:
    'With the id of the initiative, as its page in Goals tells it, or of any goal or bet:',
  copyYaml: 'Copy the YAML',
  notThere_one:
    'Its catalog file names {{ids}}, which is not among the goals here.',
  notThere_other:
    'Its catalog file names {{ids}}, which are not among the goals here.',
  endangers: 'Endangers',
  endangered: '{{goal}} ({{status}})',
} as const;
