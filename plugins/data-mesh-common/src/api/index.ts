export * from './ContractSourceClient';
export * from './DataMeshApi';
export * from './DataMeshClient';
export * from './contracts';
export * from './products';
export * from './projection';
