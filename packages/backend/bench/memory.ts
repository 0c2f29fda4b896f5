const SAMPLE_MS = 50;
const MEBIBYTE = 1024 * 1024;

/** The most memory that the process had (RSS, in MiB), looked at often. */
export async function peakMemoryDuring<T>(
  call: () => Promise<T>,
): Promise<{ value: T; before: number; peak: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, SAMPLE_MS);
  try {
    const value = await call();
    look();
    return { value, before: before / MEBIBYTE, peak: peak / MEBIBYTE };
  } finally {
    clearInterval(timer);
  }
}
