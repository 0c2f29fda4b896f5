import { CheckIn } from '@backstage-data-mesh/plugin-data-mesh-common';
import { NameEntity } from '../../visibility/links';
import { StoredCheckIn } from '../store/CheckInStore';
import { personOf } from './Viewer';

export function describeCheckIn(
  { by, ...checkIn }: StoredCheckIn,
  name: NameEntity,
): CheckIn {
  return { ...checkIn, by: name(personOf(by)) };
}
