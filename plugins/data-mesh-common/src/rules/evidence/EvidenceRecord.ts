/**
 * How a piece of evidence came in: a person wrote it in the portal, a service
 * sent it, a source was asked for it, or an annotation of the entity says so.
 *
 * @public
 */
export const evidenceWays = [
  'portal',
  'push',
  'collector',
  'annotation',
] as const;

/** @public */
export type EvidenceWay = (typeof evidenceWays)[number];

/**
 * A dated fact about an entity that the catalog does not hold.
 *
 * @public
 */
export interface EvidenceRecord {
  key: string;
  value: unknown;
  /** A time in ISO 8601. */
  observedAt: string;
  /** A time in ISO 8601; it holds through that day (UTC). */
  expiresAt?: string;
  way: EvidenceWay;
  /** Ref of the person, or the name of the service or source. */
  source: string;
}
