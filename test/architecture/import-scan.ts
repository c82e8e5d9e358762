import { parseSync } from 'vite';

/** One reference to another module, however it is written. `spec` is undefined where the code computes it. */
export type Import = { readonly spec: string | undefined; readonly typeOnly: boolean; readonly names: readonly string[] };

type Node = { readonly type: string; readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every import of a file: static, re-export, type-only, `import()`, `import('x').T`, `require()` in any spelling, `import x = require()`. */
export function scanImports(path: string, text: string): readonly Import[] {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  const found: Import[] = [];
  walk(parsed.program as unknown as Node, (node) => {
    const one = importOf(node);
    if (one !== undefined) found.push(one);
  });
  return found;
}

/** True when the file has a default export, `export { x as default }` included. */
export function hasDefaultExport(path: string, text: string): boolean {
  let found = false;
  walk(parseSync(path, text).program as unknown as Node, (node) => {
    if (node.type === 'ExportDefaultDeclaration') found = true;
    if (node.type === 'ExportSpecifier' && nameOf(node['exported']) === 'default') found = true;
  });
  return found;
}

function importOf(node: Node): Import | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { spec: literal(node['source']), typeOnly: node['importKind'] === 'type', names: namesOf(node['specifiers'], 'imported') };
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return isNode(node['source']) ? { spec: literal(node['source']), typeOnly: node['exportKind'] === 'type', names: namesOf(node['specifiers'], 'local') } : undefined;
    case 'ImportExpression':
      return { spec: literal(node['source']), typeOnly: false, names: [] };
    case 'TSImportType':
      return { spec: literal(node['source'] ?? node['argument']), typeOnly: true, names: [] };
    case 'TSExternalModuleReference':
      return { spec: literal(node['expression']), typeOnly: false, names: [] };
    case 'CallExpression':
      return isRequire(node['callee']) ? { spec: literal((node['arguments'] as readonly unknown[])[0]), typeOnly: false, names: [] } : undefined;
    default:
      return undefined;
  }
}

/** `require(…)`, `x.require(…)` and `createRequire(…)(…)`; `require.resolve(…)` only finds a file. */
function isRequire(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return callee['name'] === 'require';
  if (callee.type === 'CallExpression') return nameOf(callee['callee']) === 'createRequire' || isRequire(callee['callee']);
  return callee.type === 'MemberExpression' && nameOf(callee['property']) === 'require';
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'TSLiteralType') return literal(node['literal']);
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
    return quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
  }
  return typeof node['value'] === 'string' ? node['value'] : undefined;
}

const nameOf = (node: unknown): string => (isNode(node) ? String(node['name'] ?? node['value'] ?? '') : '');
const namesOf = (specifiers: unknown, side: string): readonly string[] =>
  Array.isArray(specifiers) ? specifiers.map((specifier: Node) => nameOf(specifier[side]) || '*') : [];

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
  }
}
