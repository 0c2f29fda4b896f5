import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DEFAULTS = {
  app: 'http://localhost:3000',
  backend: 'http://localhost:7007',
};

/**
 * Where the app and the backend will answer. Backstage itself decides that
 * from its configuration; this reads the two values it needs without a YAML
 * parser, because it runs before anything is installed.
 */
export function portalUrls(root, env = process.env) {
  return { app: urlOf('app'), backend: urlOf('backend') };

  function urlOf(section) {
    const candidates = [
      env[`APP_CONFIG_${section}_baseUrl`],
      baseUrlIn(join(root, 'app-config.local.yaml'), section),
      baseUrlIn(join(root, 'app-config.yaml'), section),
      DEFAULTS[section],
    ];
    return new URL(candidates.find(url => url && URL.canParse(url)));
  }
}

export function portOf(url) {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

function baseUrlIn(file, section) {
  if (!existsSync(file)) {
    return undefined;
  }
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const start = lines.findIndex(line => line.startsWith(`${section}:`));
  if (start < 0) {
    return undefined;
  }
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(line => /^[^\s#]/.test(line));
  const block = end < 0 ? rest : rest.slice(0, end);
  const indent = block.find(line => /^\s+[^\s#]/.test(line))?.match(/^\s+/)[0];
  const value = block
    .find(line => line.startsWith(`${indent}baseUrl:`))
    ?.match(/baseUrl:\s*(['"]?)([^'"\s#]+)\1/);
  return value?.[2];
}
