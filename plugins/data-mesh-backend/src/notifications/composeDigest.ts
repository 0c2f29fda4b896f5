import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Notice, Topic } from './Notice';
import { GOALS_PAGE, pageOf } from './words';

/** What the notifications service is given to show. */
export type NotificationPayload = NotificationSendOptions['payload'];

const MOST_TOLD = 10;
const LONGEST_NAME = 80;
const DATA_MESH_PAGE = '/data-mesh';

const TOPICS: Record<
  Topic,
  {
    severity: NotificationPayload['severity'];
    title: (n: number) => string;
    /** Where all of them are. */
    page?: string;
  }
> = {
  'level-dropped': {
    severity: 'normal',
    title: n => `${n} levels fell on what you own`,
  },
  'exception-about-to-expire': {
    severity: 'normal',
    title: n => `${n} exceptions end soon`,
  },
  'sort-out-now': {
    severity: 'high',
    title: n => `${n} points to sort out now on what you own`,
  },
  'reading-due': {
    severity: 'normal',
    title: n => `${n} readings are due`,
    page: GOALS_PAGE,
  },
  'decision-due': {
    severity: 'normal',
    title: n => `${n} decisions are due`,
    page: GOALS_PAGE,
  },
  'goal-without-measure': {
    severity: 'normal',
    title: n => `${n} goals have no measure`,
    page: GOALS_PAGE,
  },
  'help-wanted': {
    severity: 'normal',
    title: n => `Your help is wanted on ${n} goals`,
    page: GOALS_PAGE,
  },
};

/**
 * Puts all that a person is to hear about a topic into one notification.
 *
 * @param notices - of one topic, at least one
 * @param scope - the same for the same digest, however often it is sent
 */
export function composeDigest(
  notices: readonly { notice: Notice; name: string }[],
  scope: string,
): NotificationPayload {
  const [{ notice: first }] = notices;
  const { topic } = first;
  const told = notices.map(({ notice, name }) => ({
    ...notice,
    name: name.length > LONGEST_NAME ? `${name.slice(0, 79)}…` : name,
  }));
  const subjects = new Set(told.map(({ subject }) => subject));
  const more = told.length - MOST_TOLD;
  return {
    title:
      told.length === 1
        ? first.headline(told[0].name)
        : TOPICS[topic].title(told.length),
    description: [
      ...told.slice(0, MOST_TOLD).map(({ text, name }) => text(name)),
      ...(more > 0 ? [`And ${more} more.`] : []),
    ].join('\n'),
    link:
      subjects.size === 1
        ? first.told?.link ?? pageOf(first.subject)
        : TOPICS[topic].page ?? DATA_MESH_PAGE,
    severity: TOPICS[topic].severity,
    topic,
    scope,
  };
}
