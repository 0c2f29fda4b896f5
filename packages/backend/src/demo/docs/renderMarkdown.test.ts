import { pagePath, renderMarkdown } from './renderMarkdown';

describe('pagePath', () => {
  it.each([
    ['index.md', ''],
    ['README.md', ''],
    ['install.md', 'install/'],
    ['decisions/README.md', 'decisions/'],
    ['decisions/0001-start.md', 'decisions/0001-start/'],
  ])('%s is at %p', (source, path) => {
    expect(pagePath(source)).toBe(path);
  });
});

describe('renderMarkdown', () => {
  const files = new Set([
    'index.md',
    'install.md',
    'images/flow.png',
    'decisions/README.md',
    'decisions/one.md',
  ]);
  const render = (markdown: string, source = 'index.md') =>
    renderMarkdown({ source, markdown, files });

  it('takes the title from the first heading and gives headings unique ids', () => {
    const page = render('# Lab orders\n\n## Use\n\n## Use\n\n### `x` & y\n');

    expect(page.title).toBe('Lab orders');
    expect(page.headings).toEqual([
      { id: 'lab-orders', level: 1, text: 'Lab orders' },
      { id: 'use', level: 2, text: 'Use' },
      { id: 'use-1', level: 2, text: 'Use' },
      { id: 'x-y', level: 3, text: 'x & y' },
    ]);
    expect(page.html).toContain('<h2 id="use-1">Use</h2>');
  });

  it.each([
    ['index.md', 'install.md', 'install/'],
    ['index.md', './install.md#run', 'install/#run'],
    ['index.md', 'decisions/', 'decisions/'],
    ['index.md', 'decisions', 'decisions/'],
    ['index.md', 'nowhere', null],
    ['install.md', 'index.md', '../'],
    ['install.md', 'decisions/one.md', '../decisions/one/'],
    ['decisions/one.md', 'README.md', '../'],
    ['decisions/one.md', '../install.md', '../../install/'],
    ['decisions/one.md', '#why', '#why'],
    ['index.md', 'https://example.com/a.md', 'https://example.com/a.md'],
    ['index.md', '../LICENSE', null],
  ])('in %s, a link to %s leads to %p', (source, link, href) => {
    const { html } = render(`[link](${link})`, source);

    expect(html).toBe(
      href ? `<p><a href="${href}">link</a></p>\n` : '<p><a>link</a></p>\n',
    );
  });

  it('finds images from the folder of the page', () => {
    const { html } = render('![flow](images/flow.png)', 'install.md');

    expect(html).toContain('src="../images/flow.png"');
  });

  it('shows HTML as text and drops links that run code', () => {
    const { html } = render('<script>x</script>\n\n[a](javascript:alert(1))');

    expect(html).not.toContain('<script>');
    expect(html).not.toContain('href');
  });

  it('keeps the text for the search', () => {
    const { text } = render('# A\n\nsome **bold** text\n\n```\ncode\n```\n');

    expect(text).toBe('A some bold text code');
  });
});
