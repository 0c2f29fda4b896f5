import { useCallback, useEffect, useState } from 'react';
import Alert from '@material-ui/lab/Alert';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { readDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { LoadError } from '../../components/LoadError';
import { useDataMeshTranslation } from '../../translation';
import { isRecord } from '../answers';
import { FieldHint } from '../FieldHint';
import { SearchBox } from '../search/SearchBox';
import { useEntitySearch } from '../search/useEntitySearch';
import { useFoundByRef } from '../search/useFoundByRef';
import { answersOf, noAnswers } from './answersOf';
import { useFilesOf } from './useFilesOf';

/** The answers of the whole form, of which this page asks for one. */
type Answers = Record<string, unknown> & {
  product?: string;
  /** The product that the other answers were loaded from. */
  answersOf?: string;
};

/**
 * Chooses a product, and fills the pages that follow with its answers. It
 * stands for a whole page (`ui:field` at its root), as only that can set the
 * answers of others.
 */
export function DataProductToChange(
  props: FieldExtensionComponentProps<Answers>,
) {
  const { onChange, idSchema, schema } = props;
  const answers: Answers = isRecord(props.formData) ? props.formData : {};
  const { product, answersOf: loaded } = answers;
  const { t } = useDataMeshTranslation();
  const search = useEntitySearch('DataProduct');
  const chosen = useFoundByRef(product);
  const isLoaded = Boolean(product) && loaded === product;
  const query = useFilesOf(isLoaded ? undefined : product);
  const [unreadable, setUnreadable] = useState<Error>();
  const id = `${idSchema.$id}-product`;

  const choose = useCallback(
    (ref: string | undefined) => {
      setUnreadable(undefined);
      onChange({ ...noAnswers, product: ref, answersOf: undefined });
    },
    [onChange],
  );

  const { data } = query;
  useEffect(() => {
    if (!data || isLoaded) {
      return;
    }
    try {
      const draft = readDraft(data.files, { name: data.name });
      onChange({
        ...noAnswers,
        ...answersOf(draft),
        product,
        answersOf: product,
      });
    } catch (error) {
      setUnreadable(error as Error);
    }
  }, [data, isLoaded, onChange, product]);

  const productSchema = schema.properties?.product;
  const title = isRecord(productSchema) ? productSchema.title : undefined;
  return (
    <>
      <SearchBox
        id={id}
        label={typeof title === 'string' ? title : t('scaffolder.change.title')}
        searchKey="DataProduct"
        search={search}
        value={chosen}
        onChange={found => choose(found?.ref)}
        required
        disabled={props.disabled}
        describedBy={`${id}-about`}
      />
      <FieldHint id={`${id}-about`}>
        {isLoaded && (
          <Alert severity="success">{t('scaffolder.change.loaded')}</Alert>
        )}
        {!isLoaded && query.isFetching && t('scaffolder.change.loading')}
        {!isLoaded && data === null && (
          <Alert severity="error">{t('scaffolder.change.missing')}</Alert>
        )}
        {unreadable && (
          <Alert severity="error">
            {t('scaffolder.change.unreadable')} {unreadable.message}
          </Alert>
        )}
        {query.error && (
          <LoadError error={query.error} onRetry={() => query.refetch()} />
        )}
        {!product && t('scaffolder.change.text')}
      </FieldHint>
    </>
  );
}
