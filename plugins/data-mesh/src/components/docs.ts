/** Where the guides of the suite are. */
export const docs =
  'https://github.com/backstage-data-mesh/backstage-data-mesh/blob/main/docs';
