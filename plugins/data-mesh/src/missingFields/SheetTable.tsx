import { ClipboardEvent, memo, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  FillableField,
  fillableFields,
  isWordField,
  MissingFieldsList,
  SheetRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { CheckedDrafts } from './checkDrafts';
import { Drafts, ProductDraft } from './drafts';
import { moveInSheet } from './moveInSheet';
import { SheetCell } from './SheetCell';

const useStyles = makeStyles(theme => ({
  scroll: {
    overflow: 'auto',
    maxHeight: '70vh',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  table: {
    ...theme.typography.body2,
    borderCollapse: 'separate',
    borderSpacing: 0,
    '& th, & td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    '& thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      backgroundColor: theme.palette.background.paper,
    },
  },
  product: {
    position: 'sticky',
    left: 0,
    minWidth: '12rem',
    backgroundColor: theme.palette.background.paper,
    fontWeight: 'normal',
  },
}));

type OnType = (row: SheetRow, field: FillableField, typed: string) => void;

/** Typing in one row leaves the others as they are. */
const Row = memo(
  (props: {
    row: SheetRow;
    index: number;
    draft: ProductDraft | undefined;
    checked: CheckedDrafts[string] | undefined;
    listId: string;
    onType: OnType;
  }) => {
    const { row, index, draft, checked, listId, onType } = props;
    const classes = useStyles();
    const entityRefLink = useEntityRefLink();
    return (
      <tr>
        <th scope="row" className={classes.product}>
          <Link to={entityRefLink(row.ref)}>{row.title}</Link>
        </th>
        {fillableFields.map((field, column) => (
          <td key={field}>
            <SheetCell
              row={row}
              field={field}
              at={{ row: index, column }}
              typed={draft?.fields[field]}
              checked={checked?.[field]}
              listId={isSuggested(field) ? `${listId}-${field}` : undefined}
              onType={typed => onType(row, field, typed)}
            />
          </td>
        ))}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.draft === after.draft &&
    before.onType === after.onType &&
    JSON.stringify(before.checked) === JSON.stringify(after.checked),
);

/** Products down, fields across; each cell can be typed into. */
export function SheetTable(props: {
  list: MissingFieldsList;
  drafts: Drafts;
  checked: CheckedDrafts;
  onType: OnType;
  /** Several cells at once, from this one on. */
  onPaste: (at: { row: number; field: FillableField }, text: string) => void;
}) {
  const { list, drafts, checked, onType, onPaste } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const id = useId();
  const suggestions = suggestionsIn(list);

  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const { row, column } = (event.target as HTMLElement).dataset;
    // A single value goes where the cursor is.
    if (row && column && /[\t\n]/.test(text.trim())) {
      event.preventDefault();
      onPaste(
        { row: Number(row), field: fillableFields[Number(column)] },
        text,
      );
    }
  };

  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={t('missingFields.table')}
    >
      {Object.entries(suggestions).map(([field, values]) => (
        <datalist key={field} id={`${id}-${field}`}>
          {values.map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </datalist>
      ))}
      {/* The handlers only catch what comes up from the inputs. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table className={classes.table} onKeyDown={moveInSheet} onPaste={paste}>
        <thead>
          <tr>
            <th scope="col" className={classes.product}>
              {t('missingFields.product')}
            </th>
            {fillableFields.map((field, column) => (
              <th key={field} scope="col" data-field={column}>
                {t(`missingFields.field.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.items.map((row, index) => (
            <Row
              key={row.ref}
              row={row}
              index={index}
              draft={drafts[row.ref]}
              checked={checked[row.ref]}
              listId={id}
              onType={onType}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isSuggested(field: FillableField): boolean {
  return isWordField(field) || field === 'owner' || field === 'domain';
}

/** The words of the mesh, and the teams and domains that products have. */
function suggestionsIn({ words, facets }: MissingFieldsList) {
  const ofFacet = (facet: 'owner' | 'domain') =>
    facets[facet].map(({ value, title }): [string, string] => [value, title]);
  const ofWords = Object.entries(words).map(
    ([field, all]): [string, [string, string][]] => [
      field,
      all.map(word => [word, word]),
    ],
  );
  return {
    owner: ofFacet('owner'),
    domain: ofFacet('domain'),
    ...Object.fromEntries(ofWords),
  };
}
