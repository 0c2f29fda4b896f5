import { UrlReaderService } from '@backstage/backend-plugin-api';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';

/**
 * The text of a file: at a URL that Backstage may read, or at a path from
 * where the backend runs.
 *
 * @throws Error when it cannot be read, or is larger than allowed
 */
export async function readText(
  target: string,
  options: {
    urlReader: UrlReaderService;
    maxBytes: number;
    signal: AbortSignal;
  },
): Promise<string> {
  const { urlReader, maxBytes, signal } = options;
  if (!/^https?:\/\//i.test(target)) {
    return collect(createReadStream(resolve(target), { signal }), maxBytes);
  }
  const response = await urlReader.readUrl(target, { signal });
  return collect(
    response.stream?.() ?? Readable.from([await response.buffer()]),
    maxBytes,
  );
}

async function collect(stream: Readable, maxBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const buffer = Buffer.from(part);
    size += buffer.length;
    if (size > maxBytes) {
      stream.destroy();
      throw new Error(`It is larger than ${maxBytes / 1024 / 1024} MB`);
    }
    parts.push(buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
