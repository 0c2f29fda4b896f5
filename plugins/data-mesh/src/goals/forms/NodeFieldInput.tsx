import { ReactNode, useId } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  NodeKind,
  stances,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { useGoalWords } from '../words';
import { ContributorsInput } from './ContributorsInput';
import { EntitiesInput, EntityInput } from './EntityInput';
import { Contributor, DraftValue, fieldInputs, NodeField } from './nodeDraft';
import { useFieldWords } from './useFieldWords';

const benefits = ['opportunity', 'capability'] as const;

/**
 * One field of a node, with an example below it and, once something is
 * written, what could be better about it.
 */
export function NodeFieldInput(props: {
  kind: NodeKind;
  field: NodeField;
  value: DraftValue | undefined;
  isWrong: boolean;
  /** What could be better, for people to read. */
  hints?: readonly string[];
  required?: boolean;
  onChange: (value: DraftValue) => void;
}) {
  const { kind, field, value, isWrong, hints = [], required } = props;
  const { onChange } = props;
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const { labelOf, helpOf } = useFieldWords();
  const id = useId();
  const input = fieldInputs[field];
  const label = labelOf(field, kind);
  const wrong = () =>
    input.as === 'number'
      ? t('goals.form.wrongNumber', {
          least: String(input.least),
          most: String(input.most),
        })
      : t('goals.form.wrong');
  const help = isWrong ? wrong() : helpOf(field, kind);
  const text = typeof value === 'string' ? value : '';
  const common = {
    id,
    label,
    required,
    value: text,
    error: isWrong,
    helperText: help,
    onChange: (event: { target: { value: string } }) =>
      onChange(event.target.value),
  };

  return (
    <div>
      {element()}
      {hints.map(hint => (
        <FormHelperText key={hint} role="status">
          {t('goals.form.hint', { hint })}
        </FormHelperText>
      ))}
    </div>
  );

  function element(): ReactNode {
    switch (input.as) {
      case 'line':
      case 'text':
        return (
          <TextField
            {...common}
            fullWidth
            multiline={input.as === 'text'}
            inputProps={{ maxLength: input.most }}
          />
        );
      case 'lines':
        return (
          <TextField
            {...common}
            fullWidth
            multiline
            value={Array.isArray(value) ? value.join('\n') : ''}
            onChange={event => onChange(event.target.value.split('\n'))}
          />
        );
      case 'number':
        return <TextField {...common} inputProps={{ inputMode: 'numeric' }} />;
      case 'date':
        return (
          <TextField
            {...common}
            type="date"
            InputLabelProps={{ shrink: true }}
          />
        );
      case 'flag':
        return (
          <>
            <FormControlLabel
              control={
                <Checkbox
                  color="primary"
                  checked={value === true}
                  onChange={(_, isOn) => onChange(isOn)}
                />
              }
              label={label}
            />
            <FormHelperText>{help}</FormHelperText>
          </>
        );
      case 'choice':
        return (
          <TextField {...common} select fullWidth>
            <MenuItem value="">{t('goals.form.none')}</MenuItem>
            {input.of === 'stance'
              ? stances.map(one => (
                  <MenuItem key={one} value={one}>
                    {words.stance(one)}: {t(`goals.stanceMeaning.${one}`)}
                  </MenuItem>
                ))
              : benefits.map(one => (
                  <MenuItem key={one} value={one}>
                    {t(`goals.benefit.${one}`)}
                  </MenuItem>
                ))}
          </TextField>
        );
      case 'entity':
        return (
          <EntityInput
            id={id}
            label={label}
            kinds={input.kinds}
            value={text}
            help={help}
            required={required}
            onChange={onChange}
          />
        );
      case 'entities':
        return (
          <EntitiesInput
            id={id}
            label={label}
            kinds={input.kinds}
            value={Array.isArray(value) ? (value as string[]) : []}
            help={help}
            onChange={onChange}
          />
        );
      default:
        return (
          <ContributorsInput
            id={id}
            label={label}
            value={Array.isArray(value) ? (value as Contributor[]) : []}
            help={help}
            onChange={onChange}
          />
        );
    }
  }
}
