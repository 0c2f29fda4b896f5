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
} as const;
