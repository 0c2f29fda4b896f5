export interface Config {
  dataMesh?: {
    /**
     * Whether the kind DataProduct gets an icon of its own. Set it to false to
     * bring another one for `kind:dataproduct`. Defaults to true.
     *
     * @visibility frontend
     */
    icon?: boolean;
  };
}
