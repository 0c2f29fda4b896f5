import Typography from '@material-ui/core/Typography';
import { Fold } from '../../components/Fold';
import { dateWords } from '../../components/dateWords';
import { useDataMeshTranslation } from '../../translation';
import { OwnershipPoints } from './openPoints';
import { GoalsOf, OpenPoints } from './OpenPoints';

/** What is open on one entity, what is set aside and what is not known. */
export function OwnPoints(props: {
  points: OwnershipPoints;
  /** The data product that they are about, if they are about one. */
  product?: string;
  /** What to say when nothing is open. */
  nothing: string;
  /** The goals that a data product with a point of its own serves. */
  goalsOf?: GoalsOf;
}) {
  const { points, product, nothing, goalsOf } = props;
  const { open, unknown, setAside } = points;
  const { t } = useDataMeshTranslation();
  return (
    <>
      {open.length === 0 && <Typography variant="body2">{nothing}</Typography>}
      <OpenPoints points={open} product={product} goalsOf={goalsOf} />
      {setAside.length > 0 && (
        <Fold label={t('ownership.setAside', { count: setAside.length })}>
          {setAside.map(({ code, title, until }) => (
            <Typography key={code} variant="body2">
              {t('ownership.setAsideUntil', { title, date: dateWords(until) })}
            </Typography>
          ))}
        </Fold>
      )}
      {unknown.length > 0 && (
        <Fold label={t('ownership.unknown', { count: unknown.length })}>
          {unknown.map(({ code, words }) => (
            <Typography key={code} variant="body2">
              {words}
            </Typography>
          ))}
        </Fold>
      )}
    </>
  );
}
