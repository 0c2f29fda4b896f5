import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import {
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { listFiles } from './listFiles';
import { renderLayout } from './renderLayout';
import { pagePath, RenderedPage, renderMarkdown } from './renderMarkdown';
import { STYLESHEET, stylesheet } from './stylesheet';

/**
 * Makes a TechDocs site of the Markdown files in `docs/`, in the shape that
 * MkDocs with its Material theme gives it, but without Python or a container.
 * MkDocs' own configuration and plugins are not read.
 */
export class MarkdownSiteGenerator extends TechdocsGenerator {
  override async run(
    options: Pick<
      GeneratorRunOptions,
      'inputDir' | 'outputDir' | 'etag' | 'siteOptions'
    >,
  ): Promise<void> {
    const { inputDir, outputDir, etag } = options;
    const siteName = options.siteOptions?.name ?? 'Documentation';
    const docsDir = join(inputDir, 'docs');
    const files = await listFiles(docsDir);
    const sources = files.filter(file => file.endsWith('.md'));
    if (sources.length === 0) {
      throw new NotFoundError(`There is no Markdown file in ${docsDir}`);
    }

    const pages = await Promise.all(
      sources.map(async source =>
        renderMarkdown({
          source,
          markdown: await readFile(join(docsDir, source), 'utf8'),
          files: new Set(files),
        }),
      ),
    );
    pages.sort(byReadingOrder);

    const output = new Map<string, string>([
      [STYLESHEET, stylesheet],
      ['search/search_index.json', searchIndex(pages)],
      ...pages.map(page => {
        const html = renderLayout({ siteName, pages, page });
        return [posix.join(page.path, 'index.html'), html] as const;
      }),
    ]);
    // The home page of the site, where the folder has none of its own
    if (!output.has('index.html')) {
      const [first] = pages;
      const page = { ...first, path: '' };
      output.set('index.html', renderLayout({ siteName, pages, page }));
    }
    const images = files.filter(file => !file.endsWith('.md'));
    output.set(
      'techdocs_metadata.json',
      JSON.stringify({
        site_name: siteName,
        site_description: '',
        etag,
        build_timestamp: Date.now(),
        files: [...output.keys(), ...images],
      }),
    );

    for (const [file, content] of output) {
      await mkdir(dirname(join(outputDir, file)), { recursive: true });
      await writeFile(join(outputDir, file), content);
    }
    for (const image of images) {
      await mkdir(dirname(join(outputDir, image)), { recursive: true });
      await cp(join(docsDir, image), join(outputDir, image));
    }
  }
}

/** The home page first, then page by page, folders after the pages beside them. */
function byReadingOrder(a: RenderedPage, b: RenderedPage): number {
  const [folderA, folderB] = [posix.dirname(a.source), posix.dirname(b.source)];
  return (
    folderA.localeCompare(folderB) ||
    Number(b.path === pagePath(posix.join(folderB, 'index.md'))) -
      Number(a.path === pagePath(posix.join(folderA, 'index.md'))) ||
    a.source.localeCompare(b.source)
  );
}

function searchIndex(pages: RenderedPage[]): string {
  return JSON.stringify({
    config: {},
    docs: pages.map(({ path, title, text }) => ({
      location: path,
      title,
      text,
    })),
  });
}
