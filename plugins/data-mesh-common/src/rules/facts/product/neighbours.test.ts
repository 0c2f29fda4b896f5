import { contextOf } from '../__testUtils__/contexts';
import { neighboursFacts } from './neighbours';

describe('neighboursFacts', () => {
  it.each([
    [undefined, [], null],
    ['url:https://git.example/orders', [], true],
    ['url:https://git.example/orders', ['dataproduct:default/other'], false],
  ])('from %s, shared with %j', (sourceLocation, sourceSharedWith, isOwn) => {
    const context = contextOf(
      { sourceLocation },
      { sourceSharedWith, similar: ['Other orders'] },
    );

    expect(neighboursFacts(context)).toEqual({
      repository: { isOwn },
      similar: { products: ['Other orders'] },
    });
  });
});
