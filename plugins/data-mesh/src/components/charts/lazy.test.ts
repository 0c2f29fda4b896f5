import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map(file => ({ file, text: readFileSync(join(root, file), 'utf8') }));

describe('the library of the charts', () => {
  it('is imported by drawings alone', () => {
    const files = sources
      .filter(({ text }) => /from 'recharts'/.test(text))
      .map(({ file }) => file);
    expect(files.sort()).toEqual([
      'components/charts/ProfileRadar.tsx',
      'goals/panel/MeasureLines.tsx',
    ]);
  });

  it('comes with the first chart and not with the page', () => {
    const importing = sources.flatMap(({ text }) =>
      [
        ...text.matchAll(/^.*from '[^']*\/(?:ProfileRadar|MeasureLines)';$/gm),
      ].map(String),
    );
    expect(importing.length).toBeGreaterThan(0);
    importing.forEach(line => expect(line).toMatch(/^(import|export) type /));
  });
});
