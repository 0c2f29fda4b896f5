export { requiredRules } from './requiredRules';
export * from './ToDo';
export { toDoList } from './toDoList';
export type { ToDoInput } from './toDoList';
export { yamlToAdd } from './yamlToAdd';
export type { CatalogFile } from './yamlToAdd';
