import { type Claim, claimBook, eventually } from '../../../tools/e2e/claims';

/** What a book of one suite prints, and the exit code. */
async function booked(claims: number, run: (claim: Claim) => Promise<unknown>): Promise<readonly [string[], number]> {
  const log = jest.spyOn(console, 'log').mockImplementation();
  try {
    const book = claimBook();
    await book.suite({ title: 'A suite', claims, run: async (claim) => void (await run(claim)) });
    const code = book.summary();
    return [log.mock.calls.map(([line]) => String(line).replace(/ +\d+\.\d s/, '')), code];
  } finally {
    log.mockRestore();
  }
}

const summary = (totals: string, repeats = '0, in 0 of the claims'): readonly string[] => [
  `\nrepeats of checks until they held: ${repeats}`,
  totals,
];

function fail(): never {
  throw new Error('no');
}

describe('the book of claims', () => {
  test('passes a suite whose claims all hold, and are as many as it says', async () => {
    const [lines, code] = await booked(2, async (claim) => {
      await claim('one is one', () => 1);
      await claim('two is two', () => Promise.resolve(2));
    });
    expect(lines).toEqual(['\nA suite', '  1 ok  one is one', '  2 ok  two is two', ...summary('2 passed, 0 failed')]);
    expect(code).toBe(0);
  });

  test('fails a suite with a claim that throws, and goes on after it', async () => {
    const [lines, code] = await booked(2, async (claim) => {
      await claim('this fails', fail);
      await claim('this holds', () => undefined);
    });
    expect(lines).toContain('  1 FAILED  this fails');
    expect(lines).toContain('            no');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(code).toBe(1);
  });

  test.each([0, 2])('fails a suite of 1 claim that makes %d', async (made) => {
    const [lines, code] = await booked(1, async (claim) => {
      for (let i = 0; i < made; i += 1) await claim('this holds', () => undefined);
    });
    expect(lines).toContain(`  ${made + 1} FAILED  A suite: all its claims are made`);
    expect(lines).toContain(`            expected 1 claims, made ${made}`);
    expect(code).toBe(1);
  });

  test('fails a suite that throws between its claims', async () => {
    const [lines, code] = await booked(1, fail);
    expect(lines).toContain('  1 FAILED  A suite: everything that its claims need works');
    expect(code).toBe(1);
  });

  test('says that a claim cannot hold which builds on one that failed', async () => {
    const [lines] = await booked(2, async (claim) => {
      const number = await claim('this fails', () => (Math.random() > 2 ? 1 : fail()));
      await claim('this builds on it', () => number.value() + 1);
    });
    expect(lines).toContain('            cannot hold, as this failed: this fails');
  });

  test('hands on what a claim returned', async () => {
    const [, code] = await booked(2, async (claim) => {
      const number = await claim('one is one', () => 1);
      await claim('two is two', () => {
        expect(number.value() + 1).toBe(2);
      });
    });
    expect(code).toBe(0);
  });

  test('shows how often a check was repeated before it held', async () => {
    let attempts = 0;
    const check = (): void => {
      attempts += 1;
      if (attempts < 4) fail();
    };
    const [lines, code] = await booked(1, (claim) => claim('it holds late', () => eventually(check, { everyMs: 1 })));
    expect(lines).toContain('  1 ok  it holds late (repeats: 3)');
    expect(lines.slice(-2)).toEqual(summary('1 passed, 0 failed', '3, in 1 of the claims'));
    expect(code).toBe(0);
  });
});

describe('a check that never holds', () => {
  test('throws at the deadline what it threw last', async () => {
    let attempts = 0;
    const check = (): never => {
      attempts += 1;
      throw new Error(`attempt ${attempts}`);
    };
    const waited = eventually(check, { deadlineMs: 20, everyMs: 1 });
    await expect(waited).rejects.toThrow(/^attempt \d+$/);
    expect(attempts).toBeGreaterThan(1);
  });
});
