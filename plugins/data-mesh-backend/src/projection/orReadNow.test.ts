import { NotFoundError } from '@backstage/errors';
import { orReadNow } from './orReadNow';

describe('orReadNow', () => {
  it('answers without looking further', async () => {
    const projection = { readNow: jest.fn() };
    expect(await orReadNow(projection, 'a', async () => 1)).toBe(1);
    expect(projection.readNow).not.toHaveBeenCalled();
  });

  it('looks for what is not known, and answers then', async () => {
    let known = false;
    const projection = {
      readNow: jest.fn(async () => {
        known = true;
        return true;
      }),
    };
    const answer = async () => {
      if (!known) {
        throw new NotFoundError('a');
      }
      return 1;
    };
    expect(await orReadNow(projection, 'a', answer)).toBe(1);
    expect(projection.readNow).toHaveBeenCalledWith('a');
  });

  it.each([new NotFoundError('nothing'), new Error('broken')])(
    'gives %s on',
    async error => {
      const projection = { readNow: async () => false };
      const answer = async () => {
        throw error;
      };
      await expect(orReadNow(projection, 'a', answer)).rejects.toBe(error);
    },
  );
});
