import Skeleton from '@material-ui/lab/Skeleton';

/** Holds the place of lines that are on their way. */
export function Loading(props: {
  label: string;
  lines: number;
  /** Of a line, in pixels. */
  height: number;
}) {
  const { label, lines, height } = props;
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height} />
      ))}
    </div>
  );
}
