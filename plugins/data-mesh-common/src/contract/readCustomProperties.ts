import { Cursor } from './Cursor';

/** What only one organisation or tool knows about a place in a contract. */
export function readCustomProperties(
  parent: Cursor,
): { name: string; value: string }[] {
  return parent.maps('customProperties').flatMap(item => {
    const name = item.text('property');
    const value = item.get('value').render();
    return name && value ? [{ name, value }] : [];
  });
}
