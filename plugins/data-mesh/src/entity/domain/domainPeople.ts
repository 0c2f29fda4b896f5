import { Entity } from '@backstage/catalog-model';
import {
  API_GROUP,
  EntityLink,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { linkTo } from '../product/entityLinks';

/** The annotations by which a domain's catalog file names its people. */
export const domainAnnotation = {
  domainOwner: `${API_GROUP}/domain-owner`,
  dataLead: `${API_GROUP}/data-lead`,
  participates: `${API_GROUP}/participates`,
} as const;

/** The people as the file names them; whether they exist is not known here. */
export function domainPeople(entity: Entity): {
  domainOwner?: EntityLink;
  dataLead?: EntityLink;
} {
  const { annotations } = entity.metadata;
  const person = (key: string) => linkTo(annotations?.[key], entity, 'User');
  return {
    domainOwner: person(domainAnnotation.domainOwner),
    dataLead: person(domainAnnotation.dataLead),
  };
}
