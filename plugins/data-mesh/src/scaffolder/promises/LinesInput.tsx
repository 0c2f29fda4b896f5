import { useEffect, useState } from 'react';
import { TextInput } from '../TextInput';

/** A list of sentences, one on each line. */
export function LinesInput(props: {
  id: string;
  label: string;
  value: string[] | undefined;
  onChange: (lines: string[] | undefined) => void;
  hint?: string;
  placeholder?: string;
  problem?: string;
}) {
  const { value, onChange, ...rest } = props;
  const [typed, setTyped] = useState(value?.join('\n') ?? '');
  const given = value?.join('\n') ?? '';
  useEffect(() => {
    setTyped(shown => (linesOf(shown).join('\n') === given ? shown : given));
  }, [given]);

  return (
    <TextInput
      {...rest}
      rows={3}
      value={typed}
      onChange={text => {
        setTyped(text ?? '');
        const lines = linesOf(text ?? '');
        onChange(lines.length ? lines : undefined);
      }}
    />
  );
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map(line => line.trim())
    .filter(Boolean);
}
