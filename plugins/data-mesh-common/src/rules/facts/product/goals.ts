import { fact, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';

export const goalsDeclarations = {
  'goals.initiatives': fact({
    type: 'int',
    description: 'Initiatives that it serves',
    source: 'catalog file, goals',
    example: 2,
  }),
  'goals.initiativesOfUsers': fact({
    type: 'int',
    description:
      'Initiatives served by products that use it, directly or through others',
    source: 'catalog, goals',
    example: 1,
  }),
  'goals.active': fact({
    type: 'int',
    description: 'Active goals that its own initiatives lead to',
    note: 'Of each initiative the goal that its bet is for. What was stopped leads nowhere.',
    source: 'catalog file, goals',
    example: 1,
  }),
  'goals.living': fact({
    type: 'int',
    description: 'Goals with a recent reading that its initiatives lead to',
    note: 'Active goals, by its own initiatives, with a primary measure that is not stale.',
    source: 'catalog file, goals',
    example: 1,
  }),
};

/** What the product is for. */
export function goalsFacts({
  mesh,
  product,
  initiativesOfUsers,
}: ProductContext): FactsOf<typeof goalsDeclarations> {
  const own = mesh.goals.initiativesOf(product);
  const { active, living } = mesh.goals.ledTo(own);
  return {
    goals: {
      initiatives: own.length,
      initiativesOfUsers: new Set(initiativesOfUsers).size,
      active,
      living,
    },
  };
}
