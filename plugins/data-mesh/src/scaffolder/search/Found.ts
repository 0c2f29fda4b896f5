/** Something that a search offers. */
export type Found = { ref: string; title: string; about?: string };
