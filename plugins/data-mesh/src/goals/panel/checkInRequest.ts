/**
 * A request with which a pipeline checks in a reading of today, for a shell.
 * The value and the token are taken from its environment.
 *
 * @param baseUrl - of the data mesh backend
 */
export function checkInRequest(measureId: string, baseUrl: string): string {
  return [
    `curl --fail-with-body '${baseUrl}/measures/${encodeURIComponent(
      measureId,
    )}/check-ins' \\`,
    `  --header "Authorization: Bearer $DATA_MESH_TOKEN" \\`,
    `  --header 'Content-Type: application/json' \\`,
    `  --data "{ \\"date\\": \\"$(date -u +%F)\\", \\"value\\": $VALUE }"`,
  ].join('\n');
}
