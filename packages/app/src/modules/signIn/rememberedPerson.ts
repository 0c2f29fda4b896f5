const KEY = 'dataMeshDemo.person';

/** Whom this browser is, across reloads, until it signs out. */
export const rememberedPerson = {
  get: () => window.localStorage.getItem(KEY) ?? undefined,
  set: (userRef: string) => window.localStorage.setItem(KEY, userRef),
  forget: () => window.localStorage.removeItem(KEY),
};
