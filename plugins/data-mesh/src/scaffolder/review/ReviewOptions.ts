/** The `ui:options` of the review. */
export type ReviewOptions = {
  /** Paths of the files that the template adds from its skeleton. */
  alsoMade?: string[];
  /** Whether answers of a product that there is are changed. */
  change?: boolean;
};
