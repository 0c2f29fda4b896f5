import { isFiltered, readView, unfiltered, writeView } from './view';

const read = (search: string) => readView(new URLSearchParams(search));

describe('the view of the tree', () => {
  it.each([
    '',
    'view=attention&owner=none',
    'domain=domain%3Adefault%2Flab&domain=none&owner=none&state=active&stance=explore&attention=yes&node=DG-2',
    'add=bet&product=dataproduct%3Adefault%2Fshipments',
  ])('comes back as it was written: %s', search => {
    expect(writeView(read(search)).toString()).toBe(search);
  });

  it('keeps what else an address carries', () => {
    const search = writeView(
      read('node=B-1'),
      new URLSearchParams('a=b&node=X'),
    );
    expect(search.toString()).toBe('a=b&node=B-1');
  });

  it('leaves out what makes no sense', () => {
    expect(
      read('view=clock&state=great&stance=none&add=epic&attention=maybe'),
    ).toEqual(read(''));
  });

  it('tells filters from the rest', () => {
    expect(isFiltered(read('node=B-1&add=goal'))).toBe(false);
    const view = read('stance=explore&node=B-1');
    expect(isFiltered(view)).toBe(true);
    expect(unfiltered(view)).toEqual(expect.objectContaining({ node: 'B-1' }));
    expect(isFiltered(unfiltered(view))).toBe(false);
  });
});
