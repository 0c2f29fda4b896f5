import {
  contextOf,
  contractOf,
  evidenceOf,
  portWith,
} from '../__testUtils__/contexts';
import { promisesFacts } from './promises';

describe('promisesFacts', () => {
  it('counts promises of file and contract once, and only with a value', () => {
    const context = contextOf(
      {
        outputPorts: [portWith('a'), portWith('gone')],
        serviceLevels: [
          { property: 'Latency', value: '10' },
          { property: 'retention', value: ' ' },
        ],
      },
      {
        contracts: {
          'api:default/a': contractOf({
            serviceLevels: [
              { property: 'latency', value: '5' },
              { property: 'availability', value: '99%' },
            ],
          }),
        },
      },
    );

    expect(promisesFacts(context).promises.made).toEqual([
      'latency',
      'availability',
    ]);
  });

  it.each([
    [[], null, null],
    [[evidenceOf('promises.kept', true)], true, null],
    [[evidenceOf('quality.passed', false)], null, false],
    [[evidenceOf('quality.passed', 'yes')], null, null],
  ])('evidence %j', (evidence, kept, passed) => {
    const facts = promisesFacts(contextOf({}, { evidence }));

    expect([facts.promises.kept, facts.quality.passed]).toEqual([kept, passed]);
  });
});
