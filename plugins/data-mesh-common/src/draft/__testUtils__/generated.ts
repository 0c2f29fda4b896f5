import { Entity, entityKindSchemaValidator } from '@backstage/catalog-model';
import Ajv2019 from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { parseContract } from '../../contract';
import {
  checkDataProduct,
  DataProductEntityV1alpha1,
  dataProductEntityV1alpha1Schema,
} from '../../kind';
import { DraftedFile } from '../DataProductDraft';

const validateProduct = entityKindSchemaValidator(
  dataProductEntityV1alpha1Schema,
);

const odcsSchema = resolve(
  __dirname,
  '../../../../../../shared/standards/bitol-odcs/_schema/odcs-json-schema-v3.1.0.json',
);

/** Whether the schema of the standard is beside the repository. */
export const hasOdcsSchema = existsSync(odcsSchema);

function odcsValidator() {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(odcsSchema, 'utf8')));
}

const validateOdcs = hasOdcsSchema ? odcsValidator() : undefined;

/** All documents of a file, read with the defaults of the catalog. */
export function documentsOf(file: DraftedFile): unknown[] {
  return parseAllDocuments(file.content).map(document => {
    expect(document.errors).toEqual([]);
    expect(document.warnings).toEqual([]);
    return document.toJS();
  });
}

/** The data product in a file, by all rules of the kind. */
export function productIn(file: DraftedFile): DataProductEntityV1alpha1 {
  const [entity] = documentsOf(file) as Entity[];
  const product = validateProduct(entity) as
    | DataProductEntityV1alpha1
    | undefined;
  if (!product) {
    throw new Error(`No data product in ${file.path}`);
  }
  expect(checkDataProduct(product)).toEqual([]);
  return product;
}

/** What our reader and the standard have against a contract. */
export function problemsOfContract(file: DraftedFile): unknown[] {
  const { problems } = parseContract(file.content);
  const [content] = documentsOf(file);
  return validateOdcs && !validateOdcs(content)
    ? [...problems, ...(validateOdcs.errors ?? [])]
    : problems;
}
