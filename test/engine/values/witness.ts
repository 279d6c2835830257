import Ajv from 'ajv';
import { type Section, ValuesError, checkValues, valuesSchema } from '../../../src/engine/values';

/** What a validator of JSON Schema that knows nothing of this project says of values: true where the schema allows them. */
export function witnessOf(section: Section): (values: unknown) => boolean {
  const validate = new Ajv({ strict: false }).compile(valuesSchema(section));
  return (values) => validate(values);
}

/** What is wrong with values, one line a problem. */
export function problemsOf(section: Section, values: unknown): readonly string[] {
  try {
    checkValues(section, values);
    return [];
  } catch (error) {
    if (error instanceof ValuesError) return error.message.split('\n');
    throw error;
  }
}
