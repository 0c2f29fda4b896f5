/** Where all of it is shown, below the page of the data product. */
export const MATURITY_TAB_PATH = '/maturity';
