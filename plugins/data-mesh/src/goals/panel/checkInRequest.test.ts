import { execFileSync } from 'node:child_process';
import { checkInRequest } from './checkInRequest';

describe('checkInRequest', () => {
  it('is a request that a shell sends as it is meant', () => {
    const request = checkInRequest('M-02.a', 'https://p.example/api/data-mesh');
    const args = execFileSync(
      'sh',
      ['-c', `curl() { printf '%s\\n' "$@"; }\n${request}`],
      {
        env: { PATH: process.env.PATH, DATA_MESH_TOKEN: 'abc', VALUE: '88.4' },
      },
    )
      .toString()
      .trim()
      .split('\n');
    expect(args.slice(0, -1)).toEqual([
      '--fail-with-body',
      'https://p.example/api/data-mesh/measures/M-02.a/check-ins',
      '--header',
      'Authorization: Bearer abc',
      '--header',
      'Content-Type: application/json',
      '--data',
    ]);
    expect(JSON.parse(args.at(-1)!)).toEqual({
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      value: 88.4,
    });
  });
});
