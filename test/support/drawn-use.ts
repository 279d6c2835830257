import * as fc from 'fast-check';
import { asBoolean, asList, asMap, asNumber, asText } from '../../src/engine/border';
import { type Handles, annotations, bool, choice, int, labels, section, text, textList } from '../../src/engine/values';

/** Values of all types that cross constructs. */
export const DRAWN_VALUES = section('Values.', {
  name: text({ description: 'Name.', default: 'web', format: 'dnsLabel' }),
  title: text({ description: 'Title.', default: '' }),
  level: choice(['info', 'debug', 'error'], { description: 'Level.', default: 'info' }),
  count: int({ description: 'Count.', default: 2, min: 0, max: 1000 }),
  port: int({ description: 'Port.', default: 8080, min: 1, max: 65535 }),
  debug: bool({ description: 'Debug.', default: false }),
  tls: bool({ description: 'TLS.', default: true }),
  labels: labels({ description: 'Labels.', default: {} }),
  notes: annotations({ description: 'Annotations.', default: { team: 'a' } }),
  topics: textList({ description: 'Topics.', default: [] }),
});
export type DrawnValues = Handles<typeof DRAWN_VALUES>;

/** Numbers that decide what a program does; it reads one after the other, and from the start again at the end. */
export const tape: fc.Arbitrary<readonly number[]> = fc.array(fc.nat({ max: 9999 }), { minLength: 60, maxLength: 60 });

/** What a program may do to values: pass them on, or also compute with them. */
export type Honesty = 'passes on' | 'computes';

/** What JavaScript does to texts. */
const COMPUTED: readonly ((of: string) => string)[] = [
  (of) => of.toUpperCase(),
  (of) => of.slice(0, 5),
  (of) => of.trim(),
  (of) => Buffer.from(of).toString('base64'),
  (of) => JSON.stringify({ of }),
  (of) => String(of.length),
  (of) => (of === '' ? 'none' : of),
  (of) => (of.startsWith('a') ? 'a' : 'b'),
];

/** What JavaScript does to numbers. */
const SUMS: readonly ((of: number) => number)[] = [
  (of) => of + 1,
  (of) => of * 2,
  (of) => Math.min(of, 10),
  (of) => of % 7,
  (of) => (of > 5 ? 5 : 1),
  (of) => Math.ceil(of / 3),
];

/** The slots of a drawn program: each a constant, a value as it is, a piece with a value in it, or something computed of one. */
export class Draw {
  private at = 0;
  private readonly numbers: readonly number[];
  private readonly values: DrawnValues;
  readonly computes: boolean;

  constructor(numbers: readonly number[], values: DrawnValues, honesty: Honesty) {
    this.numbers = numbers;
    this.values = values;
    this.computes = honesty === 'computes';
  }

  /** A number below a bound. */
  below(bound: number): number {
    return (this.numbers[this.at++ % this.numbers.length] ?? 0) % bound;
  }

  of<T>(...things: readonly [T, ...T[]]): T {
    return things[this.below(things.length)] ?? things[0];
  }

  /** A share of optional fields. */
  some<T extends object>(fields: { readonly [K in keyof T]: () => T[K] }): Partial<T> {
    const chosen = Object.entries<() => unknown>(fields).filter(() => this.below(3) === 0);
    return Object.fromEntries(chosen.map(([key, make]) => [key, make()])) as Partial<T>;
  }

  /** A part that is there or not. */
  maybe(make: () => void): void {
    if (this.below(3) === 0) make();
  }

  /** What a construct takes of a value that is passed on, or now and then what it does not. */
  mostly<T>(passed: () => T, odd: () => T): T {
    return this.computes && this.below(3) === 0 ? odd() : passed();
  }

  text(): string {
    const value = (): string => asText(this.of(this.values.name, this.values.title, this.values.level));
    return this.slot<string>([() => 'constant', () => 'a: b'], value, [
      () => `${value()}-own`,
      () => `own/${value()}:${value()}`,
      () => `${value()}.${String(this.count())}`,
      ...this.ifComputing(COMPUTED.map((compute) => () => compute(value()))),
      ...this.ifComputing([() => `--debug=${String(this.flag())}`, () => (this.flag() ? 'yes' : 'no')]),
    ]);
  }

  /** A text that names something: most constructs that check texts take it. */
  word(): string {
    const value = (): string => asText(this.values.name);
    return this.slot<string>([() => 'word'], value, [
      () => `${value()}-x`,
      () => `a${value()}`,
      ...this.ifComputing([() => value().slice(0, 3), () => value().toUpperCase().toLowerCase()]),
    ]);
  }

  count(): number {
    const value = (): number => asNumber(this.values.count);
    return this.slot([() => 3], value, [value, ...this.ifComputing(SUMS.map((sum) => () => sum(value())))]);
  }

  port(): number {
    const value = (): number => asNumber(this.values.port);
    return this.slot([() => 80], value, [value, ...this.ifComputing([() => value() + 1, () => value() % 1024])]);
  }

  flag(): boolean {
    const value = (): boolean => asBoolean(this.of(this.values.debug, this.values.tls));
    return this.slot([() => true, () => false], value, [
      value,
      ...this.ifComputing([() => !value(), () => value() && value()]),
    ]);
  }

  map(): Record<string, string> {
    const value = (): Record<string, string> => asMap(this.of(this.values.labels, this.values.notes));
    return this.slot<Record<string, string>>([() => ({ own: 'a' }), () => ({})], value, [
      () => ({ app: 'own', ...value() }),
      () => ({ ...value(), app: 'own' }),
      () => ({ app: this.text(), ...value() }),
      () => ({ ...value(), [this.of('app', 'b')]: this.text() }),
      () => ({ own: this.text() }),
      () => ({ ...asMap(this.values.labels), ...asMap(this.values.notes) }),
      ...this.ifComputing([
        () => Object.fromEntries(Object.entries(value()).map(([key, of]) => [key, `${of}!`])),
        () => ({ count: String(Object.keys(value()).length) }),
        () => ({ app: value()['app'] ?? 'none' }),
      ]),
    ]);
  }

  list(): string[] {
    const value = (): string[] => asList(this.values.topics);
    return this.slot<string[]>([() => ['own'], () => ['a', 'b']], value, [
      () => ['own', ...value()],
      () => [...value(), this.text()],
      () => [this.text(), this.text()],
      ...this.ifComputing([
        () => [value().join(',')],
        () => value().map((topic) => `${topic}!`),
        () => [String(value().length)],
        () => value().filter((topic) => topic !== 'a'),
      ]),
    ]);
  }

  private slot<T>(constants: readonly (() => T)[], value: () => T, others: readonly (() => T)[]): T {
    const turn = this.below(10);
    const makes = turn < 2 ? constants : turn < 7 ? [value] : others;
    return (makes[this.below(makes.length)] ?? value)();
  }

  private ifComputing<T>(makes: readonly T[]): readonly T[] {
    return this.computes ? makes : [];
  }
}
