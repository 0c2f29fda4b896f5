import { execFileSync } from 'node:child_process';
import { requestOf } from './requestOf';

const ref = 'dataproduct:default/shipments';

describe('requestOf', () => {
  it('is a request that a shell sends as it is meant', () => {
    const request = requestOf(
      {
        needs: ['promises.kept', 'usage.last30Days'],
        examples: { 'promises.kept': true, 'usage.last30Days': "it's 3" },
      },
      ref,
      'https://portal.example.com/api/data-mesh',
      '2026-03-01',
    );
    const script = `curl() { printf '%s\\n' "$@"; }\n${request}`;
    const args = execFileSync('sh', ['-c', script], {
      env: { BACKSTAGE_TOKEN: 'token' },
    }).toString();
    expect(args).toContain('https://portal.example.com/api/data-mesh/evidence');
    expect(args).toContain('Authorization: Bearer token');
    expect(JSON.parse(args.slice(args.indexOf('{')))).toEqual({
      items: [
        {
          entityRef: ref,
          key: 'promises.kept',
          value: true,
          observedAt: '2026-03-01',
          source: 'name-of-the-pipeline',
        },
        {
          entityRef: ref,
          key: 'usage.last30Days',
          value: "it's 3",
          observedAt: '2026-03-01',
          source: 'name-of-the-pipeline',
        },
      ],
    });
  });

  it.each([
    ['needs no evidence', { needs: [] }],
    ['needs what nobody knows the form of', { needs: ['own.key'] }],
  ])('is none for a rule that %s', (_, rule) => {
    expect(requestOf(rule, ref, 'https://x', '2026-03-01')).toBeUndefined();
  });
});
