/** The parts of JSON Schema that our schemas are made of. */
export interface JsonSchema {
  /** The name of something that is described elsewhere; it stands for itself. */
  readonly title?: string;
  readonly type?: string;
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
}

/** A schema in the notation of TypeScript, with what a type cannot say as a comment. */
export function notation(schema: JsonSchema, indent = ''): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const texts = choices.map((choice) => notation(choice, `${indent}    `));
    const isShort = texts.join(' | ').length < 70 && !texts.some((text) => text.includes('\n'));
    return isShort ? texts.join(' | ') : texts.map((text) => `\n${indent}  | ${text}`).join('');
  }
  if (schema.prefixItems) return `[${schema.prefixItems.map((item) => notation(item, indent)).join(', ')}]`;
  if (schema.type === 'array') return `(${notation(schema.items || {}, indent)})[]${note(schema, 'Items')}`;
  if (schema.type === 'object') return objectNotation(schema, indent);
  if (schema.type === 'string') return `string${note(schema, 'Length')}`;
  if (schema.type === 'integer') return `int${note(schema)}`;
  return schema.type ?? 'unknown';
}

function objectNotation({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${notation(field, `${indent}  `)}`,
  );
  if (fields.length === 0) return '{}';
  const line = `{ ${fields.join('; ')} }`;
  if (line.length < 90 && !line.includes('\n')) return line;
  return `{\n${fields.map((field) => `${indent}  ${field};`).join('\n')}\n${indent}}`;
}

function note(schema: JsonSchema, unit: 'Length' | 'Items' | '' = ''): string {
  const least = unit === 'Length' ? schema.minLength : unit === 'Items' ? schema.minItems : schema.minimum;
  const most = unit === 'Length' ? schema.maxLength : unit === 'Items' ? schema.maxItems : schema.maximum;
  const isOpen = (value: number | undefined) => value === undefined || Math.abs(value) >= 2 ** 53 - 1;
  const range =
    isOpen(least) && isOpen(most) ? '' : `${isOpen(least) ? '' : least}…${isOpen(most) ? '' : most}`;
  const text = [range, schema.pattern ? `matches ${schema.pattern}` : ''].filter(Boolean).join(', ');
  return text === '' ? '' : ` /* ${text} */`;
}
