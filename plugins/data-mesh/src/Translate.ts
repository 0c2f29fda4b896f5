/**
 * A function that gives words by their key: as that of Backstage, in a type
 * that is checked in seconds, not in minutes, with as many words as ours.
 * Messages may nest, have plurals (`_one`, `_other`) and take texts (`{{name}}`).
 */
export interface Translate<M> {
  <K extends MessageKey<M>>(
    key: K,
    ...values: Args<Values<TextAt<M, K>, string>>
  ): string;
  /** With an element among the values, what comes back is one. */
  <K extends MessageKey<M>>(
    key: K,
    ...values: Args<Values<TextAt<M, K>, string | JSX.Element>>
  ): JSX.Element;
}

/** The keys of messages, with dots; one that has plurals stands for them. */
export type MessageKey<M> = {
  [K in keyof M & string]: M[K] extends string
    ? K extends `${infer Stem}_${Plural}`
      ? Stem
      : K
    : `${K}.${MessageKey<M[K]>}`;
}[keyof M & string];

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type Counted<T = unknown> = { counted: T };

type TextAt<M, K> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof M
    ? TextAt<M[Head], Rest>
    : never
  : K extends keyof M
  ? M[K]
  : K extends string
  ? Counted<M[`${K}_${Plural}` & keyof M]>
  : never;

/** Where a key may be one of several, the values that any of them takes. */
type Values<T, V> = ([Extract<T, Counted>] extends [never]
  ? {}
  : { count: number }) & {
  [Name in Exclude<NamesIn<T extends Counted<infer C> ? C : T>, 'count'>]: V;
};

type NamesIn<T> = T extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Args<V> = [keyof V] extends [never] ? [] : [values: V];
