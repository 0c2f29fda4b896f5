import { ReactNode } from 'react';
import {
  EntityLink,
  fieldsOfKind,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { Fact, Facts } from '../../components/Facts';
import { nameOf } from '../../products/useFacetTitle';
import { useDataMeshTranslation } from '../../translation';
import { Contributor, fieldInputs, NodeField } from '../forms/nodeDraft';
import { useFieldWords } from '../forms/useFieldWords';
import { isLiving } from '../tree/attention';
import { useReviewWords } from '../tree/useNodeFacts';
import { useGoalWords } from '../words';

/** All that a node says of itself, with links to whom it names. */
export function NodeAbout(props: { node: ValueNode; today: string }) {
  const { node, today } = props;
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const { labelOf, wordsOf } = useFieldWords();
  const review = useReviewWords();
  const { kind, state, domain } = node.node;
  const { fields, people } = node;
  const shown = fieldsOfKind[kind].filter(
    field =>
      field !== 'title' &&
      field !== 'learning' &&
      field !== 'domain' &&
      fields[field] !== undefined,
  );
  return (
    <Facts>
      <Fact name={t('goals.panel.state')}>{words.state(state)}</Fact>
      {domain && (
        <Fact name={t('goals.fields.domain')}>
          <CatalogLink to={domain} />
        </Fact>
      )}
      {shown.map(field => (
        <Fact key={field} name={labelOf(field, kind)}>
          {valueOf(field)}
        </Fact>
      ))}
    </Facts>
  );

  function valueOf(field: NodeField): ReactNode {
    const value = fields[field];
    switch (fieldInputs[field].as) {
      case 'entity':
        return linkTo(String(value));
      case 'entities':
        return joined((value as string[]).map(linkTo));
      case 'contributors':
        return joined(
          (value as Contributor[]).map(({ role, ref }) => (
            <>
              {role}: {linkTo(ref)}
            </>
          )),
        );
      default: {
        const text = wordsOf(field, value);
        return field === 'reviewAt' && isLiving(node.node)
          ? `${text}, ${review(String(value), today)}`
          : text;
      }
    }
  }

  function linkTo(ref: string): ReactNode {
    const to: EntityLink | undefined =
      people[ref] ?? people[ref.toLocaleLowerCase('en-US')];
    return to ? <CatalogLink to={to} /> : nameOf(ref);
  }
}

function joined(items: ReactNode[]): ReactNode {
  return items.map((item, index) => (
    // eslint-disable-next-line react/no-array-index-key -- a list that is only shown, its items have no id
    <div key={index}>{item}</div>
  ));
}
