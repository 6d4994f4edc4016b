import { sampleOfficers } from '../../../services/officers/sample-officers';
import { packSignIn, unpackSignIn } from '../../../web/sign-in/pending-sign-in';
import { temporaryFolder } from '../../platform/temporary-folder';
import { Browser, fieldOf } from './browser';
import { type PagesUnderTest, startPages, stranger } from './pages-under-test';

const dataDir = temporaryFolder();
const minuteMs = 60_000;
const sessionCookie = 'taslim-session';
const signInCookie = 'taslim-sign-in';

describe('at the pages', () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await startPages(dataDir);
  });
  afterAll(() => pages.stop());
  afterEach(() => pages.register.prisma.session.deleteMany());

  const sessions = () => pages.register.prisma.session.findMany();
  const home = (browser: Browser) => browser.open(`${pages.url}/`);
  const isSignedIn = async (browser: Browser) => (await home(browser)).includes('action="/sign-out"');
  const signOut = async (browser: Browser, path: string, headers = {}) =>
    browser.send(`${pages.url}${path}`, { formToken: fieldOf(await home(browser), 'formToken') }, headers);

  describe('an officer', () => {
    it('signs in at the provider, which says that it is for development alone, and comes back', async () => {
      const browser = new Browser();
      const choice = await browser.open(`${pages.url}/sign-in?return=%2Fcases%2F1`);
      expect(choice).toContain('for development alone');
      expect(choice.match(/<button name="subject"/g)).toHaveLength(sampleOfficers.length + 1);
      expect(choice).toMatch(/approver\.council<\/bdi><\/button> Approver of the Supreme Judicial Council/);
      await pages.signIn('liaison.erbil', '/sign-in?return=%2Fcases%2F1', browser);
      expect(browser.address).toBe(`${pages.url}/cases/1`);
    });

    it('is shown who he is, in his own language', async () => {
      const { page } = await pages.signIn('manager.baghdad');
      expect(page).toContain('Sample officer manager.baghdad');
      expect(page).toContain('Anti-Human Trafficking Directorate, Baghdad');
      expect(page).toContain('<li>Manager</li>');
      const { page: arabic } = await pages.signIn('liaison.baghdad');
      expect(arabic).toContain('<html lang="ar" dir="rtl">');
    });

    it('has a session of which the register knows only the hash, in a cookie that no script reads', async () => {
      const { browser } = await pages.signIn('auditor');
      const token = browser.cookies.get(sessionCookie) ?? '';
      expect(browser.setCookies.filter((line) => line.startsWith(sessionCookie))).toEqual([
        `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax`,
      ]);
      const [session] = await sessions();
      expect(session?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(session)).not.toContain(token);
      expect(browser.cookies.has(signInCookie)).toBe(false);
    });

    it('is audited as he comes and goes', async () => {
      const { browser } = await pages.signIn('secretary');
      await signOut(browser, '/sign-out');
      await pages.signIn('secretary', '/sign-in', browser);
      await signOut(browser, '/sign-out/everywhere');
      const { id: officerId } = await pages.register.prisma.officer.findUniqueOrThrow({
        where: { subject: 'secretary' },
      });
      const entries = await pages.register.prisma.auditEntry.findMany({
        where: { officerId },
        orderBy: { id: 'asc' },
      });
      expect(entries.map(({ event }) => event)).toEqual([
        ...['session.started', 'session.ended', 'session.started', 'session.all-ended'],
      ]);
    });

    it('whom the directory does not know is refused, and has no session', async () => {
      const { browser, page } = await pages.signIn(stranger.subject);
      expect(page).toContain('No officer is registered for this account');
      expect(page).toContain('href="/sign-in?return=%2F&amp;fresh=1"');
      expect(browser.cookies.has(sessionCookie)).toBe(false);
      expect(await sessions()).toEqual([]);
    });
  });

  describe('a sign-in', () => {
    const refused = async (browser: Browser, address = browser.address) => {
      const answer = await browser.get(address);
      expect([answer.status, await answer.text()]).toEqual([
        400,
        expect.stringContaining('The sign-in was not completed'),
      ]);
      expect(browser.cookies.has(sessionCookie)).toBe(false);
      expect(await sessions()).toEqual([]);
    };
    const changed = (browser: Browser, changes: object) => {
      const pending = unpackSignIn(browser.cookies.get(signInCookie) ?? null);
      if (pending === null) throw new Error('no sign-in was begun');
      browser.cookies.set(signInCookie, packSignIn({ ...pending, ...changes }));
    };

    it('is ended only in the browser that began it', async () => {
      const { address } = await pages.signInUntilCallback('admin');
      await refused(new Browser(), address);
      await refused(await pages.signInUntilCallback('auditor'), address);
    });

    it.each([
      ['another verifier than its code was asked for with', { verifier: 'v'.repeat(43) }],
      ['another nonce', { nonce: 'another' }],
      ['another state', { state: 'another' }],
    ])('is nothing with %s', async (_name, changes) => {
      const browser = await pages.signInUntilCallback('admin');
      changed(browser, changes);
      await refused(browser);
    });

    it('is ended once: its code is worth nothing afterwards', async () => {
      const browser = await pages.signInUntilCallback('admin');
      const { address } = browser;
      const begun = browser.cookies.get(signInCookie) ?? '';
      expect((await browser.get(address)).status).toBe(303);
      await pages.register.prisma.session.deleteMany();
      const thief = new Browser();
      thief.cookies.set(signInCookie, begun);
      await refused(thief, address);
    });

    it('that the provider broke off is told as such', async () => {
      const browser = await pages.signInUntilCallback('admin');
      const state = new URL(browser.address).searchParams.get('state');
      await refused(browser, `${pages.url}/sign-in/callback?error=access_denied&state=${state}`);
    });

    it('leads to no other site', async () => {
      const { browser } = await pages.signIn('admin', '/sign-in?return=//elsewhere.example/');
      expect(browser.address).toBe(`${pages.url}/`);
    });
  });

  describe('a session', () => {
    it('is a new one after each login: one that was planted, or known before, opens nothing', async () => {
      const browser = new Browser();
      browser.cookies.set(sessionCookie, 'planted');
      await pages.signIn('admin', '/sign-in', browser);
      const first = browser.cookies.get(sessionCookie) ?? '';
      expect(first).not.toBe('planted');
      await pages.signIn('admin', '/sign-in?fresh=1', browser);
      expect(browser.cookies.get(sessionCookie)).not.toBe(first);
      const other = new Browser();
      other.cookies.set(sessionCookie, first);
      expect([await isSignedIn(browser), await isSignedIn(other)]).toEqual([true, false]);
    });

    it('is over when it was not used for half an hour, and is kept by its use', async () => {
      const { browser } = await pages.signIn('admin');
      const lastSeen = (minutes: number) =>
        pages.register.prisma.session.updateMany({
          data: { lastSeenAt: new Date(Date.now() - minutes * minuteMs) },
        });
      await lastSeen(29);
      expect(await isSignedIn(browser)).toBe(true);
      const [used] = await sessions();
      expect(Date.now() - (used?.lastSeenAt.getTime() ?? 0)).toBeLessThan(minuteMs);
      await lastSeen(31);
      expect(await isSignedIn(browser)).toBe(false);
    });

    it('is over after its ten hours, and cleared away by the next sign-in', async () => {
      const { browser } = await pages.signIn('admin');
      const [{ createdAt, expiresAt } = { createdAt: new Date(), expiresAt: new Date() }] = await sessions();
      expect(expiresAt.getTime() - createdAt.getTime()).toBe(600 * minuteMs);
      await pages.changeSessions(`"createdAt" = now() - interval '11 hours', "expiresAt" = now()`);
      expect(await isSignedIn(browser)).toBe(false);
      expect(await sessions()).toHaveLength(1);
      await pages.signIn('auditor');
      expect(await sessions()).toHaveLength(1);
    });

    it('ends at once when the account is disabled, and none begins afterwards', async () => {
      const { browser } = await pages.signIn('seat.20');
      const { browser: other } = await pages.signIn('seat.21');
      const disable = (disabledAt: Date | null) =>
        pages.register.prisma.officer.update({ where: { subject: 'seat.20' }, data: { disabledAt } });
      const { id: officerId } = await disable(new Date());
      expect([await isSignedIn(browser), await isSignedIn(other)]).toEqual([false, true]);
      expect(await sessions()).toHaveLength(1);
      expect((await pages.signIn('seat.20')).page).toContain('This officer&#39;s account is disabled');
      const times = { createdAt: new Date(), lastSeenAt: new Date(), authenticatedAt: new Date() };
      const row = {
        ...times,
        tokenHash: '0'.repeat(64),
        officerId,
        expiresAt: new Date(Date.now() + minuteMs),
      };
      await expect(pages.register.prisma.session.create({ data: row })).rejects.toThrow(/officer-disabled/);
      await disable(null);
      expect(await isSignedIn(browser)).toBe(false);
    });

    it('opens no route of the API, which goes by tokens alone', async () => {
      const { browser } = await pages.signIn('admin');
      const answer = await browser.get(`${pages.url}/api/v1/me`);
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    });
  });

  describe('signing out', () => {
    it('ends the session of this browser, and leads to the provider, where it ends too', async () => {
      const { browser } = await pages.signIn('approver.legal');
      const { browser: second } = await pages.signIn('approver.legal');
      const page = await (await signOut(browser, '/sign-out')).text();
      const further =
        /http-equiv="refresh" content="0; url=([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(further.startsWith(pages.signer.issuer)).toBe(true);
      const confirm = await browser.open(further);
      const action = /action="([^"]+)"/.exec(confirm)?.[1] ?? '';
      const fields = { xsrf: fieldOf(confirm, 'xsrf'), logout: 'yes' };
      await browser.follow(await browser.send(action, fields));
      expect(browser.address).toBe(`${pages.url}/`);
      expect([await isSignedIn(browser), await isSignedIn(second)]).toEqual([false, true]);
      expect(await browser.open(`${pages.url}/sign-in`)).toContain('Choose a sample officer');
    });

    it('everywhere ends all of the officer’s sessions, and nobody else’s', async () => {
      const { browser } = await pages.signIn('approver.legal');
      const { browser: second } = await pages.signIn('approver.legal');
      const { browser: other } = await pages.signIn('approver.foreign');
      await signOut(browser, '/sign-out/everywhere');
      expect(await Promise.all([browser, second, other].map(isSignedIn))).toEqual([false, false, true]);
    });

    it('is done by a form of the session alone', async () => {
      const { browser } = await pages.signIn('admin');
      const { browser: other } = await pages.signIn('auditor');
      const foreign = { formToken: fieldOf(await home(other), 'formToken') };
      const answers = [
        await browser.send(`${pages.url}/sign-out`, {}),
        await browser.send(`${pages.url}/sign-out`, foreign),
        await signOut(browser, '/sign-out', { 'sec-fetch-site': 'cross-site' }),
        await signOut(browser, '/sign-out', { origin: 'https://elsewhere.example' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      expect(await isSignedIn(browser)).toBe(true);
      expect((await new Browser().send(`${pages.url}/sign-out`, {})).status).toBe(401);
    });

    it('works in browsers that tell no more than their origin: the pages let them tell it', async () => {
      const { browser } = await pages.signIn('admin');
      expect((await browser.get(`${pages.url}/`)).headers.get('referrer-policy')).toBe('same-origin');
      expect((await signOut(browser, '/sign-out', { origin: pages.url })).status).toBe(200);
    });
  });

  describe('one of the gravest acts', () => {
    it('asks who is signed in for a login that is fresh, and goes on where he was', async () => {
      const { browser } = await pages.signIn('manager.erbil', '/grave?of=1');
      expect(browser.address).toBe(`${pages.url}/grave?of=1`);
      await pages.changeSessions(`"authenticatedAt" = now() - interval '16 minutes'`);
      const sent = await browser.send(`${pages.url}/grave`, {}, { referer: `${pages.url}/grave?of=1` });
      expect([sent.status, await sent.text()]).toEqual([
        401,
        expect.stringContaining('href="/sign-in?return=%2Fgrave%3Fof%3D1&amp;fresh=1"'),
      ]);
      expect((await browser.get(`${pages.url}/grave?of=1`)).headers.get('location')).toMatch(/fresh=1$/);
      expect(await browser.open(`${pages.url}/grave?of=1`)).toContain('Choose a sample officer');
      const { page } = await pages.signIn('manager.erbil', '/grave?of=1', browser);
      expect([browser.address, page]).toEqual([`${pages.url}/grave?of=1`, 'grave act of manager.erbil']);
    });
  });
});
