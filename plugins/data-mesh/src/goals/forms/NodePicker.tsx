import { useMemo } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { above, TreeShape } from '../tree/shape';
import { useGoalWords } from '../words';

/** As many as can be looked through; typing narrows them down. */
const filterOptions = createFilterOptions<TreeNode>({
  limit: 50,
  stringify: ({ title, domain }) => `${title} ${domain?.title ?? ''}`,
});

/** A node of the tree, found by typing. */
export function NodePicker(props: {
  id: string;
  label: string;
  shape: TreeShape;
  /** What may be chosen. */
  options: TreeNode[];
  value: string | undefined;
  help?: string;
  required?: boolean;
  onChange: (id: string | undefined) => void;
}) {
  const { id, label, shape, options, value, help, required, onChange } = props;
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const chosen = useMemo(
    () => options.find(node => node.id === value) ?? null,
    [options, value],
  );
  const pathOf = (node: TreeNode) =>
    above(shape, node.id)
      .map(one => shape.byId.get(one)?.title)
      .reverse()
      .join(' › ');
  return (
    <Autocomplete<TreeNode>
      id={id}
      options={options}
      value={chosen}
      filterOptions={filterOptions}
      getOptionLabel={({ title }) => title}
      getOptionSelected={(one, other) => one.id === other.id}
      noOptionsText={t('goals.form.noNode')}
      onChange={(_event, node) => onChange(node?.id)}
      renderOption={node => (
        <div>
          {words.kind(node.kind)}: {node.title}
          <Typography variant="body2" color="textSecondary">
            {[pathOf(node), node.domain?.title].filter(Boolean).join(' · ')}
          </Typography>
        </div>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          required={required}
          helperText={help}
        />
      )}
    />
  );
}
