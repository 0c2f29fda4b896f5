module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // Helpers of the tests, which no entry point leads to.
      files: ['src/testing/**', 'src/api/testApis.ts'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
