import { Cursor } from './Cursor';

const V2_KEYS = ['uuid', 'quantumName', 'datasetName', 'dataset'];

/**
 * Why a YAML text is no data contract that can be read here, with the place
 * that shows it; undefined when it is one.
 */
export function refusal(
  root: Cursor,
): { message: string; at: Cursor } | undefined {
  if (!root.isMap) {
    return {
      message: `A contract is a group of keys such as “id”, “version” and “schema”, but the text holds ${root.shape}.`,
      at: root,
    };
  }
  if (root.has('dataContractSpecification')) {
    return {
      message:
        'This is a contract of the Data Contract Specification, which was given up in favour of ODCS. Convert it to ODCS v3, for example with “datacontract export --format odcs”.',
      at: root.get('dataContractSpecification'),
    };
  }
  const kind = root.get('kind');
  const kindText = kind.render();
  if (kindText && kindText.toLocaleLowerCase('en-US') !== 'datacontract') {
    return {
      message: `“kind” must be DataContract but is ${kindText}.`,
      at: kind,
    };
  }
  const apiVersion = root.get('apiVersion').render();
  const v2Key = V2_KEYS.find(key => root.has(key));
  if (/^v?[012]\./.test(apiVersion) || (v2Key && !root.has('schema'))) {
    return {
      message:
        'This contract follows ODCS v2, which differs in shape. Migrate it to v3: set “apiVersion” to v3.1.0, rename “uuid” to “id” and “quantumName” to “dataProduct”, turn “dataset” into “schema” with “properties”, and “stakeholders” into “team.members”.',
      at: root.get(v2Key ?? 'apiVersion'),
    };
  }
  if (!kindText && !apiVersion && !root.has('schema')) {
    return {
      message:
        'This is no data contract: “apiVersion”, “kind” and “schema” are all missing.',
      at: root,
    };
  }
  return undefined;
}
