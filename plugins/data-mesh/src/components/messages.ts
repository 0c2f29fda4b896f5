export const componentMessages = {
  notInCatalog: 'not in the catalog',
  tryAgain: 'Try again',
  loadFailed: 'This could not be loaded',
  forbidden: {
    title: 'You may not see this',
    text: 'Your account has no right to read data products here. The people who run this portal can grant it.',
  },
  lifecycle: {
    candidate: 'Candidate',
    experimental: 'Experimental',
    production: 'In production',
    deprecated: 'Deprecated',
    retired: 'Retired',
    unknown: 'Lifecycle not known',
  },
} as const;
