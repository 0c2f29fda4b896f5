export { demoValueTreeModule as default } from './module';
