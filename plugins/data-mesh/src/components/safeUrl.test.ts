import { safeUrl } from './safeUrl';

describe('safeUrl', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['  http://example.com ', 'http://example.com/'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['HTTPS://example.com', 'https://example.com/'],
    [['javascript', 'alert(1)'].join(':'), undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['vbscript:x', undefined],
    ['file:///etc/passwd', undefined],
    ['//example.com', undefined],
    ['/catalog', undefined],
    ['#lab-data', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (url, expected) => {
    expect(safeUrl(url)).toBe(expected);
  });
});
