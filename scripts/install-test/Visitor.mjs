import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { chromium } from '@playwright/test';
import { Problem } from '../launcher/problem.mjs';
import { logFile } from '../launcher/tools.mjs';

const PATIENCE_MS = 30_000;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Somebody who looks at a portal's pages in a browser, signed in as guest. */
export class Visitor {
  #browser;
  #page;
  #url;
  #picture;
  #root;
  #errors = [];

  static async open({ root, chromiumPath }, url, name) {
    const visitor = new Visitor();
    visitor.#url = url;
    visitor.#root = root;
    visitor.#picture = logFile(root, `install-test-${name}`).replace(
      /\.log$/,
      '.png',
    );
    rmSync(visitor.#picture, { force: true });
    visitor.#browser = await chromium.launch({
      executablePath: chromiumPath,
      args: FLAGS,
    });
    const context = await visitor.#browser.newContext({
      viewport: { width: 1440, height: 1000 },
    });
    // Nothing from outside this machine, whatever a page asks for.
    await context.route(
      asked => asked.hostname !== 'localhost',
      route => route.abort(),
    );
    visitor.#page = await context.newPage();
    visitor.#page.setDefaultTimeout(PATIENCE_MS);
    visitor.#page.on('pageerror', error => visitor.#errors.push(error.message));
    return visitor;
  }

  /** Opens a page, through the guest's sign-in when it is asked for. */
  async goTo(path) {
    await this.#page.goto(`${this.#url}${path}`);
    const enter = this.#page.getByRole('button', { name: 'Enter' });
    const sidebar = this.#page.getByRole('link', { name: 'Settings' }).first();
    await this.#expect(`${path} opens`, enter.or(sidebar).first());
    if (await enter.isVisible()) {
      await enter.click();
      await this.#expect('a guest can sign in', sidebar);
    }
  }

  /** Fails unless each of these texts can be seen on the page. */
  async sees(where, texts) {
    for (const text of texts) {
      await this.#expect(
        `${where} shows "${text}"`,
        this.#page.getByText(text).filter({ visible: true }).first(),
      );
    }
    const [error] = this.#errors;
    if (error) {
      throw await this.#problem(`On ${where} a script failed: ${error}`);
    }
  }

  /** Writes into the field with this label. */
  async fills(label, text) {
    const field = this.#page.getByRole('textbox', { name: label }).first();
    await this.#expect(`there is a field "${label}"`, field);
    await field.fill(text);
  }

  async leave() {
    await this.#browser.close();
  }

  async #expect(what, locator) {
    try {
      await locator.waitFor();
    } catch {
      throw await this.#problem(
        `In the browser, this did not come true: ${what}`,
      );
    }
  }

  async #problem(sentence) {
    await this.#page
      .screenshot({ path: this.#picture, fullPage: true })
      .catch(() => {});
    return new Problem(
      `${sentence} (picture: ${relative(this.#root, this.#picture)}).`,
    );
  }
}
