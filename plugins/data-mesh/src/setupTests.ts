import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { format } from 'node:util';

// Pages are loaded when they are opened, which a busy machine takes a while for.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

// Tests read dates and numbers in English, whatever the machine speaks.
for (const name of ['DateTimeFormat', 'NumberFormat'] as const) {
  Object.defineProperty(Intl, name, {
    value: new Proxy(Intl[name], {
      construct: (Format, [locales = 'en-US', options]) =>
        Reflect.construct(Format, [locales, options]),
    }),
  });
}

// The ripples of buttons go on by timers after a test is through with them,
// and React warns about each.
jest.mock('@material-ui/core/ButtonBase/TouchRipple', () => {
  const { forwardRef, useImperativeHandle } =
    jest.requireActual<typeof import('react')>('react');
  const still = { pulsate() {}, start() {}, stop() {} };
  const NoRipple = forwardRef((_props, ref) => {
    useImperativeHandle(ref, () => still);
    return null;
  });
  return { __esModule: true, default: NoRipple };
});

/** What stock parts of Backstage say in jsdom, whatever is rendered in them. */
const stock = [
  // Material UI 4 under React 18.3
  /findDOMNode is deprecated/,
  // the header of a page while the app goes to its first tab
  /A component changed from uncontrolled to controlled/,
  /<Focusable> child must have an interactive ARIA role/,
  // the app's own icons
  /registered as IconComponent, which is deprecated(?!.*dataproduct)/s,
  // axe, when it looks whether a text is drawn as an icon
  /HTMLCanvasElement's getContext/,
  // a form of the scaffolder that has something to say, at its top
  /Form validation failed/,
  // the router of apps in the old frontend system
  /React Router Future Flag Warning/,
  // the print styles of the app's shell
  /\[JSS\] processedRuleToParse is not defined/,
];

let complaints: string[] = [];

function complain(...args: unknown[]) {
  const complaint = format(...args);
  if (!stock.some(known => known.test(complaint))) {
    complaints.push(complaint);
  }
}
// eslint-disable-next-line no-console
console.error = complain;
// eslint-disable-next-line no-console
console.warn = complain;

afterEach(() => {
  const found = complaints;
  complaints = [];
  if (found.length) {
    throw new Error(`On the console:\n${found.join('\n')}`);
  }
});
