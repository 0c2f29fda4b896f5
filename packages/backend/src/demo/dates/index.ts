export { demoDatesModule as default } from './module';
