/**
 * A group as facts see it; refs are full, in lower case.
 *
 * @public
 */
export interface GroupRecord {
  ref: string;
  /** `spec.type`, for example `team`. */
  type?: string;
  parent?: string;
  /** Users who are direct members and in the catalog. */
  members: readonly string[];
}

/**
 * A domain and the group that owns it, as far as it is named.
 *
 * @public
 */
export interface DomainRecord {
  ref: string;
  owner?: string;
}

/**
 * Groups, people and domains of the catalog: who belongs where.
 *
 * @public
 */
export class Organisation {
  readonly #groups: ReadonlyMap<string, GroupRecord>;
  readonly #users: ReadonlySet<string>;
  readonly #domains: ReadonlyMap<string, DomainRecord>;
  readonly #domainsByOwner = new Map<string, string[]>();
  readonly #children = new Map<string, string[]>();
  readonly #people = new Map<string, ReadonlySet<string>>();

  constructor(records: {
    groups: readonly GroupRecord[];
    users: readonly string[];
    domains: readonly DomainRecord[];
  }) {
    this.#groups = new Map(records.groups.map(group => [group.ref, group]));
    this.#users = new Set(records.users);
    this.#domains = new Map(records.domains.map(one => [one.ref, one]));
    for (const { ref, owner } of this.#domains.values()) {
      put(this.#domainsByOwner, owner, ref);
    }
    for (const { ref, parent } of records.groups) {
      put(this.#children, parent, ref);
    }
  }

  group(ref: string | undefined): GroupRecord | undefined {
    return ref === undefined ? undefined : this.#groups.get(ref);
  }

  hasUser(ref: string | undefined): boolean {
    return ref !== undefined && this.#users.has(ref);
  }

  domain(ref: string | undefined): DomainRecord | undefined {
    return ref === undefined ? undefined : this.#domains.get(ref);
  }

  /** The people of a group and of all groups below it. */
  peopleOf(ref: string): ReadonlySet<string> {
    let people = this.#people.get(ref);
    if (!people) {
      const below = [ref, ...this.groupsBelow(ref)];
      people = new Set(
        below.flatMap(group => [...(this.group(group)?.members ?? [])]),
      );
      this.#people.set(ref, people);
    }
    return people;
  }

  /** All groups below a group, not the group itself. */
  groupsBelow(ref: string): string[] {
    const found = new Set<string>();
    const visit = (group: string) => {
      for (const child of this.#children.get(group) ?? []) {
        if (child !== ref && !found.has(child)) {
          found.add(child);
          visit(child);
        }
      }
    };
    visit(ref);
    return [...found];
  }

  /**
   * Whether a group is the owner of a domain or below it. Undefined when that
   * cannot be told, because the domain names no group that is there.
   */
  belongsTo(group: string, domain: string | undefined): boolean | undefined {
    const owner = this.domain(domain)?.owner;
    if (!this.group(owner)) {
      return undefined;
    }
    return this.#upFrom(group).includes(owner as string);
  }

  /** The domains that a group belongs to. */
  domainsOf(group: string): string[] {
    return this.#upFrom(group).flatMap(
      owner => this.#domainsByOwner.get(owner) ?? [],
    );
  }

  /** The group and those above it; a circle is walked once. */
  #upFrom(ref: string): string[] {
    const way: string[] = [];
    for (
      let group = this.group(ref);
      group && !way.includes(group.ref);
      group = this.group(group.parent)
    ) {
      way.push(group.ref);
    }
    return way;
  }
}

function put(
  lists: Map<string, string[]>,
  key: string | undefined,
  ref: string,
) {
  if (key) {
    const list = lists.get(key) ?? [];
    list.push(ref);
    lists.set(key, list);
  }
}
