import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';

/** Tells what the provider of local folders could not take over. */
export class FolderReport {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * The problems of one repository, and no others: they are shown to the person
   * who published it.
   *
   * @param folder - the id of the local folder
   * @param repository - its folder in there
   */
  async problemsOf(folder: string, repository: string): Promise<string[]> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'catalog',
    });
    const response = await fetch(
      `${await this.#discovery.getBaseUrl(
        'catalog',
      )}/data-mesh/local-folder/problems`,
      {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(10_000),
      },
    );
    if (!response.ok) {
      throw new Error(`The catalog answered ${response.status}`);
    }
    const { items } = (await response.json()) as {
      items: { folder: string; file: string; message: string; line?: number }[];
    };
    return items
      .filter(
        item =>
          item.folder === folder && item.file.startsWith(`${repository}/`),
      )
      .map(({ file, line, message }) =>
        [file, line, ` ${message}`].filter(Boolean).join(':'),
      );
  }
}
