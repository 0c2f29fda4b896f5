import { useId, useState } from 'react';
import { Review } from '@backstage-data-mesh/plugin-data-mesh-common';
import { EntitiesInput } from '../goals/forms/EntityInput';
import { SendError } from '../components/SendError';
import { useDataMeshTranslation } from '../translation';
import { useRebasedChange } from './useRebasedChange';

const people = ['User'];

/** Who takes part; kept at once. */
export function Participants({ review }: { review: Review }) {
  const { t } = useDataMeshTranslation();
  const id = useId();
  const { save, error } = useRebasedChange();
  const saved = review.participants.map(({ ref }) => ref);
  // What was chosen is shown before it is kept
  const [chosen, setChosen] = useState<string[]>();
  const shown = chosen ?? saved;

  const change = (to: string[]) => {
    setChosen(to);
    const added = to.filter(ref => !shown.includes(ref));
    const gone = shown.filter(ref => !to.includes(ref));
    save(review, now => ({
      participants: [
        ...now.participants
          .map(({ ref }) => ref)
          .filter(ref => !gone.includes(ref) && !added.includes(ref)),
        ...added,
      ],
    })).then(
      ({ participants }) => setChosen(participants.map(({ ref }) => ref)),
      // Told below by `error`.
      () => setChosen(undefined),
    );
  };

  return (
    <>
      <EntitiesInput
        id={id}
        label={t('reviews.people')}
        kinds={people}
        value={shown}
        help={t('reviews.peopleHelp')}
        onChange={change}
      />
      {error && <SendError error={error} />}
    </>
  );
}
