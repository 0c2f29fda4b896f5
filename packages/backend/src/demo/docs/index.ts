export { demoDocsModule as default } from './module';
