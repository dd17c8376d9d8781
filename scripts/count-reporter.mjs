import { writeFileSync } from 'node:fs';

/**
 * @param {{ name: string, tests: object[], suites: object[] } | undefined} suite
 * @param {string[]} above the names of the suites around it
 * @returns {object[]} every test below it, with `title`, its name within all its suites
 */
function testsOf(suite, above = []) {
  if (!suite) return [];
  const names = suite.name ? [...above, suite.name] : above;
  return [
    ...suite.tests.map((test) => ({ ...test, title: [...names, test.name].join(' › ') })),
    ...suite.suites.flatMap((inner) => testsOf(inner, names)),
  ];
}

/**
 * A reporter of the browser test runner that ends with `N passed, N failed`, and writes the counts to a file if asked,
 * with what failed and why.
 * A file that could not be loaded, and an error outside any test, count as one failure each.
 * @param {string} [path] where `{ passed, failed, failures }` goes
 */
export function countReporter(path) {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      const failures = [];
      for (const session of sessions) {
        const tests = testsOf(session.testResults).filter((test) => !test.skipped);
        const wrong = tests.filter((test) => !test.passed);
        passed += tests.length - wrong.length;
        failed += wrong.length;
        failures.push(...wrong.map(({ title, error }) => `${title}: ${error?.message}`));
        if (!session.passed && wrong.length === 0) {
          failed += 1;
          failures.push(`${session.testFile}: ${session.errors.map(({ message }) => message).join('; ')}`);
        }
      }
      if (path) writeFileSync(path, JSON.stringify({ passed, failed, failures }));
      console.log(`\n${passed} passed, ${failed} failed`);
    },
  };
}
