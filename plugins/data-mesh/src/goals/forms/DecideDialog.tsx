import { useId, useState } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import {
  DecisionType,
  decisionTypes,
  stateAfterDecision,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDecideOnValueNode } from '../../api';
import { today } from '../../components/today';
import { useDataMeshTranslation } from '../../translation';
import { useMeasureWords } from '../measures';
import { useGoalWords } from '../words';
import { EntitiesInput } from './EntityInput';
import { FormDialog } from '../../dialogs';
import { LearningInput } from './LearningInput';
import { Stale, useNow } from './Stale';

const people = ['User'];

/** The review in which something is decided, and who takes part in it. */
export type ReviewAround = { id: string; participants: readonly string[] };

/** Decides on a node, with the reason and what it is drawn from. */
export function DecideDialog(props: {
  node: ValueNode;
  review?: ReviewAround;
  onClose: () => void;
}) {
  const { review, onClose } = props;
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const values = useMeasureWords();
  const id = useId();
  const { send, isSending, error } = useDecideOnValueNode();
  const { now, isStale } = useNow(props.node, error);
  const { node, fields, measures } = now;
  const types = decisionTypes.filter(one =>
    stateAfterDecision(node.kind, node.state, one),
  );
  const [chosen, setType] = useState<DecisionType>();
  const [reason, setReason] = useState('');
  const [learning, setLearning] = useState(fields.learning ?? '');
  const [cited, setCited] = useState<string[]>([]);
  const [participants, setParticipants] = useState<string[]>([
    ...(review?.participants ?? []),
  ]);
  const [reviewAt, setReviewAt] = useState(() =>
    fields.reviewEveryDays ? today(fields.reviewEveryDays) : '',
  );
  const type = types.find(one => one === chosen);
  const isStop = type === 'stop';
  const isPast = !isStop && reviewAt !== '' && reviewAt < today();
  const canSave =
    type !== undefined &&
    reason.trim() !== '' &&
    !isPast &&
    (!isStop || learning.trim() !== '');

  const save = () => {
    if (type) {
      send({
        id: node.id,
        version: node.version,
        type,
        reason: reason.trim(),
        ...(learning.trim() && { learning: learning.trim() }),
        ...(cited.length && { measures: cited }),
        ...(participants.length && { participants }),
        ...(!isStop && reviewAt && { reviewAt }),
        ...(review && { reviewId: review.id }),
        // Told in the dialog by `error`.
      }).then(onClose, () => {});
    }
  };

  return (
    <FormDialog
      title={t('goals.decide.title', { node: node.title })}
      saveLabel={t('goals.decide.save')}
      canSave={canSave}
      isSending={isSending}
      error={error}
      onSave={save}
      onClose={onClose}
    >
      {isStale && <Stale />}
      <FormControl component="fieldset" required>
        <FormLabel component="legend">{t('goals.decide.type')}</FormLabel>
        <RadioGroup
          name={id}
          value={type ?? ''}
          onChange={(_, value) => setType(types.find(one => one === value))}
        >
          {types.map(one => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio color="primary" />}
              label={t('goals.decide.option', {
                type: words.decision(one),
                meaning: t(`goals.decide.meaning.${one}`),
              })}
            />
          ))}
        </RadioGroup>
      </FormControl>
      <TextField
        id={`${id}-reason`}
        label={t('goals.decide.reason')}
        value={reason}
        required
        fullWidth
        multiline
        helperText={t('goals.decide.reasonHelp')}
        onChange={event => setReason(event.target.value)}
        inputProps={{ maxLength: 2000 }}
      />
      <LearningInput
        value={learning}
        isOptional={!isStop}
        onChange={setLearning}
      />
      {measures.length > 0 && (
        <FormControl component="fieldset">
          <FormLabel component="legend">{t('goals.decide.measures')}</FormLabel>
          <FormGroup>
            {measures.map(measure => (
              <FormControlLabel
                key={measure.id}
                control={
                  <Checkbox
                    color="primary"
                    checked={cited.includes(measure.id)}
                    onChange={(_, isOn) =>
                      setCited(
                        isOn
                          ? [...cited, measure.id]
                          : cited.filter(one => one !== measure.id),
                      )
                    }
                  />
                }
                label={`${measure.name}: ${values(measure)}`}
              />
            ))}
          </FormGroup>
        </FormControl>
      )}
      <EntitiesInput
        id={`${id}-participants`}
        label={t('goals.decide.participants')}
        kinds={people}
        value={participants}
        onChange={setParticipants}
      />
      {!isStop && (
        <TextField
          id={`${id}-review`}
          type="date"
          label={t('goals.decide.reviewAt')}
          value={reviewAt}
          error={isPast}
          helperText={t(
            isPast ? 'goals.decide.reviewPast' : 'goals.decide.reviewHelp',
          )}
          onChange={event => setReviewAt(event.target.value)}
          InputLabelProps={{ shrink: true }}
          inputProps={{ min: today() }}
        />
      )}
    </FormDialog>
  );
}
