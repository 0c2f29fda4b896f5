export * from './changes';
export * from './decisions';
export * from './history';
export * from './links';
export * from './nodes';
export * from './tree';
export * from './valueNode';
