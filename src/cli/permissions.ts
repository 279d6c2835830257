import { askedOf } from './model';
import { EVERYWHERE, type Holder, type Right, holdersIn } from './rights';
import { risksOf } from './risks';

/** Says who may do what, by namespace, in tables that a review shows. */
export function permissions(args: readonly string[]): readonly string[] {
  const { objects, isJson } = askedOf(args);
  const holders = holdersIn(objects);
  if (isJson) return [JSON.stringify(holders.map(withRisks), undefined, 2)];
  const namespaces = [...new Set(holders.map(({ namespace }) => namespace))];
  return namespaces.flatMap((namespace, i) => [
    ...(i === 0 ? [] : ['']),
    namespace === EVERYWHERE ? '## In the whole cluster' : `## In the namespace ${code(namespace)}`,
    ...holders.filter((holder) => holder.namespace === namespace).flatMap(linesOf),
  ]);
}

function withRisks(holder: Holder): object {
  return { ...holder, rights: holder.rights.map((right) => ({ ...right, risks: risksOf(right) })) };
}

const HEAD = ['| Resource | API groups | Names | Verbs | Risk |', '| --- | --- | --- | --- | --- |'];

function linesOf({ who, rights, unknown }: Holder): readonly string[] {
  const [kind = '', name = ''] = who.split(/ (.*)/s);
  const subject = `${kind} ${code(name)}`;
  const roles = unknown.map(
    (role) => `${subject} may also do what ${code(role)} allows, which is not among the objects.`,
  );
  if (rights.length > 0) return ['', `${subject} may:`, '', ...HEAD, ...rights.map(rowOf), ...roles.flatMap(apart)];
  return roles.length > 0 ? roles.flatMap(apart) : ['', `${subject} may do nothing.`];
}

function apart(line: string): readonly string[] {
  return ['', line];
}

function rowOf(right: Right): string {
  const { resource, groups, names, verbs } = right;
  const cells = [
    code(resource),
    groups.length === 0 ? 'a path' : groups.map((group) => (group === '' ? 'core' : code(group))).join(', '),
    names.length === 0 ? 'all' : names.map(code).join(', '),
    verbs.map(code).join(', '),
    risksOf(right).join(', '),
  ];
  return `| ${cells.join(' | ')} |`.replace(/ +\|$/, ' |');
}

/** A text as code, on one line, and in one cell, whatever is in it. */
function code(text: string): string {
  if (/^[-\w.*/: ]+$/.test(text)) return `\`${text}\``;
  const shown = JSON.stringify(text).replace(/[`|]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  return `\`${shown}\``;
}
