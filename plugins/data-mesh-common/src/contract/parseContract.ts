import { LineCounter } from 'yaml';
import { Contract, ContractReading } from './Contract';
import { Cursor } from './Cursor';
import { Problems } from './Problems';
import { readCustomProperties } from './readCustomProperties';
import { readSchema } from './readSchema';
import { readYaml } from './readYaml';
import { refusal } from './refusal';

/**
 * Reads a data contract in ODCS v3.0 to v3.2.
 *
 * Never throws. What is of the wrong shape is left out of the contract and
 * named by a problem with path, line and column; text that is no such contract
 * at all gives problems only. At most 1 MiB is read, of the first YAML
 * document, with at most 100 aliases.
 *
 * @public
 */
export function parseContract(text: string): ContractReading {
  const lines = new LineCounter();
  const problems = new Problems(lines);
  const yaml = readYaml(text, lines, problems);
  if (!yaml) {
    return { problems: problems.list() };
  }
  const root = Cursor.root(yaml, problems);
  const refused = refusal(root);
  if (refused) {
    refused.at.problem(refused.message);
    return { problems: problems.list() };
  }
  reportHeader(root);
  const customProperties = readCustomProperties(root);
  const contract: Contract = {
    id: root.text('id'),
    name: root.text('name'),
    version: root.text('version'),
    apiVersion: root.text('apiVersion'),
    status: root.text('status'),
    domain: root.text('domain'),
    dataProduct: root.text('dataProduct'),
    ...readDescription(root),
    tags: root.texts('tags'),
    objects: readSchema(root),
    serviceLevels: readServiceLevels(root),
    servers: readServers(root),
    team: readTeam(root),
    support: readSupport(root),
    roles: readRoles(root),
    links: [root, root.get('description')].flatMap(readLinks),
    ...(customProperties.length ? { customProperties } : {}),
  };
  return { contract, problems: problems.list() };
}

function reportHeader(root: Cursor) {
  for (const key of ['apiVersion', 'kind', 'id', 'version']) {
    if (root.get(key).isAbsent) {
      root.get(key).problem(`“${key}” is missing; ODCS requires it.`);
    }
  }
  const apiVersion = root.text('apiVersion');
  if (apiVersion && !/^v?3\.[012](\.|$)/.test(apiVersion)) {
    root
      .get('apiVersion')
      .problem(
        `ODCS ${apiVersion} is not known here; the contract is read as v3.2, and what is new in it is not shown.`,
      );
  }
}

function readDescription(root: Cursor) {
  const description = root.get('description');
  if (!description.isAbsent && !description.isMap) {
    const purpose = description.render();
    description.problem(
      '“description” must be a group of keys (purpose, usage, limitations); its text is taken as the purpose.',
    );
    return { purpose };
  }
  return {
    purpose: description.text('purpose'),
    usage: description.text('usage'),
    limitations: description.text('limitations'),
  };
}

function readServiceLevels(root: Cursor): Contract['serviceLevels'] {
  return root.maps('slaProperties').flatMap(item => {
    const property = required(item, 'property');
    const value = property && required(item, 'value');
    if (!property || !value) {
      return [];
    }
    return [
      {
        property,
        value,
        valueExt: item.text('valueExt'),
        unit: item.text('unit'),
        element: item.text('element'),
        driver: item.text('driver'),
        description: item.text('description'),
        schedule: item.text('schedule'),
      },
    ];
  });
}

function readServers(root: Cursor): Contract['servers'] {
  return root.maps('servers').map((server, index) => ({
    name: server.text('server') ?? server.text('id') ?? `server ${index + 1}`,
    type: server.text('type'),
    environment: server.text('environment'),
    description: server.text('description'),
    settings: server.namedValues(
      '',
      'server',
      'id',
      'type',
      'environment',
      'description',
      'roles',
      'customProperties',
    ),
  }));
}

/** An object since v3.1, a plain list of people before. */
function readTeam(root: Cursor): Contract['team'] {
  const team = root.get('team');
  const isOldList = team.isList;
  if (!isOldList && !team.isMap && !team.isAbsent) {
    team.problem(
      '“team” must be a group of keys or a list of people, so it is left out.',
    );
  }
  const people = isOldList ? root.maps('team') : team.maps('members');
  return {
    name: isOldList ? undefined : team.text('name'),
    description: isOldList ? undefined : team.text('description'),
    members: people.flatMap(person => {
      const username = required(person, 'username');
      if (!username) {
        return [];
      }
      return [
        {
          username,
          name: person.text('name'),
          role: person.text('role'),
          description: person.text('description'),
          dateIn: person.text('dateIn'),
          dateOut: person.text('dateOut'),
        },
      ];
    }),
  };
}

function readSupport(root: Cursor): Contract['support'] {
  return root.maps('support').flatMap(item => {
    const channel = required(item, 'channel');
    if (!channel) {
      return [];
    }
    return [
      {
        channel,
        url: item.text('url'),
        tool: item.text('tool'),
        scope: item.text('scope'),
        description: item.text('description'),
      },
    ];
  });
}

function readRoles(root: Cursor): Contract['roles'] {
  return root.maps('roles').flatMap(item => {
    const role = required(item, 'role');
    if (!role) {
      return [];
    }
    return [
      {
        role,
        access: item.text('access'),
        description: item.text('description'),
        approvers: ['firstLevelApprovers', 'secondLevelApprovers'].flatMap(
          key => item.text(key) ?? [],
        ),
      },
    ];
  });
}

function readLinks(parent: Cursor): Contract['links'] {
  return parent.maps('authoritativeDefinitions').flatMap(item => {
    const url = required(item, 'url');
    return url
      ? [
          {
            url,
            type: item.text('type'),
            description: item.text('description'),
          },
        ]
      : [];
  });
}

function required(item: Cursor, key: string): string | undefined {
  const value = item.text(key);
  if (value === undefined && item.get(key).isAbsent) {
    item.problem(`“${item.path}” has no ${key}, so it is left out.`);
  }
  return value;
}
