import { createTestRegister } from './test-register';

describe('the registers of suites that start at once', () => {
  it('are each made, with the sample officers in them', async () => {
    const registers = await Promise.all(Array.from({ length: 4 }, createTestRegister));
    expect(new Set(registers.map((register) => register.databaseUrl)).size).toBe(registers.length);
    for (const { prisma } of registers) expect(await prisma.officer.count()).toBeGreaterThan(0);
    await Promise.all(registers.map((register) => register.stop()));
  });
});
