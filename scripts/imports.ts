/** What a source imports: values, types, types by `import('…')`, and what is loaded only when it is needed. */
export function importsIn(source: string): string[] {
  const statements = /^(?:import|export)\b(?:[^'"\n;]|\n)*?from\s+'([^']+)'|^import\s+'([^']+)'/gm
  const calls = /\bimport\(\s*'([^']+)'/g
  return [...source.matchAll(statements), ...source.matchAll(calls)].map(([, from, bare]) => (from ?? bare)!)
}
