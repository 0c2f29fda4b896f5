// https://semver.org, the expression that the specification proposes
const SEMANTIC =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;

const LOOSE = /^\s*v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?/i;

export function isSemanticVersion(version: string): boolean {
  return version.length <= 256 && SEMANTIC.test(version);
}

/** The numbers of a version however it is written: `v2` is 2, 0, 0. */
export function versionNumbers(
  version: string | undefined,
): [number, number, number] | undefined {
  const match = LOOSE.exec(version ?? '');
  return match
    ? [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)]
    : undefined;
}

/** Whether the first version comes after the second; false if nobody can say. */
export function isLater(a: string | undefined, b: string | undefined): boolean {
  const left = versionNumbers(a);
  const right = versionNumbers(b);
  if (!left || !right) {
    return false;
  }
  const i = left.findIndex((number, at) => number !== right[at]);
  return i >= 0 && left[i] > right[i];
}
