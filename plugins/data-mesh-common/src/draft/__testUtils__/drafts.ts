import { DataProductDraft } from '../DataProductDraft';

/** The six answers that a data product starts with. */
export const sixAnswers: DataProductDraft = {
  usage: 'Planners in clinics, to order reagents a week ahead',
  purpose: 'Forecast reagent demand per clinic and week.',
  name: 'demand-forecast',
  domain: 'domain:default/supply-chain',
  owner: 'group:default/team-logistics-data',
  productOwner: 'user:default/oskar.nyberg',
};

/** A draft in which everything is answered. */
export const fullDraft: DataProductDraft = {
  ...sixAnswers,
  title: 'Demand forecast',
  consumer: 'group:default/clinic-operations',
  initiatives: ['I-05', 'I-09'],
  lifecycle: 'production',
  type: 'consumer-aligned',
  inputPorts: [
    {
      name: 'orders',
      source: 'dataproduct:default/lab-orders',
      sourcePort: 'orders-sql',
      contract: 'api:default/lab-orders-v2',
      version: '2.1.0',
    },
    { name: 'weather', externalSource: 'Daily file of the weather service' },
  ],
  outputPorts: [
    {
      name: 'forecast-sql',
      title: 'Forecast, table',
      description: 'One row per clinic, reagent and week.',
      version: '1.0.0',
      type: 'sql',
      platform: 'snowflake',
      location: 'SUPPLY.DEMAND_FORECAST',
      contract: {
        description: 'Reagents that each clinic will need per week.',
        objects: [
          {
            name: 'demand_forecast',
            physicalName: 'DEMAND_FORECAST',
            physicalType: 'table',
            description: 'The latest forecast.',
            fields: [
              {
                name: 'clinic_id',
                type: 'string',
                physicalType: 'VARCHAR(8)',
                description: 'The clinic.',
                required: true,
                primaryKey: true,
              },
              {
                name: 'week',
                type: 'date',
                description: 'Monday of the week.',
                required: true,
                primaryKey: true,
              },
              {
                name: 'amounts',
                type: 'array',
                fields: [
                  {
                    name: 'reagent',
                    type: 'string',
                    classification: 'internal',
                  },
                  {
                    name: 'units',
                    type: 'number',
                    physicalType: 'NUMBER(10,2)',
                  },
                ],
              },
              {
                name: 'run',
                type: 'object',
                description: 'Who made it, and when.',
                fields: [
                  { name: 'id', type: 'string', unique: true },
                  { name: 'at', type: 'timestamp' },
                ],
              },
              { name: 'tags', type: 'array', itemType: 'string' },
            ],
          },
        ],
      },
    },
    {
      name: 'forecast-api',
      version: '1.2.0',
      type: 'api',
      platform: 'rest',
      location: 'https://api.alvenro.example/supply/forecast/v1',
      contract: {
        objects: [
          {
            name: 'forecast',
            fields: [{ name: 'week', type: 'string', required: true }],
          },
        ],
      },
    },
  ],
  promises: {
    freshness: { value: 4, unit: 'h' },
    availability: 99.5,
    retention: { value: 18, unit: 'm' },
    quality: ['Every clinic has a forecast each week.'],
  },
  classification: 'sensitive',
  containsPii: true,
  privacy: {
    retention: '2 years',
    legalBasis: 'Treatment contract',
    masking: 'Patients are counted, not named',
  },
  access: {
    default: 'closed',
    howTo: 'Ask in the portal; approved within a day.',
    url: 'https://access.alvenro.example/request?product=demand-forecast',
    approver: 'user:default/oskar.nyberg',
  },
  support: [
    {
      channel: '#logistics-data',
      url: 'https://chat.alvenro.example/channels/logistics-data',
      tool: 'slack',
    },
    {
      channel: 'logistics-data@alvenro.example',
      url: 'mailto:logistics-data@alvenro.example',
    },
  ],
};
