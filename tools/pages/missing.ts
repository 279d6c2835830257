import { coderChartFiles } from '../../src/cli';
import { coderValues } from '../../src/coder/values';
import { leavesOf } from '../../src/engine/values';

/** What the model has: kinds of objects, and names of values. */
interface Present {
  readonly kinds: ReadonlySet<string>;
  readonly values: readonly string[];
}

/** Kinds of objects that people ask for. */
const KINDS = ['Ingress', 'NetworkPolicy', 'PodDisruptionBudget', 'HorizontalPodAutoscaler'];

/** Settings that people ask for, and what a value of them would be called. */
const SETTINGS: Readonly<Record<string, RegExp>> = {
  'the database': /postgres|database/i,
  logins: /oidc|scim|superAdmin/i,
  proxies: /proxy/i,
  logs: /logging|\blog/i,
};

const TLS = /^(coderd|service)\..*(tls|certificate)/i;

/** From the heading to the lines that people write. */
const PART = /(?<=^## What is missing\n\n)[\s\S]*?(?=- A database in the chart)/m;

/** A text in which the list of what is missing is what the model does not have; a text without that list asks for no model. */
export function withMissing(text: string, present: () => Present = presentNow): string {
  return text.replace(PART, () =>
    missing(present())
      .map((line) => `${line}\n`)
      .join(''),
  );
}

function missing({ kinds, values }: Present): readonly string[] {
  const lacks = (name: RegExp): boolean => !values.some((value) => name.test(value));
  const settings = Object.keys(SETTINGS).filter((words) => lacks(SETTINGS[words] as RegExp));
  const objects = KINDS.filter((kind) => !kinds.has(kind));
  return [
    ...(settings.length === 0
      ? []
      : [`- Typed settings for ${listed(settings)}: set environment variables in \`coderd.env\`.`]),
    ...(objects.length === 0 ? [] : [`- ${objects.join(', ')}: add [your own](docs/how-to/objects-of-your-own.md).`]),
    ...(lacks(TLS)
      ? [
          '- TLS settings: mount the certificate yourself, as [examples/production.yaml](examples/production.yaml) does.',
        ]
      : []),
  ];
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

let known: Present | undefined;

/** Renders the chart, once. */
function presentNow(): Present {
  return (known ??= presentInChart());
}

/** Thresholds of alerts and peers of policies are no settings of Coder. */
function presentInChart(): Present {
  const templates = [...coderChartFiles()].filter(([file]) => file.startsWith('templates/'));
  const values = leavesOf(coderValues()).map(({ path }) => path.join('.'));
  return {
    kinds: new Set(
      templates.flatMap(([, text]) => [...text.matchAll(/^kind: "?(\w+)/gm)].map(([, kind = '']) => kind)),
    ),
    values: values.filter((value) => !/^(metrics\.alerts|networkPolicies)\./.test(value)),
  };
}
