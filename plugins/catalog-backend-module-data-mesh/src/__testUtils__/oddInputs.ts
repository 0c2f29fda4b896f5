import { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';

/** One catalog file that somebody could write. */
export type OddInput = {
  title: string;
  /** The file, for an entity of a given name. */
  file: (name: string) => string;
  /** What a refusal says; accepted without it. */
  refusal?: RegExp;
  /** Refused by the folder's reader already, with this message. */
  unreadable?: RegExp;
  /** Taken from other places in spite of that, as the catalog itself reads it. */
  taken?: boolean;
  /** Where the entity is found, if not under the given name. */
  ref?: (name: string) => string;
};

const head = (name: string) =>
  `apiVersion: backstage-data-mesh.io/v1alpha1\nkind: DataProduct\nmetadata:\n  name: ${name}\n`;
const least = 'owner: a, lifecycle: production';
const spec = (flow: string) => (name: string) =>
  `${head(name)}spec: { ${least}, ${flow} }\n`;
const metadata = (lines: string) => (name: string) =>
  `${head(name)}  ${lines}\nspec: { ${least} }\n`;
const generated = (content: JsonObject) => (name: string) =>
  head(name) +
  stringify({ spec: { owner: 'a', lifecycle: 'production', ...content } });
const list = (count: number, item: (i: number) => JsonObject) =>
  Array.from({ length: count }, (_, i) => item(i));
const at = (code: string, path: string) =>
  new RegExp(
    `${code} ${path.replace(/[[\].$]/g, '\\$&')}: found .+; allowed is`,
  );

export const oddInputs: OddInput[] = [
  // What the kind refuses
  { title: 'no spec', file: head, refusal: at('E1', 'spec') },
  { title: 'spec is null', file: n => `${head(n)}spec:\n`, refusal: /spec/ },
  {
    title: 'spec is a list',
    file: n => `${head(n)}spec: [a]\n`,
    refusal: /spec/,
  },
  {
    title: 'spec is text',
    file: n => `${head(n)}spec: all\n`,
    refusal: /spec/,
  },
  {
    title: 'empty spec',
    file: n => `${head(n)}spec: {}\n`,
    refusal: at('E1', 'spec.owner'),
  },
  {
    title: 'no owner',
    file: n => `${head(n)}spec: { lifecycle: x }\n`,
    refusal: at('E1', 'spec.owner'),
  },
  {
    title: 'null owner',
    file: n => `${head(n)}spec: { lifecycle: x, owner: }\n`,
    refusal: at('E1', 'spec.owner'),
  },
  {
    title: 'a number as owner',
    file: n => `${head(n)}spec: { lifecycle: x, owner: 7 }\n`,
    refusal: at('E1', 'spec.owner'),
  },
  {
    title: 'an owner of a forbidden kind',
    file: n => `${head(n)}spec: { lifecycle: x, owner: 'system:a' }\n`,
    refusal: at('E4', 'spec.owner'),
  },
  {
    title: 'an owner with spaces',
    file: n => `${head(n)}spec: { lifecycle: x, owner: Team A }\n`,
    refusal: at('E4', 'spec.owner'),
  },
  {
    title: 'an owner as object',
    file: n => `${head(n)}spec: { lifecycle: x, owner: { name: a } }\n`,
    refusal: at('E1', 'spec.owner'),
  },
  {
    title: 'an endless owner',
    file: n => `${head(n)}spec: { lifecycle: x, owner: ${'a'.repeat(300)} }\n`,
    refusal: at('E4', 'spec.owner'),
  },
  {
    title: 'a version without quotes',
    file: spec('version: 1.0'),
    refusal: at('E1', 'spec.version'),
  },
  {
    title: 'a long purpose',
    file: spec(`purpose: ${'ü'.repeat(401)}`),
    refusal: at('E1', 'spec.purpose'),
  },
  {
    title: 'infinity',
    file: spec('sla: [{ property: a, value: .inf }]'),
    refusal: at('E1', 'spec.sla[0].value'),
  },
  {
    title: 'a null port',
    file: spec('outputPorts: [null]'),
    refusal: at('E1', 'spec.outputPorts[0]'),
  },
  {
    title: 'a number as port name',
    file: spec('outputPorts: [{ name: 7 }]'),
    refusal: at('E1', 'spec.outputPorts[0].name'),
  },
  {
    title: 'ports as object',
    file: spec('outputPorts: { a: { name: a } }'),
    refusal: at('E1', 'spec.outputPorts'),
  },
  {
    title: 'one port twice',
    file: spec(
      'outputPorts: [{ name: a, version: "1" }, { name: a, version: "1" }]',
    ),
    refusal: at('E2', 'spec.outputPorts[1]'),
  },
  {
    title: 'a contract of nothing',
    file: spec('outputPorts: [{ name: a, contract: {} }]'),
    refusal: at('E3', 'spec.outputPorts[0].contract'),
  },
  {
    title: 'a contract as text',
    file: spec('outputPorts: [{ name: a, contract: c }]'),
    refusal: at('E1', 'spec.outputPorts[0].contract'),
  },
  {
    title: 'a contract that is no API',
    file: spec('inputPorts: [{ name: a, contract: { ref: "component:c" } }]'),
    refusal: at('E4', 'spec.inputPorts[0].contract.ref'),
  },
  {
    title: 'a dependency without kind',
    file: spec('dependsOn: [a]'),
    refusal: at('E4', 'spec.dependsOn[0]'),
  },
  {
    title: 'a user as consumer',
    file: spec('consumers: [{ ref: "user:a" }]'),
    refusal: at('E4', 'spec.consumers[0].ref'),
  },
  {
    title: 'empty references',
    file: spec('stewards: [""]'),
    refusal: at('E1', 'spec.stewards[0]'),
  },
  {
    title: 'keys that differ in case',
    file: spec('Owner: b'),
    refusal: at('E5', 'spec.Owner'),
  },
  {
    title: 'keys that differ in case far down',
    file: spec('x: [{ y: { Deep: 1, deep: 2 } }]'),
    refusal: at('E5', 'spec.x[0].y.deep'),
  },
  {
    title: 'keys that differ in case in two ports',
    file: spec('outputPorts: [{ name: a, acmeId: 1 }, { name: b, acmeID: 2 }]'),
    refusal: at('E5', 'spec.outputPorts[1].acmeID'),
  },
  {
    title: 'keys that are joined alike',
    file: spec('a.b: 1, a: { B: 2 }'),
    refusal: at('E5', 'spec.a.B'),
  },
  {
    title: 'a sign that is a K',
    file: spec('key: 1, "\u212aey": 2'),
    refusal: /E5 spec\["\u212aey"\]/,
  },
  {
    title: 'a key of the catalog in another case',
    file: metadata('UID: x'),
    refusal: at('E5', 'metadata.UID'),
  },
  {
    title: 'a name twice in another case',
    file: metadata('Name: other'),
    refusal: at('E5', 'metadata.Name'),
  },
  {
    title: 'the character 0',
    file: spec('usage: "a\\0b"'),
    refusal: at('E1', 'spec.usage'),
  },
  {
    title: 'another version of the kind',
    file: n => spec('x: 1')(n).replace('v1alpha1', 'v7'),
    refusal: at('E1', 'apiVersion'),
  },
  {
    title: 'the kind in lower case',
    file: n => spec('x: 1')(n).replace('DataProduct', 'dataproduct'),
    refusal: at('E1', 'kind'),
    unreadable: /has the kind dataproduct/,
  },
  {
    title: 'hundreds of faulty ports',
    file: generated({ outputPorts: list(500, () => ({ title: 1 })) }),
    refusal: /1000 problems:[^]*and 980 more/,
  },
  // What the catalog itself refuses
  {
    title: 'another group of the same kind',
    file: n => spec('x: 1')(n).replace('backstage-data-mesh.io', 'floe.dev'),
    refusal: /No processor recognized/,
  },
  {
    title: 'a key beside metadata',
    file: n => `${spec('x: 1')(n)}extra: 1\n`,
    refusal: /Malformed envelope, <root>/,
  },
  {
    title: 'capital letters in a tag',
    file: metadata('tags: [PII]'),
    refusal: /tags.0/,
  },
  { title: 'tags as text', file: metadata('tags: pii'), refusal: /tags/ },
  {
    title: 'a number as label',
    file: metadata('labels: { a: 1 }'),
    refusal: /labels/,
  },
  {
    title: 'a null annotation',
    file: metadata('annotations: { a: }'),
    refusal: /annotations/,
  },
  {
    title: 'a link without address',
    file: metadata('links: [{ title: a }]'),
    refusal: /links/,
  },
  { title: 'a null title', file: metadata('title:'), refusal: /title/ },
  {
    title: 'spaces in the name',
    file: () => spec('x: 1')('"two words"'),
    refusal: /metadata.name/,
    ref: () => 'two words',
  },
  {
    title: 'a name in another script',
    file: () => spec('x: 1')('注文'),
    refusal: /metadata.name/,
    ref: () => '注文',
  },
  // What cannot be read
  {
    title: 'a number as name',
    file: () => spec('x: 1')('7'),
    unreadable: /name/,
  },
  {
    title: 'no name',
    file: () => head('').replace('name:', 'title: a'),
    unreadable: /name/,
  },
  {
    title: 'broken YAML',
    file: () => 'kind: DataProduct\n  name: [',
    unreadable: /:1:7 is not valid YAML/,
  },
  {
    title: 'a key twice',
    file: n => `${head(n)}kind: API\n`,
    unreadable: /unique/,
  },
  {
    title: 'a list of entities',
    file: () => '- kind: DataProduct',
    unreadable: /holds a list/,
  },
  {
    title: 'bombs of aliases',
    file: n =>
      `${head(
        n,
      )}spec:\n  a: &a [x,x,x,x,x,x,x,x,x]\n  b: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n  c: &c [*b,*b,*b,*b,*b,*b,*b]\n  d: [*c,*c,*c,*c,*c,*c,*c,*c]\n`,
    unreadable: /alias/,
  },
  {
    title: 'a user',
    file: n =>
      `apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: { name: ${n} }\nspec: { memberOf: [admins] }\n`,
    unreadable: /kind User/,
  },
  {
    title: '__proto__ as object',
    file: spec('x: { __proto__: { polluted: true } }'),
    unreadable: /a key named __proto__/,
    taken: true,
  },
  {
    title: '__proto__ as text',
    file: spec('__proto__: polluted'),
    unreadable: /a key named __proto__/,
    taken: true,
  },
  // What is odd and allowed
  { title: 'the least', file: n => `${head(n)}spec: { ${least} }\n` },
  {
    title: 'an empty document before it',
    file: n => `---\n---\n${spec('x: 1')(n)}---\n`,
  },
  {
    title: 'names in many scripts',
    file: spec(
      'synonyms: [注文, заказы, "🛒", "e\\u0301"], usage: "‮right to left", tags: [日本]',
    ),
  },
  {
    title: 'references to what is not there',
    file: spec(
      'domain: nowhere, stewards: [nobody, "group:none"], productOwner: x',
    ),
  },
  {
    title: '500 ports',
    file: generated({
      outputPorts: list(500, i => ({
        name: `p${i}`,
        contract: { ref: `c${i}` },
      })),
    }),
  },
  {
    title: 'a huge text',
    file: generated({ usage: 'lorem ipsum '.repeat(50_000) }),
  },
  {
    title: 'empty lists and objects',
    file: spec(
      'stewards: [], inputPorts: [], outputPorts: [], sla: [], team: {}, access: {}, privacy: {}, tags: []',
    ),
  },
  {
    title: 'members of objects as keys',
    file: spec(
      'constructor: a, toString: b, hasOwnProperty: { valueOf: 1 }, prototype: {}',
    ),
  },
  {
    title: 'anchors',
    file: n =>
      `${head(
        n,
      )}spec:\n  owner: &o a\n  lifecycle: production\n  consumers: [{ ref: *o }]\n`,
  },
  {
    title: 'fifty levels',
    file: spec(`x: ${'['.repeat(50)}1${']'.repeat(50)}`),
  },
  {
    title: 'the product itself as source',
    file: n => spec(`inputPorts: [{ name: a, source: ${n} }]`)(n),
  },
  {
    title: 'the same contract many times',
    file: spec(
      'outputPorts: [{ name: a, contract: { ref: c } }, { name: b, contract: { ref: c } }], providesApis: [c, C]',
    ),
  },
  {
    title: 'words of its own',
    file: spec(
      'type: weird, status: "½ done", personas: [wizard], classification: "?"',
    ),
  },
  {
    title: 'values that look like code',
    file: spec(
      'usage: "<script>alert(1)</script>", limitations: "\'; DROP TABLE search; --"',
    ),
  },
  {
    title: 'numbers at the edge',
    file: spec(
      'sla: [{ property: a, value: -0 }, { property: b, value: 1e308 }, { property: c, value: 9007199254740993 }]',
    ),
  },
  {
    title: 'yes, no and nulls that are text',
    file: spec('usage: yes, limitations: "null", notice: ~x'),
  },
  { title: 'Windows lines', file: n => spec('x: 1')(n).replace(/\n/g, '\r\n') },
  { title: 'a byte order mark', file: n => `\ufeff${spec('x: 1')(n)}` },
  {
    title: 'unknown fields everywhere',
    file: spec(
      'acme: { a: [1, null, { b: true }] }, outputPorts: [{ name: a, acme: 1, contract: { id: x, acme: 1 } }]',
    ),
  },
  {
    title: 'all dots and dashes in the name',
    file: n => spec('x: 1')(`${n}.a-b_c`),
    ref: n => `${n}.a-b_c`,
  },
];
