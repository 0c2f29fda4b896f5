import fc from 'fast-check';
import { draft as anyDraft } from './__testUtils__/arbitraries';
import { fullDraft, sixAnswers } from './__testUtils__/drafts';
import { checkDraft } from './checkDraft';
import { FieldDraft } from './ContractDraft';
import { DataProductDraft } from './DataProductDraft';
import { writeDraft } from './writeDraft';

const port = { name: 'sql', version: '1.0.0' };

function withFields(...fields: Partial<FieldDraft>[]) {
  const contract = { objects: [{ name: 'orders', fields }] };
  return { ...sixAnswers, outputPorts: [{ ...port, contract }] };
}

function nested(levels: number): FieldDraft {
  const inner = levels > 1 ? [nested(levels - 1)] : undefined;
  return { name: 'f', type: inner ? 'object' : 'string', fields: inner };
}

describe('checkDraft', () => {
  it('asks for the six, in their order', () => {
    const six = Object.keys(sixAnswers);
    for (const empty of [undefined, null, 1, 'x', [], {}, { name: '  ' }]) {
      expect(checkDraft(empty).map(({ path }) => path)).toEqual(
        six.map(key => [key]),
      );
    }
    expect(checkDraft({}).map(({ message }) => message)).toEqual([
      'Say who will use it, and for what decision.',
      'Say in one sentence what it offers, and to whom.',
      'Give it a name.',
      'Choose the domain that it belongs to.',
      'Choose the team that owns it.',
      'Choose the person who is accountable for it.',
    ]);
  });

  it('has nothing to say to six answers, nor to all', () => {
    expect(checkDraft(sixAnswers)).toEqual([]);
    expect(checkDraft(fullDraft)).toEqual([]);
  });

  it('passes over what is empty or unknown', () => {
    expect(
      checkDraft({
        ...sixAnswers,
        title: ' ',
        type: null,
        outputPorts: [],
        promises: { freshness: {}, quality: [] },
        access: { url: '' },
        publishTo: 'local',
        __proto__: { name: 'x' },
      }),
    ).toEqual([]);
  });

  it.each<[string, object, (string | number)[], string | RegExp]>([
    [
      'a name with capitals',
      { name: 'Demand_Forecast' },
      ['name'],
      /^Use small letters, digits and single hyphens/,
    ],
    [
      'a long name',
      { name: 'a'.repeat(64) },
      ['name'],
      'Say it in at most 63 characters; these are 64.',
    ],
    [
      'a long purpose',
      { purpose: 'x'.repeat(431) },
      ['purpose'],
      'Say it in at most 400 characters; these are 431.',
    ],
    ['a number for a text', { usage: 3 }, ['usage'], 'Write text here.'],
    [
      'text for yes or no',
      { containsPii: 'x' },
      ['containsPii'],
      'Say yes or no.',
    ],
    [
      'an unknown type',
      { type: 'table' },
      ['type'],
      'Choose one of these: source-aligned, aggregate, consumer-aligned.',
    ],
    [
      'a character that no database takes',
      { title: 'a\u0000b' },
      ['title'],
      /^This holds a character that cannot be stored/,
    ],
    [
      'half a character',
      { promises: { quality: ['ok', 'a\ud800b'] } },
      ['promises', 'quality', 1],
      /^This holds a character that cannot be stored/,
    ],
    [
      'a user as the domain',
      { domain: 'user:default/jane' },
      ['domain'],
      'Choose a domain; “user:default/jane” is something else.',
    ],
    [
      'a title as the owner',
      { owner: 'Logistics data: team' },
      ['owner'],
      /^Choose a team; nothing in the catalog can be called/,
    ],
    [
      'a group as the product owner',
      { productOwner: 'group:default/a' },
      ['productOwner'],
      /^Choose a person; /,
    ],
    [
      'inputs and none',
      { inputs: 'none', inputPorts: [{ name: 'a', externalSource: 'b' }] },
      ['inputs'],
      /^You say that it has no inputs/,
    ],
    [
      'an input from nowhere',
      { inputPorts: [{ name: 'a' }] },
      ['inputPorts', 0, 'source'],
      /^Say where the data comes from/,
    ],
    [
      'an input without a name',
      { inputPorts: [{ externalSource: 'CRM' }] },
      ['inputPorts', 0, 'name'],
      'Give the input port a name.',
    ],
    [
      'an empty output',
      { outputPorts: [port, {}] },
      ['outputPorts', 1, 'name'],
      'Give the output port a name.',
    ],
    [
      'an input twice',
      {
        inputPorts: [
          { name: 'a', externalSource: 'b' },
          { name: 'a', externalSource: 'c' },
        ],
      },
      ['inputPorts', 1, 'name'],
      /^There is an input port “a” already/,
    ],
    [
      'an output twice',
      { outputPorts: [port, { name: 'sql' }] },
      ['outputPorts', 1, 'name'],
      'There is an output port “sql” in version 1.0.0 already. Give this one another name or version.',
    ],
    [
      'a contract without anything in it',
      { outputPorts: [{ ...port, contract: { description: 'x' } }] },
      ['outputPorts', 0, 'contract', 'objects'],
      /^Add a table, topic or file/,
    ],
    [
      'a contract told twice',
      {
        outputPorts: ['a', 'b'].map(name => ({
          name,
          contract: { ref: 'x', objects: [{ name, fields: [] }] },
        })),
      },
      ['outputPorts', 1, 'contract', 'objects'],
      /^Another port has the same contract/,
    ],
    [
      'a field twice',
      withFields({ name: 'id', type: 'string' }, { name: 'id', type: 'date' }),
      ['outputPorts', 0, 'contract', 'objects', 0, 'fields', 1, 'name'],
      '“orders” has “id” already. Give this one another name, or remove it.',
    ],
    [
      'a field without a name',
      withFields({ type: 'string' }),
      ['outputPorts', 0, 'contract', 'objects', 0, 'fields', 0, 'name'],
      'Give the field a name.',
    ],
    [
      'a field without a type',
      withFields({ name: 'id' }),
      ['outputPorts', 0, 'contract', 'objects', 0, 'fields', 0, 'type'],
      'Choose the type of the field.',
    ],
    [
      'fields in a text',
      withFields({
        name: 'a',
        type: 'string',
        fields: [{ name: 'b', type: 'date' }],
      }),
      ['outputPorts', 0, 'contract', 'objects', 0, 'fields', 0, 'fields'],
      /^“a” has fields inside/,
    ],
    [
      'items in an object',
      withFields({ name: 'a', type: 'object', itemType: 'string' }),
      ['outputPorts', 0, 'contract', 'objects', 0, 'fields', 0, 'itemType'],
      /^Only an array has items/,
    ],
    [
      'items of two types',
      withFields({
        name: 'a',
        type: 'array',
        itemType: 'string',
        fields: [{ name: 'b', type: 'date' }],
      }),
      ['outputPorts', 0, 'contract', 'objects', 0, 'fields', 0, 'itemType'],
      /^What is in “a” has fields/,
    ],
    [
      'a promise without a unit',
      { promises: { freshness: { value: 3 } } },
      ['promises', 'freshness', 'unit'],
      'Choose minutes, hours or days.',
    ],
    [
      'more than always available',
      { promises: { availability: 101 } },
      ['promises', 'availability'],
      'Write a number of at most 100.',
    ],
    [
      'nothing kept',
      { promises: { retention: { value: 0, unit: 'd' } } },
      ['promises', 'retention', 'value'],
      'Write a number above 0.',
    ],
    [
      'a blank statement',
      { promises: { quality: ['ok', ' '] } },
      ['promises', 'quality', 1],
      'Write the statement, or remove the line.',
    ],
    [
      'an address that runs something',
      { access: { url: 'data:text/html,<script>alert(1)</script>' } },
      ['access', 'url'],
      'Write an address that starts with https:// or mailto:.',
    ],
    [
      'an address without a scheme',
      { support: [{ channel: '#a', url: 'chat.example.com' }] },
      ['support', 0, 'url'],
      'Write an address that starts with https:// or mailto:.',
    ],
    [
      'sensitive data without a legal basis',
      { classification: 'sensitive', privacy: { retention: '1 year' } },
      ['privacy', 'legalBasis'],
      /^Say what allows the use of the data.*: it is sensitive\.$/,
    ],
    [
      'data about people without an end',
      { containsPii: true, privacy: { legalBasis: 'consent' } },
      ['privacy', 'retention'],
      'Say how long the data is kept: it is about people.',
    ],
  ])('stops %s', (_, answers, path, message) => {
    const problems = checkDraft({ ...sixAnswers, ...answers });
    expect(problems.map(problem => problem.path)).toEqual([path]);
    expect(problems[0].message).toMatch(message);
  });

  it('stops fields that are too far inside', () => {
    expect(checkDraft(withFields(nested(20)))).toEqual([]);
    expect(checkDraft(withFields(nested(21)))).toEqual([
      { path: expect.anything(), message: expect.stringContaining('20 times') },
    ]);
    expect(checkDraft(withFields(nested(2000)))).toContainEqual({
      path: expect.anything(),
      message: expect.stringContaining('20 times'),
    });
  });

  it('stops a contract that is too large to be read', () => {
    const fields = Array.from({ length: 1900 }, (_, i) => ({
      name: `f${i}`,
      type: 'string' as const,
      description: 'x'.repeat(500),
    }));
    expect(checkDraft(withFields(...fields.slice(0, 400)))).toEqual([]);
    expect(checkDraft(withFields(...fields))).toEqual([
      {
        path: ['outputPorts', 0, 'contract', 'objects'],
        message: expect.stringContaining('more than one contract can hold'),
      },
    ]);
  });

  it('takes the names that there are when changing', () => {
    const draft = {
      ...sixAnswers,
      name: 'Demand_Forecast.v2',
      inputPorts: [{ name: 'a' }],
    };
    expect(checkDraft(draft, { changing: true })).toEqual([]);
    expect(
      checkDraft({ ...draft, name: 'a b' }, { changing: true }),
    ).toHaveLength(1);
  });

  it('never throws, and lets only pass what can be written', () => {
    const anything = fc.anything({ withNullPrototype: true, maxDepth: 4 });
    const almost = fc
      .tuple(anyDraft, fc.constantFrom(...Object.keys(fullDraft)), anything)
      .map(([draft, key, value]) => ({ ...draft, [key]: value }));

    fc.assert(
      fc.property(fc.oneof(anything, almost), draft => {
        const isSound = checkDraft(draft).length === 0;
        const write = () => writeDraft(draft as DataProductDraft);
        expect(isSound ? write().length : 1).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
