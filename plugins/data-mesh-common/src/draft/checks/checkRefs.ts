import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { parseReference } from '../../kind/parseReference';
import { DraftProblem } from '../DataProductDraft';
import { REF_KINDS, RefField } from '../refs';
import {
  AnswerPath,
  Answers,
  entriesOf,
  groupOf,
  quoted,
} from './DraftProblems';

const WHAT: Record<RefField, string> = {
  domain: 'a domain',
  owner: 'a team',
  productOwner: 'a person',
  consumer: 'a team, or another one who uses data',
  source: 'a data product, or another source in the catalog',
  contract: 'a contract',
  approver: 'a person or a team',
};

/** Answers that should name something in the catalog, and cannot. */
export function checkRefs(answers: Answers): DraftProblem[] {
  return [...refsIn(answers)].flatMap(({ path, value, field }) => {
    if (typeof value !== 'string') {
      return [];
    }
    const kinds: readonly string[] = REF_KINDS[field];
    const parsed = parseReference({
      path,
      text: value,
      parent: answers,
      namespace: DEFAULT_NAMESPACE,
      field: { at: field, kinds, defaultKind: kinds[0] },
    });
    if (!('problem' in parsed)) {
      return [];
    }
    const message =
      parsed.problem === 'wrong kind'
        ? `Choose ${WHAT[field]}; ${quoted(value)} is something else.`
        : `Choose ${WHAT[field]}; nothing in the catalog can be called ${quoted(
            value,
          )}.`;
    return [{ path, message }];
  });
}

function* refsIn(
  answers: Answers,
): Generator<{ path: AnswerPath; value: unknown; field: RefField }> {
  for (const field of [
    'domain',
    'owner',
    'productOwner',
    'consumer',
  ] as const) {
    yield { path: [field], value: answers[field], field };
  }
  for (const [i, port] of entriesOf(answers.inputPorts)) {
    for (const field of ['source', 'contract'] as const) {
      yield { path: ['inputPorts', i, field], value: port[field], field };
    }
  }
  for (const [i, port] of entriesOf(answers.outputPorts)) {
    yield {
      path: ['outputPorts', i, 'contract', 'ref'],
      value: groupOf(port.contract).ref,
      field: 'contract',
    };
  }
  yield {
    path: ['access', 'approver'],
    value: groupOf(answers.access).approver,
    field: 'approver',
  };
}
