import { DataProductAnswers } from './normalizeDraft';

/**
 * A part of a data product that was left for later.
 *
 * @public
 */
export type WaitingPart = {
  /** The answer that is missing; `contracts` are those of the output ports. */
  id:
    | 'type'
    | 'inputPorts'
    | 'outputPorts'
    | 'contracts'
    | 'promises'
    | 'classification'
    | 'access'
    | 'support';
  /** What to do, in a sentence. */
  message: string;
};

/**
 * What was left for later, in the order in which it is best done; empty for a
 * full draft.
 *
 * @param draft - answers that were normalized, or have passed `checkDraft`
 * @public
 */
export function waitingParts(draft: DataProductAnswers): WaitingPart[] {
  const ports = draft.outputPorts ?? [];
  const bare = ports.filter(({ contract }) => !contract);
  const { freshness, availability, retention, quality } = draft.promises ?? {};
  const isPromised =
    freshness || availability !== undefined || retention || quality?.length;
  const parts: (WaitingPart | false)[] = [
    !draft.type && {
      id: 'type',
      message:
        'Say what it is closest to: a source, several sources brought together, or a use.',
    },
    !draft.inputs &&
      !draft.inputPorts?.length && {
        id: 'inputPorts',
        message:
          'Name where its data comes from, or say that it has no inputs.',
      },
    ports.length === 0 && {
      id: 'outputPorts',
      message: 'Add an output port: the way in which others read the data.',
    },
    bare.length > 0 && {
      id: 'contracts',
      message: `Write the contract of ${bare
        .map(({ name }) => `“${name}”`)
        .join(', ')}: what is in the data, field by field.`,
    },
    !isPromised && {
      id: 'promises',
      message: 'Promise how fresh and how available the data is.',
    },
    !draft.classification && {
      id: 'classification',
      message: 'Say how sensitive the data is.',
    },
    !(draft.access?.howTo || draft.access?.url) &&
      draft.access?.default !== 'open' && {
        id: 'access',
        message: 'Say how others get access, and who decides.',
      },
    !draft.support?.length && {
      id: 'support',
      message: 'Name the channel where questions are answered.',
    },
  ];
  return parts.filter(part => part !== false);
}
