import {
  RELATION_DEPENDS_ON,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  ProductContract,
  ProductDetail,
  RELATION_STEWARDED_BY,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { EDGE_INPUT } from '../projection/edgesOf';
import { NameEntity, nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import { linkedRefs, summarise } from './ProductListService';
import { Neighbour, ProductStore } from './ProductStore';
import { ReachedUse, walkUsers } from './walkUsers';

/** How far uses are followed, and how many are looked at. */
const USES = { steps: 5, uses: 3000 };

const KINDS = new Map([
  ['group', 'Group'],
  ['user', 'User'],
]);

/** Tells of one product what follows from other entities. */
export class ProductDetailService {
  readonly #knex: Knex;
  readonly #store: ProductStore;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#store = new ProductStore(knex);
  }

  /** @throws NotFoundError when there is none that the caller may see */
  async getProduct(
    ref: string,
    visibility: Visibility,
  ): Promise<ProductDetail> {
    const store = this.#store;
    const product = await store.getProduct(ref, visibility);
    if (!product) {
      throw new NotFoundError(`There is no data product ${ref}`);
    }
    const [targets, suppliers, uses, members] = await Promise.all([
      store.getTargets(ref, [
        RELATION_STEWARDED_BY,
        EDGE_INPUT,
        RELATION_DEPENDS_ON,
        RELATION_PROVIDES_API,
      ]),
      store.getSuppliers(ref),
      store.getUses(ref, visibility, USES),
      product.ownerRef?.startsWith('group:')
        ? store.countMembers(product.ownerRef, visibility)
        : undefined,
    ]);
    const walk = walkUsers(ref, uses);
    const stewards = targets.get(RELATION_STEWARDED_BY) ?? [];
    const contracts = targets.get(RELATION_PROVIDES_API) ?? [];
    const inputs = [
      ...new Set([
        ...(targets.get(EDGE_INPUT) ?? []),
        ...suppliers,
        ...(targets.get(RELATION_DEPENDS_ON) ?? []),
      ]),
    ];
    const neighbours = await store.getNeighbours([...contracts, ...inputs]);
    const name = await nameEntities(
      this.#knex,
      [
        ...linkedRefs(product),
        ...stewards,
        ...contracts,
        ...inputs,
        ...[...neighbours.values()].map(({ ownerRef }) => ownerRef),
        ...walk.users.flatMap(({ user, team, through }) => [
          user,
          team,
          ...through,
        ]),
      ],
      visibility,
    );
    return {
      ...summarise(product, name),
      ownerKind: product.ownerRef && kindOf(product.ownerRef),
      ownerMembers: members,
      stewards: stewards.flatMap(steward => name(steward) ?? []),
      users: toUsers(walk.users, name),
      allUsers: walk.complete && uses.length < USES.uses,
      inputs: inputs.flatMap(input => {
        const entity = name(input);
        const neighbour = neighbours.get(input);
        return entity
          ? {
              entity,
              owner: name(neighbour?.ownerRef),
              lifecycle: neighbour?.lifecycle,
            }
          : [];
      }),
      contracts: contracts.flatMap(contract =>
        toContract(contract, neighbours.get(contract), name),
      ),
    };
  }
}

function kindOf(ref: string): string {
  const kind = ref.split(':')[0];
  return KINDS.get(kind) ?? kind;
}

function toUsers(
  users: readonly ReachedUse[],
  name: NameEntity,
): ProductDetail['users'] {
  return users.flatMap(({ user, team, through, ...use }) => {
    const entity = name(user);
    const way = through.flatMap(ref => name(ref) ?? []);
    return entity && way.length === through.length
      ? {
          entity,
          team: name(team),
          purpose: use.purpose,
          since: use.since,
          state: use.state,
          source: use.source,
          through: way,
        }
      : [];
  });
}

function toContract(
  ref: string,
  neighbour: Neighbour | undefined,
  name: NameEntity,
): ProductContract[] {
  const entity = name(ref);
  if (!entity) {
    return [];
  }
  const facts = neighbour?.facts;
  const readable = facts && !facts.problem;
  return [
    {
      entity,
      contractId: facts?.id,
      title: facts?.title,
      version: facts?.version,
      status: facts?.status,
      lifecycle: neighbour?.lifecycle,
      fields: readable ? facts.fields.length : undefined,
      describedFields: readable
        ? facts.fields.filter(({ described }) => described).length
        : undefined,
      problem: facts?.problem,
    },
  ];
}
