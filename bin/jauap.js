#!/usr/bin/env node
// The program begins here, in words that any Node understands: an older one would stop at src/main.ts with a stack.

const needed = 26
const [major] = process.versions.node.split('.')

if (Number(major) >= needed) await import('../src/main.ts')
else {
  process.stderr.write(
    `Jauap needs Node ${needed}; this is ${process.versions.node} (${process.execPath}).\n` +
      'Start it by npm (npm start, npm run -s ask), which uses the Node that "npm ci" brings with the package node; ' +
      'or put a newer one first on the PATH.\n',
  )
  process.exitCode = 1
}
