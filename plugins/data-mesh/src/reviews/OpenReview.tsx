import { useEffect, useId, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import {
  Review,
  ReviewAgenda,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { Participants } from './Participants';
import { readPlace, ReviewPlace, Step, steps, writePlace } from './place';
import { SayingDraft } from './products/sayingDraft';
import { StepList } from './StepList';
import { MinutesStep } from './steps/MinutesStep';
import { NodesStep } from './steps/NodesStep';
import { OwnershipStep } from './steps/OwnershipStep';
import { ProductsStep } from './steps/ProductsStep';
import { WhatChanged } from './steps/WhatChanged';
import { useReviewStyles } from './useReviewStyles';

/** A review that is under way, a step at a time. */
export function OpenReview(props: {
  review: Review;
  agenda: ReviewAgenda;
  minutes: string | undefined;
}) {
  const { review, agenda, minutes } = props;
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const [search, setSearch] = useSearchParams();
  const place = readPlace(search);
  const go = (to: ReviewPlace) =>
    setSearch(writePlace(to), {
      // Who is led to the first one goes back to where they came from
      replace: to.step === place.step && place.at === undefined,
    });
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(place.step);
  // What was written stays while somebody looks at another step
  const [drafts, setDrafts] = useState<Record<string, SayingDraft>>({});
  useEffect(() => {
    if (shown.current !== place.step) {
      shown.current = place.step;
      heading.current?.focus();
    }
  }, [place.step]);
  const index = steps.indexOf(place.step);

  return (
    <>
      <Paper className={classes.paper}>
        <Participants review={review} />
      </Paper>
      <StepList review={review} agenda={agenda} current={place.step} />
      <Paper component="section" aria-labelledby={id} className={classes.paper}>
        <Typography
          id={id}
          ref={heading}
          tabIndex={-1}
          variant="h6"
          component="h3"
          gutterBottom
        >
          {t(`reviews.steps.${place.step}`)}
        </Typography>
        {content(place.step)}
        <div className={classes.actions}>
          {index > 0 && (
            <Button size="small" onClick={() => go({ step: steps[index - 1] })}>
              {t('reviews.steps.previous', {
                title: t(`reviews.steps.${steps[index - 1]}`),
              })}
            </Button>
          )}
          {index < steps.length - 1 && (
            <Button
              size="small"
              color="primary"
              variant="outlined"
              onClick={() => go({ step: steps[index + 1] })}
            >
              {t('reviews.steps.next', {
                title: t(`reviews.steps.${steps[index + 1]}`),
              })}
            </Button>
          )}
        </div>
      </Paper>
    </>
  );

  function content(step: Step) {
    const goTo = (at: string | undefined) => go({ step, at });
    switch (step) {
      case 'changes':
        return <WhatChanged agenda={agenda} />;
      case 'products':
        return (
          <ProductsStep
            review={review}
            agenda={agenda}
            at={place.at}
            drafts={drafts}
            onDraft={(ref, draft) =>
              setDrafts(now => ({ ...now, [ref]: draft }))
            }
            onGo={goTo}
          />
        );
      case 'ownership':
        return <OwnershipStep review={review} agenda={agenda} />;
      case 'nodes':
        return (
          <NodesStep
            review={review}
            agenda={agenda}
            at={place.at}
            onGo={goTo}
          />
        );
      default:
        return (
          <MinutesStep review={review} agenda={agenda} minutes={minutes} />
        );
    }
  }
}
