import { MeasureFields } from '../../api';

/*
 * Wording is judged by short lists of English words, and only where a whole
 * phrase fits: it is better to miss one than to nag somebody who wrote a good
 * goal. What is not English is not judged.
 */

/** What a data team makes, whatever words stand before it. */
const work =
  '(?:data ?(?:products?|sets?|marts?|pipelines?|models?)|pipelines?|dashboards?|apis?|story points)';

/** What others make too: only without a word before it that says more. */
const anyProduct =
  '(?:new |our |available |published )?(?:products?|features?)';

const wasMade =
  '(?:(?:that are |that were |we )?(?:built|made|created|delivered|shipped|published|launched|deployed|registered|produced|migrated|onboarded|developed|completed|live|in production|on the platform|in the catalog))';

const period =
  '(?:(?:per|each|every|this|a) (?:day|week|sprint|month|quarter|year|team|domain))';

/** Nothing more is said: “of data products used by two domains” says more. */
const end = `(?: ${wasMade})?(?: ${period})?(?: count)?(?=$| ?[(,;:–])`;

const countsWork = [
  new RegExp(
    `^(?:the )?(?:total )?(?:number|count|amount) of (?:(?:[\\w-]+ ){0,2}?${work}|${anyProduct})${end}`,
  ),
  new RegExp(`^(?:new )?(?:${work}|features)${end}`),
  new RegExp(`^how many (?:new )?(?:${work}|${anyProduct})${end}`),
];

/** A share of something is no count, whatever it is a share of. */
const isShare = /%|percent|per cent|\bshare\b|\bratio\b/;

/**
 * Whether a measure counts what a team makes, and is to make more of it:
 * “number of data products”, “dashboards delivered per month”. What else is
 * said of them makes it another thing, such as “data products used by two
 * domains”.
 *
 * @public
 */
export function countsOutput(
  fields: Pick<MeasureFields, 'name' | 'unit' | 'direction'>,
): boolean {
  const name = plain(fields.name);
  return (
    fields.direction === 'increase' &&
    !isShare.test(plain(fields.unit)) &&
    !isShare.test(name) &&
    countsWork.some(pattern => pattern.test(name))
  );
}

const make =
  '(?:build(?:ing)?|creat(?:e|ing)|implement(?:ing)?|develop(?:ing)?|deliver(?:ing)?|launch(?:ing)?|introduc(?:e|ing)|deploy(?:ing)?|install(?:ing)?|publish(?:ing)?|ship(?:ping)?|set(?:ting)? up|roll(?:ing)? out)';
const moveTo = '(?:migrat(?:e|ing)|mov(?:e|ing)|switch(?:ing)?)';

/** Words that keep a verb from its object: “build trust in our platform”. */
const other =
  '(?!(?:of|in|for|from|to|with|on|out|about|by|through|into|within|without|fewer|less|no|and|or|that|who|which)\\b)[\\w-]+ ';

/** What is built or bought: in a goal it stands for a solution. */
const bigThing =
  '(?:dashboards?|pipelines?|platforms?|(?:data ?)?(?:lakes?|lakehouses?|warehouses?)|data ?(?:products?|sets?|marts?|catalogs?|models?)|portals?|apps?|apis?|chatbots?)';
const solution = `(?:${bigThing}|applications?|tools?|systems?|software)`;

const number =
  '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|a hundred)';

const wordedAsOutput = [
  // “Build a dashboard for clinics”, “Rolling out the new platform”
  new RegExp(`^(?:we (?:will )?|to )?${make} (?:${other}){0,4}?${solution}\\b`),
  // “Migrate all reports to the cloud platform”
  new RegExp(
    `^(?:we (?:will )?|to )?${moveTo} (?:${other}){0,3}?(?:on)?to (?:${other}){0,3}?${solution}\\b`,
  ),
  // “The new portal is live”
  new RegExp(
    `\\b${solution} (?:is|are|goes|go|has been|have been|will be) (?:live|built|delivered|launched|deployed|implemented|rolled out|introduced|installed|in production|in place)$`,
  ),
  // “One data lake for all”, “Our new billing system”
  new RegExp(
    `^(?:(?:an?|one) (?:[\\w-]+ ){0,2}?${bigThing}|(?:our |the |a )?new (?:[\\w-]+ ){0,2}?${solution})(?: for (?:all|everyone|everybody))?$`,
  ),
  // “Ten dashboards by summer”
  new RegExp(
    `^${number} (?:new |more )?(?:[\\w-]+ )?${work}(?: (?:by|in|until|for|per)\\b.*)?$`,
  ),
];

/** Better, not only made: “Launch apps sooner”. */
const saysBetter = /\b(?:sooner|faster|earlier|cheaper|safer|quicker)\b/;

/**
 * Whether a goal says what is made instead of what gets better: “Build a
 * dashboard for clinics”, “The new portal is live”, “Ten data products”.
 *
 * @public
 */
export function isWordedAsOutput(title: string): boolean {
  const text = plain(title);
  return (
    !saysBetter.test(text) && wordedAsOutput.some(pattern => pattern.test(text))
  );
}

/** In lower case, with single spaces, without what ends a sentence. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!]+$/, '');
}
