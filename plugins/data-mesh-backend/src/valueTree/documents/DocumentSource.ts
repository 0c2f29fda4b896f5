import {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
  UrlReaderService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ValueTreeDocumentMode,
  valueTreeDocumentModes,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { readText } from '../../evidence/files/readText';

/** A document that the value tree is read from. */
export type DocumentSource = {
  /** Short and lasting: nodes remember it. */
  id: string;
  mode: ValueTreeDocumentMode;
  /** Whether it is handed what it has and the portal keeps. */
  takeOver?: boolean;
  /** Where it is read from. */
  target?: string;
  /** Whether it is at hand, so that it can be read at the start. */
  isLocal: boolean;
  schedule: SchedulerServiceTaskScheduleDefinition;
  read(signal: AbortSignal): Promise<string>;
};

const SECTION = 'dataMesh.valueTree.documents';

/** As many bytes as a document of the longest text may have. */
const MAX_BYTES = 8 * 1024 * 1024;

export const USUAL_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 2 },
};

/** @throws InputError with what is wrong in the configuration, and where */
export function readDocumentSources(
  config: RootConfigService,
  urlReader: UrlReaderService,
): DocumentSource[] {
  const entries = config.getOptionalConfigArray(SECTION) ?? [];
  return entries.map((entry, at) =>
    readSource(entry, `${SECTION}[${at}]`, urlReader),
  );
}

function readSource(
  entry: Config,
  where: string,
  urlReader: UrlReaderService,
): DocumentSource {
  const target = entry.getString('target');
  const mode = valueTreeDocumentModes.find(
    one => one === entry.getString('mode'),
  );
  if (!mode) {
    throw new InputError(
      `${where}.mode is “${entry.getString(
        'mode',
      )}”; it has to be ${valueTreeDocumentModes.join(' or ')}`,
    );
  }
  const takeOver = entry.getOptionalBoolean('takeOver');
  if (takeOver && mode !== 'managed') {
    throw new InputError(
      `${where}.takeOver is for documents whose mode is managed; what a ${mode} brings is kept in the portal`,
    );
  }
  return {
    id: entry.getOptionalString('id') ?? target,
    mode,
    takeOver,
    target,
    isLocal: !/^https?:\/\//i.test(target),
    schedule: entry.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          entry.getConfig('schedule'),
        )
      : USUAL_SCHEDULE,
    read: signal =>
      readText(target, { urlReader, maxBytes: MAX_BYTES, signal }),
  };
}
