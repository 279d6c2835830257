/** Methods that look at the items of a list. */
const LOOKING = [
  ...([
    'concat',
    'every',
    'filter',
    'find',
    'findIndex',
    'findLast',
    'flat',
    'flatMap',
    'forEach',
    'includes',
  ] as const),
  ...(['indexOf', 'join', 'lastIndexOf', 'map', 'reduce', 'reduceRight', 'slice', 'some', 'sort', 'splice'] as const),
];

type Method = (...args: unknown[]) => unknown;

/** How many items of lists a task looks at, a measure of its steps that does not depend on the machine. One that looks at a part of a list counts all of it. */
export function stepsOf(task: () => void): number {
  let steps = 0;
  const originals = LOOKING.map((name) => [name, Reflect.get(Array.prototype, name) as Method] as const);
  const put = (name: string, value: Method): void => {
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true });
  };
  for (const [name, original] of originals)
    put(name, function (this: readonly unknown[], ...args: unknown[]): unknown {
      steps += this.length;
      return Reflect.apply(original, this, args);
    });
  try {
    task();
  } finally {
    for (const [name, original] of originals) put(name, original);
  }
  return steps;
}
