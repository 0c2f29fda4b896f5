import { ValueTreeExtension } from './ValueTreeExtension';

describe('ValueTreeExtension', () => {
  it('gathers documents that are at hand', async () => {
    const extension = new ValueTreeExtension();
    extension.addDocument({
      id: 'demo',
      mode: 'seed',
      read: async () => 'text',
    });
    const [document] = extension.documents;
    expect(document).toMatchObject({ id: 'demo', mode: 'seed', isLocal: true });
    await expect(document.read(AbortSignal.timeout(1000))).resolves.toBe(
      'text',
    );
  });

  it('refuses two of one id, and one without', () => {
    const extension = new ValueTreeExtension();
    const add = (id: string) =>
      extension.addDocument({ id, mode: 'managed', read: async () => '' });
    add('one');
    expect(() => add('one')).toThrow(
      'two documents of the value tree called “one”',
    );
    expect(() => add(' ')).toThrow('needs an id');
  });
});
