import { z } from 'zod';

/** A ref as people write it: full, or as short as its place allows. */
export const ref = z.string().trim().min(1).max(300);

export const text = (most: number) => z.string().trim().min(1).max(most);
