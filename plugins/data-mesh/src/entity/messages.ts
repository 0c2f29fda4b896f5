export const entityMessages = {
  domain: { products: 'Data products' },
  group: {
    owned: 'Data products we own',
    used: 'Data products we use',
  },
  lineage: { title: 'Lineage' },
  user: {
    answersFor: 'Data products I answer for',
    owner: 'owner',
    productOwner: 'product owner',
    steward: 'steward',
  },
  file: {
    open: 'Open the catalog file',
    path: 'The catalog file is',
    copyPath: 'Copy the path of the catalog file',
    none: 'The catalog does not say where its file is.',
  },
} as const;
