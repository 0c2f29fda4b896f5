import { fullDraft, sixAnswers } from './__testUtils__/drafts';
import { waitingParts } from './waitingParts';

describe('waitingParts', () => {
  it('waits for all but the six', () => {
    expect(waitingParts(sixAnswers).map(({ id }) => id)).toEqual([
      'type',
      'inputPorts',
      'outputPorts',
      'promises',
      'classification',
      'access',
      'support',
    ]);
  });

  it('waits for nothing in a full draft', () => {
    expect(waitingParts(fullDraft)).toEqual([]);
  });

  it('names the ports whose contracts are missing', () => {
    const outputPorts = [...(fullDraft.outputPorts ?? []), { name: 'csv' }];
    expect(waitingParts({ ...fullDraft, outputPorts })).toEqual([
      { id: 'contracts', message: expect.stringContaining('“csv”') },
    ]);
  });

  it('takes “no inputs” and “open to all” for answers', () => {
    const ids = waitingParts({
      ...sixAnswers,
      inputs: 'none',
      access: { default: 'open' },
    }).map(({ id }) => id);
    expect(ids).not.toContain('inputPorts');
    expect(ids).not.toContain('access');
  });
});
