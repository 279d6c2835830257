import { FORMATS, formatSchema } from '../../../src/engine/values';

const HEX = 'a0'.repeat(32);

/** What each format takes and what not, by the pages that define it. */
const TEXTS: Readonly<Record<keyof typeof FORMATS, readonly [takes: readonly string[], refuses: readonly string[]]>> = {
  dnsLabel: [
    ['a', '0', 'a-b', '1a', 'a--b'],
    ['', '-', 'a-', '-a', 'A', 'a.b', 'a_b', 'a b', 'a\n'],
  ],
  dnsSubdomain: [
    ['a', 'a.b-c.0', '1.2'],
    ['', '.', 'a.', '.a', 'a..b', 'a.-b', 'a/b', 'A.b'],
  ],
  portName: [
    ['a', 'http-2'],
    ['', '-a', 'a-', 'A', 'a.b'],
  ],
  labelValue: [
    ['', 'a', 'A_b.c-1', '1'],
    ['-', 'a-', '.a', '_a', 'a ', 'a/b'],
  ],
  labelKey: [
    ['a', 'A_b.c-1', 'example.com/a', 'a/B', 'x'.repeat(63), `a.b/${'x'.repeat(63)}`],
    ['', '-a', 'a-', 'a/', '/a', 'a/b/c', 'A/b', 'a./b', 'x'.repeat(64), `a/${'x'.repeat(64)}`],
  ],
  variableName: [
    ['a', 'DB_HOST', 'http_proxy', '_a', '.a', '-a', 'a.b-1'],
    ['', '1a', 'a b', 'a=b', 'a/b', 'a:', 'é'],
  ],
  quantity: [
    ['0', '1', '1.', '.5', '1.5', '500m', '1Gi', '2Ki', '1n', '5u', '1k', '1e3', '1E-3', '1.5e+2', '1E'],
    ['', '.', 'm', '-1', '+1', '1 Gi', '1GI', '1mi', '1ki', '1K', '1e', '1e3Gi', '1,5', '1Gib'],
  ],
  duration: [
    ['0', '30s', '1h30m', '1y2w3d4h5m6s7ms', '100ms', '90m'],
    ['', '100y', '100000000000000s', 's', '30', '1m1h', '1.5h', '-1s', '1h 1m', '1S', '00'],
  ],
  jobName: [
    ['a', 'coder/master-monitor', 'a_b.c:1', '-'],
    ['', 'a b', 'a"', "a'", '{a}'],
  ],
  word: [
    ['P1', 'critical', 'sev-1.a_b', '1'],
    ['', 'a b', '-a', '{{', 'a\n'],
  ],
  url: [
    ['https://a', 'http://docs.example.com:8080/run-books/%20/~a', 'https://a/b/c'],
    ['', 'docs/runbooks', 'https://', 'https://a/', 'ftp://a', 'https://a/{{ $labels.b }}', 'https://a/b c'],
  ],
  alertLabelName: [
    ['a', '_a', 'Team_1'],
    ['', '__name__', '1a', 'a.b', 'a/b', 'a-b'],
  ],
  alertText: [
    [
      '#coder',
      'é',
      'VALUE = {{ $value }}\n\tin {{ $labels.pod }}\n',
      '{',
      'a {b} c',
      '{{$value|humanize}} of {{ $labels.a }}',
    ],
    ['', '{{', 'a{{ b }}\n', '{{{ $labels.a }}', '{{ $labels.a | f }}', '{{ template "a" }}', 'a\rb', 'a\u0000'],
  ],
  imageRegistry: [
    ['a', 'ghcr.io', 'localhost:5000', '127.0.0.1:80', 'A.b/c/d', 'a/b'],
    ['', ':1', 'a:', 'a/', 'a/B', 'a:b', '-a', 'http://a'],
  ],
  imageRepository: [
    ['a', 'a/b', 'a-b_c.d/e1', 'a__b'],
    ['', '/a', 'a/', 'A', 'a:b', 'a-', '-a', 'a@b'],
  ],
  imageTag: [
    ['a', '1.36.2', '1_a', 'A-b_c.d'],
    ['', '_a', 'a.', '.a', '-a', 'a b', 'a/b', 'a:b'],
  ],
  wildcardHost: [
    ['*.a', '*.dev.example.com', '*-dev.example.com', '*x.1.b'],
    ['', '*', '*.', 'a.b', '**.a', 'a.*', '*.a.', '*.A', '*.*.a', '*/a.b'],
  ],
  imageDigest: [
    [`sha256:${HEX}`],
    ['', HEX, `sha256:${HEX}0`, `sha256:${HEX.slice(1)}`, `sha512:${HEX}`, `sha256:${HEX.toUpperCase()}`],
  ],
  imageReference: [
    ['a', 'docker.io/coderenvs/envbox:1.36.2', 'localhost:5000/a/b__c', `a/b:1@sha256:${HEX}`],
    ['', '/a', 'a/', 'a b', ':1', 'a@sha256:1', 'http://a b'],
  ],
  secretKey: [
    ['tls.crt', '_a', '-', 'privateKey'],
    ['', '.', '..', '..a', 'a/b', 'a b'],
  ],
  hostOrAddress: [
    ['db', 'postgres.database.svc.cluster.local', '10.0.0.1', '::1', '2001:db8::a'],
    ['', '-', 'a/b', 'a b', 'db.', 'user@db'],
  ],
  cidr: [
    ['10.0.0.0/8', 'fe80::/10', '::1/128'],
    ['', '10.0.0.0', '/8', '10.0.0.0/', '10.0.0.0/1234', 'x/8', '10.0.0.0/8/8'],
  ],
  ipAddress: [
    ['10.0.0.1', '::1', 'FE80::a'],
    ['', 'localhost', '10.0.0.1/8', 'g'],
  ],
};

const LONGEST = {
  labelValue: 63,
  dnsLabel: 63,
  dnsSubdomain: 253,
  portName: 15,
  labelKey: 317,
  variableName: 253,
  quantity: 32,
  duration: 32,
  jobName: 253,
  word: 63,
  url: 2000,
  alertLabelName: 128,
  alertText: 4096,
  imageRegistry: 253,
  imageRepository: 255,
  imageTag: 128,
  imageDigest: 71,
  imageReference: 512,
  secretKey: 253,
  hostOrAddress: 253,
  wildcardHost: 253,
  cidr: 49,
  ipAddress: 45,
};

describe.each(Object.entries(TEXTS))('the format %s', (name, [takes, refuses]) => {
  const format = FORMATS[name as keyof typeof FORMATS];
  const { pattern = '' } = formatSchema(format);
  const { minLength = 0 } = formatSchema(format);
  const matches = (text: string): boolean => text.length >= minLength && new RegExp(pattern).test(text);

  test('takes what its page allows, and nothing else', () => {
    expect(takes.filter((text) => !matches(text))).toEqual([]);
    expect(refuses.filter(matches)).toEqual([]);
  });

  test('takes nothing too only where that is not set', () => {
    const schema = formatSchema(format, true);
    expect(takes.filter((text) => !new RegExp(schema.pattern ?? '').test(text))).toEqual([]);
    expect(new RegExp(schema.pattern ?? '').test('')).toBe(true);
    expect(refuses.filter((text) => text !== '' && new RegExp(schema.pattern ?? '').test(text))).toEqual([]);
    expect(schema.title).toBe(`${format.title}, or ""`);
  });

  test('has a length and a name', () => {
    expect(formatSchema(format)).toMatchObject({
      type: 'string',
      maxLength: LONGEST[name as keyof typeof LONGEST],
      title: format.title,
    });
    expect(format.title).toMatch(/^an? \w/);
  });
});
