import { ContractFacts, ContractProblem } from './Contract';
import { parseContract } from './parseContract';

/**
 * Reads of a contract's text what the projection keeps. Never throws.
 *
 * @public
 */
export function readContractFacts(text: string): ContractFacts {
  const { contract, problems } = parseContract(text);
  if (!contract) {
    return {
      fields: [],
      qualityRules: 0,
      serviceLevels: [],
      problem: problemText(problems[0]),
    };
  }
  const { objects } = contract;
  return {
    id: contract.id,
    title: contract.name,
    version: contract.version,
    status: contract.status,
    fields: objects.flatMap(object =>
      object.fields.map(field => ({
        object: object.name,
        path: field.path,
        described: field.description !== undefined,
      })),
    ),
    qualityRules: objects
      .flatMap(object => [object, ...object.fields])
      .reduce((sum, { quality }) => sum + quality.length, 0),
    serviceLevels: contract.serviceLevels.map(({ property, value, unit }) => ({
      property,
      value,
      unit,
    })),
  };
}

function problemText({ message, line, column }: ContractProblem): string {
  return line ? `Line ${line}, column ${column}: ${message}` : message;
}
