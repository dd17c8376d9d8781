import { writeFileSync } from 'node:fs';

/** @param {{ tests: object[], suites: object[] } | undefined} suite @returns {object[]} every test below it */
function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

/**
 * A reporter of the browser test runner that ends with `N passed, N failed`, and writes the counts to a file if asked.
 * A file that could not be loaded, and an error outside any test, count as one failure each.
 * @param {string} [path] where `{ passed, failed }` goes
 */
export function countReporter(path) {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const session of sessions) {
        const tests = testsOf(session.testResults).filter((test) => !test.skipped);
        const succeeded = tests.filter((test) => test.passed).length;
        passed += succeeded;
        failed += tests.length - succeeded;
        if (!session.passed && succeeded === tests.length) failed += 1;
      }
      if (path) writeFileSync(path, JSON.stringify({ passed, failed }));
      console.log(`\n${passed} passed, ${failed} failed`);
    },
  };
}
