import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { Visibility } from '../../visibility/Visibility';
import { CallerNodeRights } from '../rights/NodeRights';

/** To whom something of the value tree is shown, and on which day. */
export type Viewer = {
  visibility: Visibility;
  rights: CallerNodeRights;
  /** Decisions are made by people, never by services. */
  isPerson: boolean;
  /** The UTC day that it is shown for. */
  day: string;
};

export function isPerson({ principal }: BackstageCredentials): boolean {
  return (principal as Partial<BackstageUserPrincipal>).type === 'user';
}

/** The person who wrote something; undefined for a service. */
export function personOf(by: string): string | undefined {
  return by.startsWith('user:') ? by : undefined;
}
