import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { MarkdownSiteGenerator } from './MarkdownSiteGenerator';

describe('MarkdownSiteGenerator', () => {
  const input = createMockDirectory();
  const output = createMockDirectory();
  const config = mockServices.rootConfig();
  const generator = new MarkdownSiteGenerator({
    config,
    logger: mockServices.logger.mock(),
    scmIntegrations: ScmIntegrations.fromConfig(config),
  });
  const run = () =>
    generator.run({
      inputDir: input.path,
      outputDir: output.path,
      etag: 'abc',
      siteOptions: { name: 'Lab <orders>' },
    });

  it('makes a site with a page for each file, navigation and search', async () => {
    input.setContent({
      'mkdocs.yml': 'site_name: other',
      docs: {
        'zebra.md': '# Zebra\n',
        'index.md': '# Home\n\nSee [zebra](zebra.md).\n\n## Start\n',
        'flow.png': Buffer.from([1, 2, 3]),
        decisions: { 'one.md': '# One\n' },
      },
    });

    await run();

    const site = output.content() as Record<string, any>;
    expect(Object.keys(site).sort()).toEqual([
      'assets',
      'decisions',
      'flow.png',
      'index.html',
      'search',
      'techdocs_metadata.json',
      'zebra',
    ]);
    const home: string = site['index.html'];
    expect(home).toContain('<title>Home - Lab &lt;orders&gt;</title>');
    expect(home).toContain('<a href="zebra/">zebra</a>');
    expect(home).toContain('href="#start"');
    const links = [...home.matchAll(/md-nav__link[^>]*href="([^"]+)"/g)];
    expect(links.map(([, href]) => href)).toEqual([
      './',
      './zebra/',
      './decisions/one/',
      '#start',
    ]);
    expect(site.decisions.one['index.html']).toContain(
      'href="../../assets/stylesheets/main.',
    );
    expect(JSON.parse(site.search['search_index.json']).docs).toEqual([
      { location: '', title: 'Home', text: 'Home See zebra . Start' },
      { location: 'zebra/', title: 'Zebra', text: 'Zebra' },
      { location: 'decisions/one/', title: 'One', text: 'One' },
    ]);
    expect(JSON.parse(site['techdocs_metadata.json'])).toMatchObject({
      site_name: 'Lab <orders>',
      etag: 'abc',
      files: expect.arrayContaining(['index.html', 'flow.png']),
    });
    // The folder it reads from is often a checkout
    expect(input.content()).toMatchObject({
      'mkdocs.yml': 'site_name: other',
    });
  });

  it('opens with the first page where there is no index.md', async () => {
    input.setContent({ docs: { 'b.md': '# B\n', 'a.md': '# A\n' } });

    await run();

    const site = output.content() as Record<string, any>;
    expect(site['index.html']).toContain('<h1 id="a">A</h1>');
  });

  it('says so when there is nothing to read', async () => {
    input.setContent({ 'README.md': '# Not docs' });

    await expect(run()).rejects.toThrow('There is no Markdown file in');
  });
});
