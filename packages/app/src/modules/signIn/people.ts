/** Somebody of the demo organisation to be. */
export type DemoPerson = {
  userRef: string;
  name: string;
  role: string;
  comesFor: string;
};

/** Five people who come to the portal for five different reasons. */
export const people: DemoPerson[] = [
  {
    userRef: 'user:default/liam.byrne',
    name: 'Liam Byrne',
    role: 'Engineer in Patient access',
    comesFor:
      'Looks for data of other domains: find a product, judge it, reach it.',
  },
  {
    userRef: 'user:default/tomas.reyes',
    name: 'Tomas Reyes',
    role: 'Product owner of the lab’s data products',
    comesFor: 'Answers for four products and wants to know what to mend.',
  },
  {
    userRef: 'user:default/yusuf.demir',
    name: 'Yusuf Demir',
    role: 'Data lead of Patient services',
    comesFor: 'Keeps his domain’s products and what it uses in view.',
  },
  {
    userRef: 'user:default/carla.mendes',
    name: 'Carla Mendes',
    role: 'Domain owner of Supply chain',
    comesFor: 'Wants to see what her domain offers and who relies on it.',
  },
  {
    userRef: 'user:default/jonas.lindqvist',
    name: 'Jonas Lindqvist',
    role: 'Mesh lead, runs the platform',
    comesFor: 'Sees all domains, and what the catalog could not take in.',
  },
];
