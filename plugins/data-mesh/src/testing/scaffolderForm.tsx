import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, RenderResult, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  FieldExtensionOptions,
  SecretsContextProvider,
  TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { DataMeshApi } from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject, JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import { testApis } from '../api/testApis';
import { entity } from './entities';
import { fields } from '../scaffolder/fields';

const templates = join(__dirname, '../../../../catalog-info/templates');

type Template = {
  metadata: { name: string; title: string };
  spec: { parameters: (JsonObject & { title: string })[] };
};

/** A template as it is in the repository. */
export function readTemplate(name: string): Template {
  return parse(readFileSync(join(templates, name, 'template.yaml'), 'utf8'));
}

/** The pages of a template as the scaffolder's backend hands them out. */
export function pagesOf(template: Template): TemplateParameterSchema {
  return {
    title: template.metadata.title,
    steps: template.spec.parameters.map(schema => ({
      title: schema.title,
      schema,
    })),
  };
}

/** Some questions of a template, on a page of their own. */
export function pageWith(
  template: Template,
  ...keys: string[]
): TemplateParameterSchema {
  const properties = Object.assign(
    {},
    ...template.spec.parameters.map(page => page.properties),
  );
  // Groups that are required are there from the start; texts may stay empty
  const required = ['privacy', 'review'];
  return {
    title: 'Test',
    steps: [
      {
        title: 'Page',
        schema: {
          title: 'Page',
          required: keys.filter(key => required.includes(key)),
          properties: Object.fromEntries(
            keys.map(key => [key, properties[key]]),
          ),
        },
      },
    ],
  };
}

/** The six answers that a new product starts with. */
export const sixAnswers = {
  usage: 'Planners in clinics, to order reagents a week ahead',
  purpose: 'Reagents needed per clinic and week, for the planners.',
  name: 'reagent-demand',
  domain: 'domain:default/supply-chain',
  owner: 'group:default/logistics-data',
  productOwner: 'user:default/oskar.nyberg',
};

/** Puts a text into a field at once; typing it draws the form for each letter. */
export function fill(label: RegExp | string, text: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

/** Chooses what a search finds. */
export async function choose(label: RegExp | string, title: string) {
  const user = userEvent.setup();
  const box = screen.getByLabelText(label);
  await user.click(box);
  fireEvent.change(box, { target: { value: title } });
  await user.click(await screen.findByRole('option', { name: title }));
}

/** Our fields, loaded, as the scaffolder takes them. */
export async function loadFields(): Promise<FieldExtensionOptions<any, any>[]> {
  return Promise.all(
    Object.entries(fields).map(async ([name, load]) => ({
      name,
      ...(await load()),
    })),
  );
}

/** Organisation and products that forms may refer to. */
export const world: Entity[] = [
  withSpec(
    entity('Domain', 'supply-chain', [
      ['ownedBy', 'group:default/supply-chain-unit'],
    ]),
    'Supply chain',
  ),
  withSpec(entity('Group', 'supply-chain-unit'), 'Supply chain unit'),
  withSpec(
    entity('Group', 'logistics-data', [
      ['childOf', 'group:default/supply-chain-unit'],
    ]),
    'Logistics data',
  ),
  withSpec(entity('Group', 'field-analytics'), 'Field analytics'),
  withSpec(entity('User', 'oskar.nyberg'), 'Oskar Nyberg'),
  {
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
    kind: 'DataProduct',
    metadata: { name: 'shipments', namespace: 'default', title: 'Shipments' },
    spec: {
      owner: 'logistics-data',
      lifecycle: 'production',
      outputPorts: [
        {
          name: 'shipments-sql',
          type: 'sql',
          version: '2.0.0',
          contract: { ref: 'shipments-v2' },
        },
        { name: 'shipments-old', type: 'file', deprecated: true },
      ],
    },
  },
];

function withSpec(subject: Entity, title: string): Entity {
  return { ...subject, metadata: { ...subject.metadata, title } };
}

/** Stand-ins for the scaffolder's own pickers. */
const stockFields: FieldExtensionOptions<any, any>[] = ['RepoUrlPicker'].map(
  name => ({
    name,
    component: ({ idSchema, schema, formData, onChange, required }) => (
      <label htmlFor={idSchema.$id}>
        {schema.title}
        <input
          id={idSchema.$id}
          required={required}
          value={formData ?? ''}
          onChange={event => onChange(event.target.value || undefined)}
        />
      </label>
    ),
  }),
);

/** Renders pages in the stepper of the scaffolder with all of our fields. */
export async function renderForm(
  pages: TemplateParameterSchema,
  options: {
    api?: Partial<DataMeshApi>;
    catalog?: Entity[] | CatalogApi;
    /** What is in the form at first. */
    answers?: Record<string, JsonValue>;
    /** Answers to requests that go past the clients of the test. */
    fetch?: typeof fetch;
  } = {},
): Promise<
  RenderResult & {
    onCreate: jest.Mock<Promise<void>, [Record<string, JsonValue>]>;
  }
> {
  const { api = {}, catalog = world, answers } = options;
  const onCreate = jest.fn(async (_answers: Record<string, JsonValue>) => {});
  const [service, query] = testApis({
    getSimilarProducts: async () => ({ items: [] }),
    ...api,
  });
  // jsdom does not scroll
  window.scrollTo = () => {};
  const extensions = await loadFields();
  const rendered = renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={pages}
        extensions={[...extensions, ...stockFields]}
        onCreate={onCreate}
        initialState={answers}
      />
    </SecretsContextProvider>,
    {
      apis: [
        service,
        query,
        [
          catalogApiRef,
          Array.isArray(catalog)
            ? catalogApiMock({ entities: catalog })
            : catalog,
        ],
        mockApis.discovery(),
        ...(options.fetch
          ? [mockApis.fetch({ baseImplementation: options.fetch })]
          : []),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return { ...rendered, onCreate };
}
