import { DraftProblem } from '../DataProductDraft';
import { FIRST_VERSION } from '../mapping/outputPorts';
import { Answers, entriesOf, groupOf, quoted } from './DraftProblems';

/** Ports that are there twice, that come from nowhere or contradict. */
export function* checkPorts(
  answers: Answers,
  options: { changing: boolean },
): Generator<DraftProblem> {
  const inputPorts = entriesOf(answers.inputPorts);
  if (answers.inputs === 'none' && inputPorts.length) {
    yield {
      path: ['inputs'],
      message:
        'You say that it has no inputs, but there is an input port. Remove one of the two.',
    };
  }
  yield* checkTwice(inputPorts, 'inputPorts', port => port.version);
  for (const [i, port] of inputPorts) {
    // One that is in use may say it in a way that the form does not know.
    if (
      !options.changing &&
      !port.source &&
      !port.externalSource &&
      !port.contract
    ) {
      yield {
        path: ['inputPorts', i, 'source'],
        message:
          'Say where the data comes from: choose a data product, or name the system.',
      };
    }
  }
  const outputPorts = entriesOf(answers.outputPorts);
  yield* checkTwice(
    outputPorts,
    'outputPorts',
    port => port.version ?? FIRST_VERSION,
  );
  yield* checkShared(outputPorts);
}

function* checkTwice(
  ports: [number, Answers][],
  list: 'inputPorts' | 'outputPorts',
  versionOf: (port: Answers) => unknown,
): Generator<DraftProblem> {
  const seen = new Set<string>();
  for (const [i, port] of ports) {
    const version = versionOf(port);
    const key = JSON.stringify([port.name, version]);
    if (port.name !== undefined && seen.has(key)) {
      const kind = list === 'inputPorts' ? 'input port' : 'output port';
      const which = version === undefined ? '' : ` in version ${version}`;
      yield {
        path: [list, i, 'name'],
        message: `There is an ${kind} ${quoted(
          port.name,
        )}${which} already. Give this one another name or version.`,
      };
    }
    seen.add(key);
  }
}

function* checkShared(ports: [number, Answers][]): Generator<DraftProblem> {
  const told = new Set<unknown>();
  for (const [i, port] of ports) {
    const { ref, objects } = groupOf(port.contract);
    if (!ref || !Array.isArray(objects) || objects.length === 0) {
      continue;
    }
    if (told.has(ref)) {
      yield {
        path: ['outputPorts', i, 'contract', 'objects'],
        message:
          'Another port has the same contract. Say what is in it at one of the two only.',
      };
    }
    told.add(ref);
  }
}
