import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Read, fields, listOf, mapOf, number, text } from '../read';
import { root } from '../setup/index.cjs';
import type { Finding } from './score';

const FILE = path.join(root, 'tools', 'scores', 'exceptions.yaml');

/** A kind of findings that stay. */
const exception = fields({
  kind: text,
  /** All checks that find it. */
  checks: listOf(text),
  reason: text,
  /** How many there are, by subject. */
  findings: mapOf(number),
});

/** A kind of findings that stay, with the reason, and how many there are. */
export type Exception = Read<typeof exception>;

/** How many kinds there may be. */
const MOST_KINDS = 5;

/** The example without exceptions, but for this one: coderd cannot work without its token. */
const STRICT = { subject: 'production', check: 'checkov/CKV_K8S_38' };

/** The exceptions of the project. */
export function readExceptions(): readonly Exception[] {
  return listOf(exception)(parse(fs.readFileSync(FILE, 'utf8')), path.basename(FILE));
}

/** Whether a finding is of a kind that may stay; how many may is another question. */
export function isExcepted(exceptions: readonly Exception[], { check, subject }: Finding): boolean {
  return exceptions.some(({ checks, findings }) => checks.includes(check) && findings[subject] !== undefined);
}

/** What is wrong with findings and exceptions, one line each: what does not stay, what is not there any more, what may not be excepted. */
export function problemsOf(findings: readonly Finding[], exceptions: readonly Exception[]): readonly string[] {
  const open = findings.filter((finding) => !isExcepted(exceptions, finding));
  return [
    ...open.map(({ check, subject, what }) => `${subject}: ${check}: ${what}`),
    ...exceptions.flatMap((one) => miscounted(one, findings)),
    ...rulesOf(exceptions),
  ];
}

function miscounted({ kind, checks, findings }: Exception, all: readonly Finding[]): readonly string[] {
  return Object.entries(findings).flatMap(([subject, expected]) => {
    const found = all.filter((one) => one.subject === subject && checks.includes(one.check)).length;
    if (found === expected && found > 0) return [];
    return [
      `exceptions.yaml, ${kind}: expected ${String(expected)} findings in ${subject}, got ${String(found)}; correct or remove it`,
    ];
  });
}

function rulesOf(exceptions: readonly Exception[]): readonly string[] {
  const strict = exceptions.filter(({ findings }) => findings[STRICT.subject] !== undefined);
  const tooMany = exceptions.length > MOST_KINDS;
  return [
    ...(tooMany
      ? [`exceptions.yaml: expected at most ${String(MOST_KINDS)} kinds, got ${String(exceptions.length)}`]
      : []),
    ...strict
      .filter(({ checks }) => checks.some((check) => check !== STRICT.check))
      .map(({ kind }) => `exceptions.yaml, ${kind}: ${STRICT.subject} may have no exception but ${STRICT.check}`),
    ...exceptions
      .filter(({ checks, findings, reason }) => checks.length * Object.keys(findings).length * reason.length === 0)
      .map(
        ({ kind }) => `exceptions.yaml, ${kind}: expected checks, a reason and findings; remove it if nothing is found`,
      ),
  ];
}
