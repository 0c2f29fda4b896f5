import {
  ServiceLevel,
  SupportChannel,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { SafeLink } from '../../components/SafeLink';
import { useDurationWords } from '../../contract/useServiceLevelWords';
import { useDataMeshTranslation } from '../../translation';

/** Where to ask, and how soon an answer comes. */
export function SupportChannels(props: {
  channels: readonly SupportChannel[];
  answerTime: ServiceLevel | undefined;
}) {
  const { channels, answerTime } = props;
  const { t } = useDataMeshTranslation();
  const durationWords = useDurationWords();
  return (
    <>
      {channels.map(({ channel, url, scope, description }, index) => (
        <div key={index}>
          <SafeLink url={url}>{channel}</SafeLink>
          {[
            scope,
            description,
            // The promise is about the place to ask first.
            index === 0 &&
              answerTime &&
              t('product.about.supportAnswers', {
                duration: durationWords(
                  String(answerTime.value),
                  answerTime.unit,
                ),
              }),
          ]
            .filter(Boolean)
            .map(text => `, ${text}`)}
        </div>
      ))}
    </>
  );
}
