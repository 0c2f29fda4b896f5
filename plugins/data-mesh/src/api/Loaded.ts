/** What a card knows about something it asked the backend for. */
export interface Loaded<T> {
  /** The answer; stays while a newer one is fetched. */
  data?: T;
  /** Why there is no answer. */
  error?: Error;
  /** True until there is a first answer or error. */
  isPending: boolean;
  refetch: () => void;
}
