export interface Config {
  scaffolder?: {
    /** What the template actions of data products need. */
    dataMesh?: {
      /**
       * Where `data-mesh:publish:local` makes repositories: the name of a
       * folder in `catalog.providers.dataMeshLocalFolder`. Without it the
       * action refuses to work.
       */
      publishLocal?: string;
    };
  };
}
