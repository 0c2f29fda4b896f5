import { Entity } from '@backstage/catalog-model';
import type { DataProductProblem } from './checkDataProduct';
import { problem } from './checkDataProduct';
import { FieldPath } from './paths';
