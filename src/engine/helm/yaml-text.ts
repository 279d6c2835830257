/** Text that YAML 1.1 could read as something else than a string. */
const AMBIGUOUS = /^(y|n|yes|no|on|off|true|false|null|~|nan|inf)$/i;
const PLAIN = /^[A-Za-z_/][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*$/;

/** A string as YAML: plain when no YAML 1.1 parser can misread it, else in double quotes. */
export function yamlString(text: string): string {
  return PLAIN.test(text) && !AMBIGUOUS.test(text) ? text : escapeTemplate(escapeUnprintable(JSON.stringify(text)));
}

/** A literal scalar as YAML. */
export function yamlScalar(value: string | number | boolean | null): string {
  return typeof value === 'string' ? yamlString(value) : String(value);
}

/** Text that Helm must not take for a template, such as `{{ $labels.pod }}` in an alert. */
export function escapeTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}

function escapeUnprintable(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
