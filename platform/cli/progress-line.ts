/** Lines on standard output, and on a terminal one more that is written over as the work goes on. */
export interface ProgressLine {
  print(text: string): void;
  show(text: string): void;
}

const intervalMs = 200;

/** Progress is for a person who watches: where standard error is no terminal there is none. */
export function progressLine(): ProgressLine {
  const watched = process.stderr.isTTY === true;
  let shownAtMs = 0;
  const erase = () => {
    if (watched && shownAtMs > 0) process.stderr.write('\r\u001b[K');
  };
  return {
    print(text) {
      erase();
      console.log(text);
    },
    show(text) {
      const nowMs = Date.now();
      if (!watched || nowMs - shownAtMs < intervalMs) return;
      shownAtMs = nowMs;
      process.stderr.write(`\r\u001b[K${text}`);
    },
  };
}
