import { ConfigReader } from '@backstage/config';
import { resolve } from 'node:path';
import { readLocalFolderConfigs } from './config';

function read(dataMeshLocalFolder: object) {
  return readLocalFolderConfigs(
    new ConfigReader({ catalog: { providers: { dataMeshLocalFolder } } }),
  );
}

describe('readLocalFolderConfigs', () => {
  it('is off by default', () => {
    expect(readLocalFolderConfigs(new ConfigReader({}))).toEqual([]);
    expect(read({})).toEqual([]);
  });

  it('needs no more than a path', () => {
    expect(read({ demo: { path: '../mesh' } })).toEqual([
      {
        id: 'demo',
        path: resolve('../mesh'),
        catalogPath: '**/catalog-info.yaml',
        schedule: {
          frequency: { seconds: 30 },
          timeout: { minutes: 5 },
          scope: 'local',
        },
      },
    ]);
  });

  it('reads everything', () => {
    const schedule = {
      frequency: { minutes: 1 },
      timeout: 'PT2M',
      scope: 'global',
    };
    expect(
      read({
        a: { path: '/a', catalogPath: '*.yaml', schedule },
        b: { path: '/b' },
      }),
    ).toEqual([
      {
        id: 'a',
        path: '/a',
        catalogPath: '*.yaml',
        schedule: expect.objectContaining({
          frequency: { minutes: 1 },
          timeout: { minutes: 2 },
          scope: 'global',
        }),
      },
      expect.objectContaining({ id: 'b', path: '/b' }),
    ]);
  });

  it('names what is missing or wrong', () => {
    expect(() => read({ a: {} })).toThrow(/dataMeshLocalFolder.a.path/);
    expect(() => read({ path: '/a' })).toThrow(/dataMeshLocalFolder.path/);
    expect(() => read({ a: { path: '/a', schedule: {} } })).toThrow(
      /frequency|timeout/,
    );
  });
});
