import { ConfigReader } from '@backstage/config';
import { readMeshConfig } from './readMeshConfig';

const read = (dataMesh: object) =>
  readMeshConfig(new ConfigReader(JSON.parse(JSON.stringify({ dataMesh }))));

describe('readMeshConfig', () => {
  it('gives full refs', () => {
    expect(
      read({
        centralTeams: ['BI-Centre', 'group:other/data', 'bi-centre'],
        centralStores: ['warehouse', 'resource:lake'],
        governanceGroup: 'guild',
      }),
    ).toEqual({
      centralTeams: ['group:default/bi-centre', 'group:other/data'],
      centralStores: ['component:default/warehouse', 'resource:default/lake'],
      governanceGroup: 'group:default/guild',
    });
  });

  it('needs nothing', () => {
    expect(readMeshConfig(new ConfigReader({}))).toEqual({
      centralTeams: [],
      centralStores: [],
    });
  });

  it.each([
    [{ centralTeams: ['a', '::'] }, 'dataMesh.centralTeams[1] is “::”'],
    [{ centralStores: [':x/'] }, 'dataMesh.centralStores[0] is “:x/”'],
    [{ governanceGroup: 'group:' }, 'dataMesh.governanceGroup is'],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
