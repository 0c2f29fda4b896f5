import { RunningPortal } from './RunningPortal.mjs';
import { Visitor } from './Visitor.mjs';
import { Problem } from '../launcher/problem.mjs';

const PRODUCT = '/catalog/default/dataproduct/parcel-journeys';
/** Kinds that may fail once the suite is gone: ours, and what brings them. */
const OURS = ['DataProduct', 'Location'];
const byName = (kind, name) =>
  `/api/catalog/entities/by-name/${kind}/default/${name}`;

/** Starts an app, lets somebody look at it, and ends it again. */
export async function withPortal(context, app, name, look) {
  const portal = await RunningPortal.start(context, app, name);
  try {
    const visitor = await Visitor.open(context, portal.url, name);
    try {
      await look({ portal, visitor });
    } finally {
      await visitor.leave();
    }
  } finally {
    await portal.stop();
  }
}

/** The kind is taken, and the list and the product's page show it. */
export async function seesDataProducts({ portal, visitor }) {
  await portal.until('take the data product into its catalog', () =>
    found(portal, byName('dataproduct', 'parcel-journeys')),
  );
  await portal.until('take the contract into its catalog', () =>
    found(portal, byName('api', 'parcel-journeys-v1')),
  );
  await portal.until('list the data product', async () => {
    const { body } = await portal.ask('/api/data-mesh/products');
    return body.items?.find(item => item.title === 'Parcel journeys');
  });

  await visitor.goTo('/data-mesh/products');
  await visitor.sees('the list', [
    'Data mesh',
    '1 data product',
    'Parcel journeys',
  ]);
  await visitor.goTo(PRODUCT);
  await visitor.sees("the product's page", [
    'Parcel journeys',
    'The way of each parcel, for planners who look for slow hubs.',
    'How to use it',
    'FULFILMENT.JOURNEYS',
  ]);
  await visitor.goTo('/catalog/default/api/parcel-journeys-v1/contract');
  await visitor.sees("the contract's page", ['hub_entered_at']);
}

/** The template's form opens, and its fields know what there is. */
export async function seesTemplate({ portal, visitor }) {
  await portal.until('take the template into its catalog', () =>
    found(portal, byName('template', 'new-data-product')),
  );
  const { body: actions } = await portal.ask('/api/scaffolder/v2/actions');
  if (!actions.some(({ id }) => id === 'data-mesh:product:write')) {
    throw new Problem('The scaffolder does not know data-mesh:product:write.');
  }
  await visitor.goTo('/create/templates/default/new-data-product');
  await visitor.sees("the form's first page", [
    'Who will use it, and for what decision?',
    'In one sentence, what does it offer, and to whom?',
    'Owner team',
  ]);
  await visitor.fills('Name', 'parcel-journeys');
  await visitor.sees('the field of the name', ['This name is taken by']);
}

/**
 * The rest of the catalog goes on, and takes in what is new. A data product
 * that is still registered says what is wrong with it.
 */
export async function seesCatalogWithoutSuite({ portal, visitor }) {
  await portal.until('take a new component into its catalog', () =>
    found(portal, byName('component', 'made-after-removal')),
  );
  await portal.until('say that it does not know the kind', async () => {
    const product = await found(
      portal,
      byName('dataproduct', 'parcel-journeys'),
    );
    return product?.status?.items.find(({ message }) =>
      message.includes('No processor recognized the entity'),
    );
  });
  const { body } = await portal.ask(
    '/api/catalog/entities?fields=kind,metadata.name,status',
  );
  const failing = body
    .filter(({ kind, status }) => !OURS.includes(kind) && status?.items?.length)
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  if (failing.length > 0) {
    throw new Problem(
      `Without the suite, the catalog fails with ${failing.join(', ')}.`,
    );
  }

  await visitor.goTo('/?filters[kind]=component&filters[user]=all');
  await visitor.sees('the catalog', ['example-website', 'made-after-removal']);
  await visitor.goTo(PRODUCT);
  await visitor.sees("the product's page", [
    'Parcel journeys',
    'No processor recognized the entity',
  ]);
}

async function found(portal, path) {
  const { status, body } = await portal.ask(path);
  return status === 200 ? body : undefined;
}
