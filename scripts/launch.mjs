#!/usr/bin/env node
// The way in for `npm start`, `npm test` and the others. It must parse on any
// Node, so that an old one gets a sentence and not a syntax error: everything
// else is loaded only after the check.
var major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  console.error(
    'Node ' +
      process.versions.node +
      ' is too old to bring up the portal: install Node 20 or later (22 or 24 is best) and try again.',
  );
  process.exitCode = 1;
} else {
  import('./launcher/main.mjs').then(function run(launcher) {
    launcher.main(process.argv.slice(2));
  });
}
