export { demoRecordsModule as default } from './module';
