/** What people can switch off one by one in their notification settings. */
export type Topic =
  | 'level-dropped'
  | 'exception-about-to-expire'
  | 'sort-out-now';

/** Something to tell the people who answer for an entity. */
export type Notice = {
  topic: Topic;
  /** What it tells of; each person hears of each once. */
  keys: readonly string[];
  /** Ref of the entity. */
  subject: string;
  /** Refs of people who are told besides those who answer for the entity. */
  also?: readonly string[];
  /** In the few words of a title, around the name of the entity. */
  headline: (name: string) => string;
  /** In whole sentences. */
  text: (name: string) => string;
};
