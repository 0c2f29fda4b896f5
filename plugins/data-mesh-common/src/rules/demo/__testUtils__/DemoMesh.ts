import { Entity } from '@backstage/catalog-model';
import { readContractFacts } from '../../../contract';
import { DataProductEntityV1alpha1 } from '../../../kind';
import {
  EvidenceRecord,
  PickedEvidence,
  evidenceByAuthor,
  pickEvidence,
} from '../../evidence';
import {
  GoalIndex,
  MeshContext,
  Organisation,
  ProductContext,
  ProductIndex,
  ProductUse,
  readProduct,
} from '../../facts';
import {
  DAY_ZERO,
  readDemoEntities,
  readDemoEvidence,
  refOf,
} from './readDemo';
import { readDemoTree } from './readDemoTree';

/** The keys that all domains of the demo share. */
export const sharedKeys = [
  'account_id',
  'clinic_id',
  'order_id',
  'patient_id',
  'sample_id',
  'shipment_id',
  'site_id',
  'sku',
  'study_id',
];

/** The demo organisation as facts see it. */
export class DemoMesh {
  readonly entities = readDemoEntities();
  readonly evidence = readDemoEvidence();
  readonly mesh: MeshContext;
  readonly products = this.#ofKind('DataProduct').map(entity =>
    readProduct(entity as DataProductEntityV1alpha1),
  );
  readonly #contracts = Object.fromEntries(
    this.#ofKind('API').map(entity => [
      refOf(entity),
      readContractFacts(String(entity.spec?.definition)),
    ]),
  );
  readonly #index: ProductIndex;

  constructor(today: string = DAY_ZERO) {
    const { tree, proofs } = readDemoTree();
    this.mesh = {
      today,
      organisation: this.#organisation(),
      centralTeams: ['group:default/bi-centre'],
      centralStores: ['component:default/enterprise-warehouse'],
      governanceGroup: 'group:default/governance-guild',
      goals: new GoalIndex(tree, { today, proofs }),
    };
    this.#index = new ProductIndex(
      this.products.map(product => ({
        product,
        uses: this.usesOf(product.ref),
        initiatives: this.mesh.goals.linkedTo(product.ref),
        businessKeys: product.outputPorts.flatMap(
          ({ contract }) =>
            this.#contracts[contract?.ref ?? '']?.businessKeys ?? [],
        ),
      })),
    );
  }

  contextOf(ref: string): ProductContext {
    const product = this.products.find(one => one.ref === ref);
    if (!product) {
      throw new Error(`There is no ${ref}`);
    }
    return {
      mesh: this.mesh,
      product,
      contracts: this.#contracts,
      uses: this.usesOf(ref),
      ...this.#index.of(ref),
      evidence: this.evidenceOf(ref),
      consumerAnswers: evidenceByAuthor(
        'consumers.stillUsing',
        this.#recordsOf(ref),
        this.mesh.today,
      ),
      ownerEvidence: this.evidenceOf(product.productOwner ?? ''),
    };
  }

  evidenceOf(ref: string): PickedEvidence {
    return pickEvidence(this.#recordsOf(ref), this.mesh.today);
  }

  /** Declared consumers, and products that draw from it. */
  usesOf(ref: string): ProductUse[] {
    const entity = this.entities.find(one => refOf(one) === ref);
    const consumers =
      (entity as DataProductEntityV1alpha1).spec.consumers ?? [];
    const declared = consumers.map(
      ({ ref: user, state = 'active', since }): ProductUse => ({
        user,
        team: user,
        state,
        since,
      }),
    );
    const derived = this.products
      .filter(({ inputs }) => inputs.includes(ref))
      .map(
        ({ ref: user, owner }): ProductUse => ({
          user,
          team: owner?.startsWith('group:') ? owner : undefined,
          state: 'active',
        }),
      );
    return [...declared, ...derived];
  }

  /** The owner of whatever a product draws from. */
  ownerOf(ref: string): string | undefined {
    return this.entities.find(one => refOf(one) === ref)?.spec?.owner as
      | string
      | undefined;
  }

  #recordsOf(ref: string): EvidenceRecord[] {
    return this.evidence.get(ref) ?? [];
  }

  #ofKind(kind: string): Entity[] {
    return this.entities.filter(entity => entity.kind === kind);
  }

  #organisation(): Organisation {
    const users = this.#ofKind('User');
    const full = (kind: string, name: string) =>
      name.includes(':') ? name : `${kind}:default/${name}`;
    return new Organisation({
      users: users.map(refOf),
      groups: this.#ofKind('Group').map(group => ({
        ref: refOf(group),
        type: String(group.spec?.type),
        parent: group.spec?.parent
          ? full('group', String(group.spec.parent))
          : undefined,
        members: users
          .filter(user =>
            (user.spec?.memberOf as string[]).some(
              name => full('group', name) === refOf(group),
            ),
          )
          .map(refOf),
      })),
      domains: this.#ofKind('Domain').map(domain => ({
        ref: refOf(domain),
        owner: String(domain.spec?.owner),
      })),
    });
  }
}
