import { SMTPServer } from 'smtp-server';
import { freePort } from '../../../platform/ports';

/** A real SMTP server that answers a recipient whose address begins with 'gone' with this, and takes all others. */
export async function startRefusingServer(answer: {
  responseCode: number;
  message: string;
}): Promise<{ url: string; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      const refused = address.startsWith('gone');
      done(
        refused ? Object.assign(new Error(answer.message), { responseCode: answer.responseCode }) : undefined,
      );
    },
    onData: (stream, _session, done) => {
      stream.resume().on('end', () => done());
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
