import { Entity, entityKindSchemaValidator } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { checkDataProduct, dataProductEntityV1alpha1Schema } from '../kind';
import { defaultRuleSet } from '../rules/demo/__testUtils__/ruleSets';
import { yamlToAdd } from './yamlToAdd';

const bare = {
  apiVersion: 'backstage-data-mesh.io/v1alpha1',
  kind: 'DataProduct',
  metadata: { name: 'orders' },
  spec: { owner: 'group:default/gone', lifecycle: 'production' },
} satisfies Entity;

const fits = entityKindSchemaValidator(dataProductEntityV1alpha1Schema);

const { rules } = defaultRuleSet('data-product-maturity').ruleSet;

describe('what the default rules write', () => {
  it.each(rules.filter(({ write }) => write).map(rule => [rule.code, rule]))(
    '%s fits the kind',
    (_, { write }) => {
      const added = parse(yamlToAdd(write!, bare)!);
      const mended = {
        ...bare,
        metadata: { ...bare.metadata, ...added.metadata },
        spec: { ...bare.spec, ...added.spec },
      };
      expect(checkDataProduct(mended)).toEqual([]);
      expect(fits(mended)).toBe(mended);
    },
  );

  it('is there for every rule about the catalog file', () => {
    const silent = rules.filter(
      ({ write, fix }) => !write && /\b(spec\.|annotation)/.test(fix),
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});
