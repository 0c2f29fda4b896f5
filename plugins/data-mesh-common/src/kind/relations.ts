/**
 * A person who looks after a data product's meaning and quality.
 * Reversed by {@link RELATION_STEWARD_OF}.
 *
 * @public
 */
export const RELATION_STEWARDED_BY = 'stewardedBy';

/**
 * Reverses {@link RELATION_STEWARDED_BY}.
 *
 * @public
 */
export const RELATION_STEWARD_OF = 'stewardOf';

/**
 * The one person accountable for a data product.
 * Reversed by {@link RELATION_PRODUCT_OWNER_OF}.
 *
 * @public
 */
export const RELATION_PRODUCT_OWNED_BY = 'productOwnedBy';

/**
 * Reverses {@link RELATION_PRODUCT_OWNED_BY}.
 *
 * @public
 */
export const RELATION_PRODUCT_OWNER_OF = 'productOwnerOf';

/**
 * Somebody who actively uses a data product.
 * Reversed by {@link RELATION_CONSUMER_OF}.
 *
 * @public
 */
export const RELATION_CONSUMED_BY = 'consumedBy';

/**
 * Reverses {@link RELATION_CONSUMED_BY}.
 *
 * @public
 */
export const RELATION_CONSUMER_OF = 'consumerOf';
