import { ContractQualityRule } from './Contract';
import { Cursor } from './Cursor';

const OPERATORS: [key: string, words: string][] = [
  ['mustBe', 'must be'],
  ['mustNotBe', 'must not be'],
  ['mustBeGreaterThan', 'must be greater than'],
  ['mustBeGreaterOrEqualTo', 'must be at least'],
  ['mustBeGreaterThanOrEqualTo', 'must be at least'],
  ['mustBeLessThan', 'must be less than'],
  ['mustBeLessOrEqualTo', 'must be at most'],
  ['mustBeLessThanOrEqualTo', 'must be at most'],
  ['mustBeBetween', 'must be between'],
  ['mustNotBeBetween', 'must not be between'],
];

/** The quality rules of an object or a field. */
export function readQuality(parent: Cursor): ContractQualityRule[] {
  return parent.maps('quality').map(rule => ({
    name: rule.text('name'),
    description: rule.text('description'),
    type: rule.text('type'),
    dimension: rule.text('dimension'),
    severity: rule.text('severity'),
    // `rule` is what v3.0 called it.
    metric: rule.text('metric') ?? rule.text('rule'),
    expectation: readExpectation(rule),
    query: rule.text('query'),
    engine: rule.text('engine'),
    implementation: rule.get('implementation').render() || undefined,
    arguments: rule.namedValues('arguments'),
    businessImpact: rule.text('businessImpact'),
    schedule: rule.text('schedule'),
  }));
}

function readExpectation(rule: Cursor): string | undefined {
  const unit = unitWords(rule.text('unit'));
  const parts = OPERATORS.filter(([key]) => rule.has(key)).map(
    ([key, words]) => {
      const expected = rule.get(key);
      const value =
        key.endsWith('Between') && expected.isList
          ? rule.texts(key).join(' and ')
          : expected.render();
      return `${words} ${value || 'empty'}${unit}`;
    },
  );
  return parts.length ? parts.join(' and ') : undefined;
}

function unitWords(unit: string | undefined): string {
  if (!unit) {
    return '';
  }
  return /^percent(age)?$/i.test(unit) ? ' %' : ` ${unit}`;
}
