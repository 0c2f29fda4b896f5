// create-app would ask GitHub for a lockfile to start from. The test uses
// nothing but the registry; create-app goes on without.
globalThis.fetch = () => Promise.reject(new Error('not in this test'));
