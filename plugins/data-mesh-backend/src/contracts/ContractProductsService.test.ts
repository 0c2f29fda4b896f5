import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { WORLD } from '../__testUtils__/world';
import { ContractProductsService } from './ContractProductsService';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const CONTRACT = 'api:default/orders-v1';

describe.each(databases.eachSupportedId())('one contract on %s', id => {
  let service: ContractProductsService;

  beforeAll(async () => {
    const knex = await migrated(await databases.init(id));
    await createProjection(knex, new FakeCatalog(WORLD)).pass.run();
    service = new ContractProductsService(knex);
  });

  it('names the products around it', async () => {
    expect(await service.getProducts(CONTRACT, 'all')).toMatchObject({
      providedBy: [{ ref: 'dataproduct:default/orders', title: 'Lab orders' }],
      usedBy: [{ ref: 'dataproduct:default/forecast' }],
    });
  });

  it('leaves out what is hidden', async () => {
    const visible = new Set([CONTRACT, 'dataproduct:default/forecast']);
    expect(await service.getProducts(CONTRACT, visible)).toMatchObject({
      providedBy: [],
      usedBy: [{ ref: 'dataproduct:default/forecast' }],
    });
    await expect(service.getProducts(CONTRACT, new Set())).rejects.toThrow(
      'There is no contract api:default/orders-v1',
    );
  });

  it('does not exist when nobody has it', async () => {
    await expect(
      service.getProducts('api:default/none', 'all'),
    ).rejects.toThrow('There is no contract');
  });
});
