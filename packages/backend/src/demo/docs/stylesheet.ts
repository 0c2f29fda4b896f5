/** TechDocs keeps stylesheets of this name only. */
export const STYLESHEET = 'assets/stylesheets/main.00000001.min.css';

/** Layout; colours and type are added by TechDocs from the portal's theme. */
export const stylesheet = `
.md-toggle { display: none; }
.md-content__button { float: right; cursor: pointer; }
.md-content__button svg { width: 1.5rem; fill: currentColor; }
@media screen and (min-width: 76.25em) { #toggle-sidebar { display: none; } }
.md-sidebar { overflow-y: auto; }
.md-sidebar__inner { padding: 0 1rem 1rem 0; }
.md-nav__title { display: block; font-weight: 700; padding: 0.5rem 0; }
.md-nav__list { list-style: none; margin: 0; padding: 0; }
.md-nav__list .md-nav__list { padding-left: 0.75rem; }
.md-nav__link { display: flex; padding: 0.3rem 0; text-decoration: none; color: inherit; }
a.md-nav__link:hover { text-decoration: underline; }
.md-content__inner { padding: 0 1.5rem 2rem; overflow-wrap: break-word; }
.md-typeset { line-height: 1.6; }
.md-typeset a[href] { color: var(--md-typeset-a-color); }
.md-clipboard { border: 0; background: none; color: inherit; cursor: pointer; }
.md-clipboard svg { width: 1rem; fill: currentColor; }
.md-typeset pre { position: relative; overflow-x: auto; padding: 0.75rem 1rem; background: var(--md-code-bg-color); }
.md-typeset code { font-family: var(--md-code-font, monospace); font-size: 0.85em; background: var(--md-code-bg-color); padding: 0.1em 0.3em; }
.md-typeset pre code { padding: 0; }
.md-typeset table { border-collapse: collapse; display: block; overflow-x: auto; }
.md-typeset th, .md-typeset td { border: 1px solid var(--md-typeset-table-color, currentColor); padding: 0.4rem 0.75rem; text-align: left; vertical-align: top; }
.md-typeset blockquote { margin-left: 0; padding-left: 1rem; border-left: 4px solid var(--md-typeset-table-color, currentColor); }
.md-typeset img { max-width: 100%; }
`;
