import fc from 'fast-check';
import {
  backlogProviders,
  confidences,
  decisionTypes,
  measureClasses,
  MeasureFields,
  measureTimings,
  NodeFields,
  NodeKind,
  nodeKinds,
  stances,
} from '../../../api';
import { fieldsOfKind, statesOfKind } from '../../kinds';
import {
  childKinds,
  DocumentMeasure,
  DocumentNode,
  ValueTreeDocument,
} from '../ValueTreeDocument';

const tricky = fc.constantFrom(
  'null',
  'yes',
  '~',
  '2026-03-01',
  '1.0',
  '- a',
  'a: b',
  '# no',
  '"',
  "it's",
  '{',
  '[a]',
  '|',
  '>',
  '*a',
  '&a',
  '!!int 1',
  '%a',
  '@',
  '---',
  '...',
  'a\nb',
  'a\n\n  b\n',
  '\ta',
  'a\r\nb',
  'Größe: 3 µ',
  '日本語',
  '👩‍🔬',
  '\u2028',
  '\u0085x',
  '\u0000x',
  'D-30',
);

/** Trimmed, as all texts are that are read. */
function text(most: number) {
  return fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: most }),
      fc.lorem({ maxCount: 40 }),
      tricky,
    )
    .map(one => one.trim().slice(0, most).trim())
    .filter(one => one.length > 0);
}

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const ref = (...kinds: string[]) =>
  fc
    .tuple(fc.constantFrom(...kinds), name)
    .map(([k, n]) => `${k}:default/${n}`);
const person = ref('user', 'group');

const date = fc
  .date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(day => day.toISOString().slice(0, 10));

const number = fc
  .oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
    fc.constantFrom(1e-300, 1e15, -1e15, 0.1 + 0.2, 5e-324),
  )
  // JSON, and so the database, knows no negative zero.
  .map(value => value + 0);

const url = name.map(path => `https://example.com/${path}?a=b#c`);

const someFields: fc.Arbitrary<NodeFields> = fc.record(
  {
    title: text(400),
    description: text(4000),
    domain: ref('domain'),
    owner: person,
    sponsor: person,
    contributors: fc.array(fc.record({ role: text(100), ref: person }), {
      maxLength: 3,
    }),
    horizon: text(100),
    valueDriver: text(100),
    mandatory: fc.boolean(),
    reviewEveryDays: fc.integer({ min: 1, max: 730 }),
    helpWanted: text(1000),
    hypothesis: text(2000),
    benefit: fc.constantFrom('opportunity' as const, 'capability' as const),
    stance: fc.constantFrom(...stances),
    rank: fc.integer({ min: 1, max: 1000 }),
    budget: text(100),
    reviewAt: date,
    stopRule: text(1000),
    useCases: fc.array(text(200), { maxLength: 3 }),
    thinSlice: text(1000),
    teams: fc.array(person, { maxLength: 3 }),
    start: date,
    end: date,
    learning: text(4000),
  },
  { requiredKeys: ['title'] },
);

const checkIn = fc.record(
  {
    date,
    value: number,
    confidence: fc.constantFrom(...confidences),
    note: text(1000),
    link: url,
    by: person,
  },
  { requiredKeys: ['date', 'value'] },
);

const wording = fc.record(
  {
    name: text(200),
    class: fc.constantFrom(...measureClasses),
    timing: fc.constantFrom(...measureTimings),
    unit: fc.oneof(fc.constant(''), text(50)),
    cadenceDays: fc.integer({ min: 1, max: 730 }),
    source: fc.oneof(fc.constant(''), text(500)),
    owner: person,
  },
  { requiredKeys: ['name', 'class', 'timing', 'unit', 'cadenceDays'] },
);

type Way = Pick<
  MeasureFields,
  'direction' | 'baseline' | 'target' | 'scale'
> & {
  checkpoints?: MeasureFields['checkpoints'];
};

const [early, middle, late] = ['2025-01-01', '2026-01-01', '2027-01-01'];

/** From a baseline to a target with which progress can be told. */
const way: fc.Arbitrary<Way> = fc
  .tuple(number, number, fc.integer({ min: 0, max: 4 }), fc.boolean())
  .filter(([a, b]) => a !== b)
  .map(([a, b, scale, hasCheckpoints]): Way => {
    const from = Math.min(a, b);
    const to = Math.max(a, b);
    const checkpoints = hasCheckpoints
      ? [{ value: a, date: middle }]
      : undefined;
    switch (scale) {
      case 0:
        return {
          direction: 'increase',
          baseline: { value: 1, date: early },
          target: { value: 2, date: late },
          scale: ['– bad', 'good: yes'],
        };
      case 1:
        return {
          direction: 'keep-in-range',
          baseline: { value: a, date: early },
          target: { from, to, tolerance: 0.5, date: late },
          checkpoints: hasCheckpoints ? [] : undefined,
        };
      default:
        return {
          direction: b > a ? 'increase' : 'decrease',
          baseline: { date: early, value: a },
          target: { date: late, value: b },
          checkpoints,
        };
    }
  });

const measure: fc.Arbitrary<Omit<DocumentMeasure, 'id'>> = fc.record({
  fields: fc
    .tuple(wording, way)
    .map(([said, told]) => ({ ...told, ...said, primary: false })),
  checkIns: fc.uniqueArray(checkIn, {
    maxLength: 4,
    selector: ({ date: day }) => day,
  }),
});

const decision = fc.record(
  {
    date,
    type: fc.constantFrom(...decisionTypes),
    reason: text(2000),
    learning: text(4000),
    measures: fc.array(
      fc.record({ id: name, name: text(200), text: text(300) }),
      { maxLength: 2 },
    ),
    participants: fc.array(person, { maxLength: 3 }),
    by: person,
  },
  { requiredKeys: ['date', 'type', 'reason'] },
);

const backlogItem = fc.record(
  {
    provider: fc.constantFrom(...backlogProviders),
    ref: text(300),
    title: text(300),
    url,
    state: fc.constantFrom('open' as const, 'done' as const),
    seenAt: date,
  },
  { requiredKeys: ['provider', 'ref'] },
);

const content = fc.record({
  fields: someFields,
  measures: fc.array(measure, { maxLength: 2 }),
  decisions: fc.array(decision, { maxLength: 2 }),
  products: fc.uniqueArray(ref('dataproduct'), { maxLength: 2 }),
  components: fc.uniqueArray(ref('component', 'api'), { maxLength: 2 }),
  backlog: fc.uniqueArray(backlogItem, {
    maxLength: 2,
    selector: ({ provider, ref: item }) => `${provider} ${item}`,
  }),
});

const seed = fc.record({
  content,
  /** Which of those that may be in its place. */
  kind: fc.nat(),
  /** Below which of those before it, or at the top. */
  parent: fc.nat(),
  state: fc.option(fc.nat(), { nil: undefined }),
});

type Seed = typeof seed extends fc.Arbitrary<infer T> ? T : never;

/** A document in which nodes come in the order in which one reads them. */
export const anyDocument: fc.Arbitrary<ValueTreeDocument> = fc
  .record({
    name,
    seeds: fc.array(seed, { maxLength: 12, size: 'max' }),
    outside: fc.constantFrom(
      'none' as const,
      'shared' as const,
      'each' as const,
    ),
  })
  .map(({ name: called, seeds, outside }) => ({
    name: called,
    nodes: inOrder(grow(seeds, outside)),
  }));

function grow(seeds: Seed[], outside: 'none' | 'shared' | 'each') {
  const nodes: DocumentNode[] = [];
  for (const { parent, ...one } of seeds) {
    const above = parent % 4 === 0 ? undefined : nodes[parent % nodes.length];
    const kinds = above ? childKinds(above.kind) : nodeKinds;
    if (kinds.length > 0) {
      const id = `N-${nodes.length}`;
      const farAbove = outside === 'each' ? `Out-${nodes.length}` : 'Out';
      const parentId = outside === 'none' ? undefined : farAbove;
      nodes.push(nodeOf(id, one, kinds, above ? above.id : parentId));
    }
  }
  return nodes;
}

function nodeOf(
  id: string,
  { content: said, kind: pick, state }: Omit<Seed, 'parent'>,
  kinds: readonly NodeKind[],
  parentId: string | undefined,
): DocumentNode {
  const kind = kinds[pick % kinds.length];
  const states = statesOfKind[kind];
  const known: readonly string[] = fieldsOfKind[kind];
  return {
    ...said,
    id,
    kind,
    parentId,
    state: state === undefined ? undefined : states[state % states.length],
    fields: Object.fromEntries(
      Object.entries(said.fields).filter(([key]) => known.includes(key)),
    ) as NodeFields,
    measures: said.measures.map(({ fields, checkIns }, at) => ({
      id: `${id}-M-${at}`,
      // One tells how the node stands, and that is no activity.
      fields:
        at === 0
          ? { ...fields, primary: true, class: 'customer-value' }
          : fields,
      checkIns,
    })),
  };
}

/** As in a file, where each kind has a list of its own. */
function inOrder(nodes: DocumentNode[], above?: string): DocumentNode[] {
  const ids = nodes.map(({ id }) => id);
  return nodeKinds.flatMap(kind =>
    nodes
      .filter(node => node.kind === kind)
      .filter(({ parentId = '' }) =>
        above ? parentId === above : !ids.includes(parentId),
      )
      .flatMap(node => [node, ...inOrder(nodes, node.id)]),
  );
}
