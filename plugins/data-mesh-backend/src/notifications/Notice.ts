/** What people can switch off one by one in their notification settings. */
export type Topic =
  | 'level-dropped'
  | 'exception-about-to-expire'
  | 'sort-out-now'
  | 'reading-due'
  | 'decision-due'
  | 'goal-without-measure'
  | 'help-wanted';

/** What is not in the catalog, and who is told of it. */
export type Told = {
  title: string;
  /** Refs of people and groups. */
  owners: readonly string[];
  /** Its page in the portal. */
  link: string;
};

/** Something to tell the people who answer for an entity or a goal. */
export type Notice = {
  topic: Topic;
  /** What it tells of; each person hears of each once. */
  keys: readonly string[];
  /** Ref of the entity, or id of the node of the value tree. */
  subject: string;
  /** Of what is no entity. */
  told?: Told;
  /** Refs of people who are told besides those who answer for the entity. */
  also?: readonly string[];
  /** In the few words of a title, around the name of what it is about. */
  headline: (name: string) => string;
  /** In whole sentences. */
  text: (name: string) => string;
};
