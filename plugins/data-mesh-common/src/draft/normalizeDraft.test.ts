import { fullDraft, sixAnswers } from './__testUtils__/drafts';
import { normalizeDraft } from './normalizeDraft';

describe('normalizeDraft', () => {
  it('leaves a draft as it is', () => {
    expect(normalizeDraft(fullDraft)).toEqual(fullDraft);
    expect(normalizeDraft(sixAnswers)).toEqual(sixAnswers);
  });

  it('takes out what is empty, unknown or no answer', () => {
    expect(
      normalizeDraft({
        name: ' orders ',
        title: '',
        usage: 5,
        purpose: 'x'.repeat(401),
        type: 'my-own',
        containsPii: false,
        publishTo: 'local',
        inputPorts: [
          {},
          { name: 'a', other: 1 },
          { externalSource: 'b' },
          null,
        ],
        outputPorts: [{ name: 'sql', type: 7, contract: { description: 'x' } }],
        promises: { freshness: { value: 1 }, quality: ['a', '', ' a'] },
        support: [],
      }),
    ).toEqual({
      name: 'orders',
      containsPii: false,
      inputPorts: [{ name: 'a' }],
      outputPorts: [{ name: 'sql' }],
      promises: { quality: ['a'] },
    });
  });

  it('writes refs in full', () => {
    expect(
      normalizeDraft({ domain: 'Sales', owner: 'a', productOwner: ':' }),
    ).toEqual({
      domain: 'domain:default/sales',
      owner: 'group:default/a',
      productOwner: ':',
    });
  });

  it('leaves out what a field is without saying so', () => {
    const field = { name: 'id', type: 'string', required: false, unique: true };
    const [port] =
      normalizeDraft({
        outputPorts: [
          {
            name: 'a',
            contract: { objects: [{ name: 't', fields: [field, {}] }] },
          },
        ],
      }).outputPorts ?? [];
    expect(port.contract?.objects[0].fields).toEqual([
      { name: 'id', type: 'string', unique: true },
    ]);
  });

  it.each([undefined, null, 'text', 3, [], [1]])(
    'makes nothing of %p',
    value => {
      expect(normalizeDraft(value)).toEqual({});
    },
  );
});
