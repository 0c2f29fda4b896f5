import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defaultRuleSet } from '../demo/__testUtils__/ruleSets';
import { evidenceKeys } from '../evidence';
import { domainFacts, productFacts, vocabulary } from '../facts';
import { renderRulesPage } from './renderRulesPage';

const file = resolve(__dirname, '../../../../../docs/rules.md');

const ruleSets = [
  'data-product-maturity',
  'domain-maturity',
  'ownership-faults',
].map(id => defaultRuleSet(id).ruleSet);

describe('docs/rules.md', () => {
  const page = renderRulesPage(ruleSets, vocabulary);

  it('is what the declarations say', () => {
    if (process.env.UPDATE_DOCS) {
      writeFileSync(file, page);
    }

    expect(readFileSync(file, 'utf8')).toBe(page);
  });

  it.each(ruleSets)('has every rule of $id with its texts', ({ rules }) => {
    for (const { code, title, why, fix } of rules) {
      expect(page).toContain(`#### ${code}: ${title}\n`);
      expect(page).toContain(why);
      expect(page).toContain(fix);
    }
  });

  it('has every fact and every evidence key', () => {
    const names = [productFacts, domainFacts, evidenceKeys].flatMap(
      declarations => Object.keys(declarations),
    );

    expect(names.filter(name => !page.includes(`| \`${name}\``))).toEqual([]);
  });

  it('has no hole', () => {
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('[object');
  });
});
