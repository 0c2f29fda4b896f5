import { Contract, ContractFacts, ContractProblem } from './Contract';
import { parseContract } from './parseContract';

/** A shorter description says no more than the name. */
const SHORTEST_EXPLANATION = 10;

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
      explainedFields: 0,
      businessKeys: [],
      classifications: [],
      qualityRules: 0,
      serviceLevels: [],
      supportChannels: 0,
      problem: problemText(problems[0]),
    };
  }
  const { objects } = contract;
  const fields = objects.flatMap(object => object.fields);
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
    explainedFields: fields.filter(
      ({ description = '' }) => description.length >= SHORTEST_EXPLANATION,
    ).length,
    businessKeys: once(fields.flatMap(field => field.businessKeys ?? [])),
    classifications: once(fields.flatMap(field => field.classification ?? [])),
    qualityRules: objects
      .flatMap(object => [object, ...object.fields])
      .reduce((sum, { quality }) => sum + quality.length, 0),
    serviceLevels: contract.serviceLevels.map(({ property, value, unit }) => ({
      property,
      value,
      unit,
    })),
    supportChannels: contract.support.length,
    reviewAt: customProperty(contract, 'reviewAt'),
    notice: customProperty(contract, 'notice'),
  };
}

function once(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}

function customProperty(contract: Contract, name: string): string | undefined {
  return contract.customProperties?.find(one => one.name === name)?.value;
}

function problemText({ message, line, column }: ContractProblem): string {
  return line ? `Line ${line}, column ${column}: ${message}` : message;
}
