import { fact, FactsOf } from '../declareFacts';
import { daysSince } from '../days';
import { ProductContext } from '../ProductContext';

/** Lifecycles in which a product has been usable at some time. */
const PAST_MVP = ['production', 'deprecated', 'retired'];

export const aboutDeclarations = {
  'product.title': fact({
    type: 'string',
    description: 'Its title, else its name',
    source: 'catalog file',
    example: 'Lab orders',
  }),
  'product.hasTitle': fact({
    type: 'bool',
    description: 'It has a title',
    source: 'catalog file',
    example: true,
  }),
  'product.purpose': fact({
    type: 'string',
    description: 'What it offers, to whom',
    note: 'Empty when nothing is written.',
    source: 'catalog file',
    example: 'All sample orders from clinics to the lab.',
  }),
  'product.type': fact({
    type: 'string',
    description: 'Its type',
    note: 'Empty when none is set.',
    source: 'catalog file',
    example: 'source-aligned',
  }),
  'product.lifecycle': fact({
    type: 'string',
    description: 'Its stage of life',
    note: 'Empty when none is set.',
    source: 'catalog file',
    example: 'production',
  }),
  'product.tags': fact({
    type: 'int',
    description: 'Number of tags',
    source: 'catalog file',
    example: 3,
  }),
  'product.annotations': fact({
    type: 'list<string>',
    description: 'Keys of its annotations',
    source: 'catalog file',
    example: ['github.com/project-slug'],
  }),
  'product.hasDocs': fact({
    type: 'bool',
    description: 'It has a documentation page or a link to one',
    source: 'catalog file',
    example: true,
  }),
  'product.terms': fact({
    type: 'int',
    description: 'Number of glossary terms it links',
    source: 'catalog file',
    example: 2,
  }),
  'product.isPastMvp': fact({
    type: 'bool',
    description: 'It had its first usable version',
    note: 'The day has come, or, where no day is given, it is in production or beyond.',
    source: 'catalog file',
    example: true,
  }),
  'product.daysSinceMvp': fact({
    type: 'int',
    unit: 'days ago',
    description: 'Its first usable version',
    source: 'catalog file',
    example: 430,
  }),
};

/** What the product says of itself. */
export function aboutFacts({
  product,
  mesh,
}: ProductContext): FactsOf<typeof aboutDeclarations> {
  const daysSinceMvp = daysSince(product.mvpAt, mesh.today);
  const lifecycle = product.lifecycle ?? '';
  return {
    product: {
      title: product.title ?? product.name,
      hasTitle: product.title !== undefined,
      purpose: product.purpose ?? '',
      type: product.type ?? '',
      lifecycle,
      tags: product.tags.length,
      annotations: product.annotations,
      hasDocs: product.hasDocs,
      terms: product.terms,
      isPastMvp:
        daysSinceMvp !== undefined ||
        (product.mvpAt === undefined && PAST_MVP.includes(lifecycle)),
      daysSinceMvp: daysSinceMvp ?? null,
    },
  };
}
