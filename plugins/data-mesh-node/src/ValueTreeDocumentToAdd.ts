import { ValueTreeDocumentMode } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * A document of `kind: ValueTree` that a module brings.
 *
 * @public
 */
export interface ValueTreeDocumentToAdd {
  /** Short and lasting: nodes remember which document owns them. */
  readonly id: string;
  /**
   * `managed`: the document owns structure, wording and measures of its nodes
   * and is read from time to time. `seed`: it is taken in once, from then on
   * all is kept in the portal.
   */
  readonly mode: ValueTreeDocumentMode;

  /** Reads the YAML; called at each start and every few minutes. */
  read(): Promise<string>;
}
