import { posix } from 'node:path';
import { RenderedPage } from './renderMarkdown';
import { STYLESHEET } from './stylesheet';

/**
 * A whole page with the elements and class names of MkDocs' Material theme,
 * which TechDocs looks for when it puts a page into the portal.
 */
export function renderLayout(options: {
  siteName: string;
  pages: RenderedPage[];
  page: RenderedPage;
}): string {
  const { siteName, pages, page } = options;
  const toRoot = posix.relative(`/${page.path}`, '/') || '.';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escape(page.title)} - ${escape(siteName)}</title>
<link rel="stylesheet" href="${toRoot}/${STYLESHEET}">
</head>
<body>
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">
<header class="md-header"><label class="md-header__button" for="__drawer"></label></header>
<div class="md-container"><main class="md-main"><div class="md-main__inner md-grid">
${sidebar('primary', siteName, siteNavigation(pages, page, toRoot))}
${sidebar('secondary', 'On this page', pageNavigation(page))}
<div class="md-content"><article class="md-content__inner md-typeset">
${page.html}
</article></div>
</div></main></div>
</body>
</html>
`;
}

function sidebar(name: string, title: string, items: string): string {
  return `<div class="md-sidebar md-sidebar--${name}"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">
<nav class="md-nav md-nav--${name}" aria-label="${escape(title)}">
<span class="md-nav__title">${escape(title)}</span>
<ul class="md-nav__list">${items}</ul>
</nav></div></div></div>`;
}

function siteNavigation(
  pages: RenderedPage[],
  current: RenderedPage,
  toRoot: string,
): string {
  const toItem = (page: RenderedPage) =>
    item(page.title, `${toRoot}/${page.path}`, page.source === current.source);
  const folders = new Set(pages.map(page => posix.dirname(page.source)));

  return [...folders]
    .map(folder => {
      const inFolder = pages.filter(p => posix.dirname(p.source) === folder);
      if (folder === '.') {
        return inFolder.map(toItem).join('');
      }
      const index = inFolder.find(page => page.path === `${folder}/`);
      const others = inFolder.filter(page => page !== index);
      const heading = index
        ? toItem(index)
        : `<li class="md-nav__item"><span class="md-nav__link">${escape(
            folder,
          )}</span></li>`;
      return `${heading}<li class="md-nav__item"><ul class="md-nav__list">${others
        .map(toItem)
        .join('')}</ul></li>`;
    })
    .join('');
}

function pageNavigation(page: RenderedPage): string {
  return page.headings
    .filter(heading => heading.level === 2)
    .map(heading => item(heading.text, `#${encodeURIComponent(heading.id)}`))
    .join('');
}

function item(text: string, href: string, active = false): string {
  const state = active ? ' md-nav__link--active' : '';
  return `<li class="md-nav__item"><a class="md-nav__link${state}" href="${escape(
    href,
  )}"><span class="md-ellipsis">${escape(text)}</span></a></li>`;
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
