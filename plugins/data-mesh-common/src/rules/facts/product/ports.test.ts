import { contextOf } from '../__testUtils__/contexts';
import { portsFacts } from './ports';

describe('portsFacts', () => {
  it('counts ports, types and addresses of its own', () => {
    const facts = portsFacts(
      contextOf(
        {
          outputPorts: [
            { name: 'a', type: 'sql', address: 'snowflake x.y' },
            { name: 'b', type: 'sql', address: 'snowflake x.z' },
            { name: 'c' },
          ],
          personas: ['analyst'],
          declaresInputs: true,
          inputs: ['component:default/warehouse', 'component:default/lis'],
        },
        { sharedAddresses: ['snowflake x.z'] },
      ),
    );

    expect(facts).toEqual({
      ports: {
        count: 3,
        types: ['sql'],
        withoutType: 1,
        uniqueAddresses: 1,
      },
      personas: { declared: ['analyst'] },
      inputs: { areDeclared: true, centralStores: 1 },
    });
  });
});
