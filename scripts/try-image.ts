import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { commandIn, environmentOf, only, readDockerfile } from './dockerfile.ts'

/**
 * Carries out the steps of the Dockerfile where there is no engine to build it: each stage in a directory of its own,
 * with what .dockerignore lets in and nothing else, by the Node that runs this. Then runs what the image would, as
 * nobody where that can be done, and asks it what the image's health check asks. Paths from the root stand below that
 * directory, and what belongs to the image's user belongs to whoever runs it. `npm run try:image`
 */
const [build, image] = readDockerfile()
const base = mkdtempSync(join(tmpdir(), 'jauap-image-'))
chmodSync(base, 0o755)
process.stdout.write(`in ${base}\n`)
try {
  const built = join(base, 'build')
  for (const { word, rest } of build!) {
    if (word === 'COPY') copyFromContext(rest.split(' '), join(built, 'app'))
    if (word === 'RUN') run(rest, built)
  }
  const root = join(base, 'image')
  mkdirSync(root)
  for (const { word, rest } of image!) {
    if (word === 'COPY') cpSync(join(built, 'app'), join(root, rest.split(' ').at(-1)!), { recursive: true })
    if (word === 'RUN') run(rest, root)
  }
  const megabytes = Number(execFileSync('du', ['-sm', join(root, 'app')], { encoding: 'utf8' }).split('\t')[0])
  process.stdout.write(`/app has ${megabytes} MB\n`)
  await serve(root)
} finally {
  rmSync(base, { recursive: true, force: true })
}

/** Copies files of the repository, without what .dockerignore leaves out: all that git does not know. */
function copyFromContext(paths: readonly string[], target: string): void {
  const sources = paths.slice(0, -1)
  const files = execFileSync('git', ['ls-files', '--', ...sources], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
  if (files.length === 0) throw new Error(`COPY ${paths.join(' ')}: git knows no such file`)
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true })
    cpSync(file, join(target, file))
  }
}

function run(command: string, root: string): void {
  const begun = performance.now()
  const here = command.replaceAll(/(?<=\s)\/data/g, join(root, 'data')).replaceAll('node:node', ownUser())
  execFileSync('sh', ['-ec', here], { cwd: join(root, 'app'), stdio: ['ignore', 'inherit', 'inherit'] })
  process.stdout.write(`RUN ${command}: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`)
}

/** Runs the image's command until it answers its health check, and stops it by its signal. */
async function serve(root: string): Promise<void> {
  const [port, token] = ['18080', '1:no-token-of-anybody']
  const own = environmentOf(image!)
  const env = {
    PATH: process.env.PATH,
    HOME: join(root, 'data'),
    ...own,
    DATABASE_URL: own.DATABASE_URL!.replace('/data', join(root, 'data')),
    HTTP_PORT: port,
    TELEGRAM_BOT_TOKEN: token,
    // Nobody is there: the bot waits for Telegram, and is healthy all the same.
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
  }
  const [user, group] = ownUser().split(':').map(Number)
  const asUser = { cwd: join(root, 'app'), env, uid: user, gid: group }
  const [command, ...args] = commandIn(only(image!, 'ENTRYPOINT'))
  const child = spawn(command!, args, { ...asUser, stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  process.stdout.write(said)
  const [check, ...checkArgs] = commandIn(only(image!, 'HEALTHCHECK'))
  process.stdout.write(execFileSync(check!, checkArgs, { ...asUser, encoding: 'utf8' }))
  child.kill(only(image!, 'STOPSIGNAL') as NodeJS.Signals)
  const [status] = (await once(child, 'exit')) as [number | null]
  process.stdout.write(`stopped by ${only(image!, 'STOPSIGNAL')}: exit status ${status}\n`)
  process.exitCode = status === 0 ? 0 : 1
}

/** "UID:GID" of nobody for root, of whoever runs this else. */
function ownUser(): string {
  const nobody = '65534:65534'
  return process.getuid?.() === 0 ? nobody : `${process.getuid?.()}:${process.getgid?.()}`
}
