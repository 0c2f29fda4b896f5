import { useMemo, useState } from 'react';
import {
  OutputPort,
  parseContract,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CopyableText } from '../../components/CopyableText';
import { Fold } from '../../components/Fold';
import { useContractText } from '../../contract/useContractText';
import { useDataMeshTranslation } from '../../translation';
import { PortKind } from './portKind';
import { snippet } from './snippet';

/** An example to paste; with the contract's columns once it is opened. */
export function PortExample(props: {
  port: OutputPort;
  label: string;
  kind: PortKind | undefined;
  contractRef: string | undefined;
}) {
  const { port, label, kind, contractRef } = props;
  const { t } = useDataMeshTranslation();
  const [wasOpened, setOpened] = useState(false);
  const { text } = useContractText(contractRef ?? '', {
    enabled: wasOpened && contractRef !== undefined,
  });
  const contract = useMemo(
    () => (wasOpened && text ? parseContract(text).contract : undefined),
    [wasOpened, text],
  );
  if (!snippet(kind, port.location)) {
    return null;
  }
  return (
    <Fold label={t('product.use.example')} onOpen={() => setOpened(true)}>
      <CopyableText
        text={snippet(kind, port.location, contract) ?? ''}
        copyLabel={t('product.use.copyExample', { port: label })}
      />
    </Fold>
  );
}
