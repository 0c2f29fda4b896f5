import { catalogFileOf } from './catalogFile';

describe('catalogFileOf', () => {
  it.each<[string, Record<string, string>, unknown]>([
    [
      'the address to edit first',
      {
        'backstage.io/edit-url': 'https://git.example.com/edit/a.yaml',
        'backstage.io/view-url': 'https://git.example.com/a.yaml',
      },
      { url: 'https://git.example.com/edit/a.yaml' },
    ],
    [
      'the address to view',
      { 'backstage.io/view-url': 'https://git.example.com/a.yaml' },
      { url: 'https://git.example.com/a.yaml' },
    ],
    [
      'the location',
      {
        'backstage.io/managed-by-location':
          'url:https://git.example.com/a.yaml',
      },
      { url: 'https://git.example.com/a.yaml' },
    ],
    [
      'a file, in words',
      {
        'backstage.io/managed-by-location': 'file:/app/catalog/a.yaml',
        'backstage.io/view-url': 'file:/app/catalog/a.yaml',
      },
      { path: '/app/catalog/a.yaml' },
    ],
    [
      'nothing unsafe',
      { 'backstage.io/edit-url': ['javascript', 'alert(1)'].join(':') },
      undefined,
    ],
    ['nothing without annotations', {}, undefined],
  ])('gives %s', (_name, annotations, expected) => {
    const entity = {
      apiVersion: 'a/v1',
      kind: 'DataProduct',
      metadata: { name: 'x', annotations },
    };
    expect(catalogFileOf(entity)).toEqual(expected);
  });
});
