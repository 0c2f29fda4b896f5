import { posix } from 'node:path';
import MarkdownIt from 'markdown-it';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** A heading that can be linked to. */
export type Heading = { id: string; level: number; text: string };

/** A page of the site. */
export type RenderedPage = {
  /** Path of the Markdown file in the docs folder. */
  source: string;
  /** Folder of the page in the site, ending with a slash; empty for the home page. */
  path: string;
  title: string;
  headings: Heading[];
  html: string;
  /** Without markup, for the search. */
  text: string;
};

/**
 * The folder that a Markdown file's page gets in the site.
 */
export function pagePath(source: string): string {
  const path = source.replace(/\.md$/, '').replace(/(^|\/)(index|README)$/, '');
  return path ? `${path}/` : '';
}

/**
 * Renders one Markdown file. Links to other files of the folder are turned
 * into links within the site; links to anything else outside it become text.
 * HTML in the Markdown is shown as text.
 */
export function renderMarkdown(options: {
  source: string;
  markdown: string;
  files: Set<string>;
}): RenderedPage {
  const { source, markdown, files } = options;
  const md = new MarkdownIt({ html: false, linkify: true });
  const tokens = md.parse(markdown.replace(/^---\n.*?\n---\n/s, ''), {});
  const headings = nameHeadings(tokens);
  relink(tokens, href => siteLink(href, source, files));
  return {
    source,
    path: pagePath(source),
    title: headings[0]?.text ?? posix.basename(source, '.md'),
    headings,
    html: md.renderer.render(tokens, md.options, {}),
    text: plainText(tokens),
  };
}

function nameHeadings(tokens: Token[]): Heading[] {
  const used = new Set<string>();
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') {
      return [];
    }
    const text = plainText([tokens[index + 1]]);
    const slug =
      text
        .toLocaleLowerCase('en-US')
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'section';
    let id = slug;
    for (let n = 1; used.has(id); n += 1) {
      id = `${slug}-${n}`;
    }
    used.add(id);
    token.attrSet('id', id);
    return [{ id, level: Number(token.tag.slice(1)), text }];
  });
}

function relink(tokens: Token[], link: (href: string) => string | undefined) {
  for (const token of tokens) {
    relink(token.children ?? [], link);
    const name = token.type === 'image' ? 'src' : 'href';
    const target = token.attrGet(name);
    if (target !== null) {
      const href = link(target);
      if (href === undefined) {
        token.attrs = null;
      } else {
        token.attrSet(name, href);
      }
    }
  }
}

function siteLink(
  href: string,
  source: string,
  files: Set<string>,
): string | undefined {
  if (/^([a-z][a-z+.-]*:|\/|#)/i.test(href)) {
    return href;
  }
  const [, target, anchor = ''] = /^([^#]*)(#.*)?$/.exec(href)!;
  const file = posix.normalize(
    posix.join(posix.dirname(source), decodeURI(target)),
  );
  const candidates = [
    file,
    posix.join(file, 'index.md'),
    posix.join(file, 'README.md'),
  ];
  const found = candidates.find(candidate => files.has(candidate));
  if (!found) {
    return undefined;
  }
  const to = found.endsWith('.md') ? pagePath(found) : found;
  const path = posix.relative(`/${pagePath(source)}`, `/${to}`) || '.';
  const slash = to.endsWith('/') || to === '' ? '/' : '';
  return encodeURI(`${path}${slash}`) + anchor;
}

function plainText(tokens: Token[]): string {
  return tokens
    .map(token =>
      token.children ? plainText(token.children) : token.content.trim(),
    )
    .filter(Boolean)
    .join(' ');
}
