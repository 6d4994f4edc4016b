/** Prints how the run ended as its last line: `N passed, N failed`, and how many were skipped if any. */
class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    this.line = `${results.numPassedTests} passed, ${failed} failed${tail}`;
    process.on('exit', () => process.stdout.write(`${this.line}\n`));
  }
}

module.exports = CountReporter;
