/** The house rules: every import points down. Each rule is a sentence that a person would say. */
const feature = (name, mayUse) => ({
  name: `${name} stands on ${mayUse.join(', ')}`,
  comment: `src/${name} may use only itself, the ground, and ${mayUse.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: '\\.spec\\.ts$' },
  to: {
    path: '^src/',
    pathNot: [
      `^src/${name}/`,
      '^src/(shared|extraction|formats|matching)/',
      '^src/(config\\.ts$|database/|http/)',
      ...mayUse.map((other) => `^src/${other}/`),
    ],
  },
})
const ground = (name) => ({
  name: `${name} stands on the ground`,
  comment: `src/${name} is pure: it may use src/shared and itself, no framework, no database.`,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: ['^src/', 'node_modules/(@nestjs|typeorm|pg|express|rxjs)'], pathNot: [`^src/${name}/`, '^src/shared/'] },
})
const front = (name) => ({
  name: `${name} has one front door`,
  comment: `From outside, import src/${name}/index.ts only.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${name}/` },
  to: { path: `^src/${name}/`, pathNot: `^src/${name}/index\\.ts$` },
})

export default {
  forbidden: [
    {
      name: 'no circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { circular: true },
    },
    {
      name: 'shared stands on nothing',
      comment: 'src/shared is the ground itself.',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: '^src/shared/' },
    },
    ground('extraction'),
    ground('formats'),
    ground('matching'),
    front('extraction'),
    front('formats'),
    front('matching'),
    feature('auth', []),
    feature('jobs', ['auth']),
    feature('glossary', ['auth', 'jobs']),
    feature('comments', ['auth', 'glossary']),
    feature('corpora', ['auth', 'jobs', 'glossary']),
    feature('releases', ['auth', 'jobs', 'glossary']),
    feature('candidates', ['auth', 'jobs', 'corpora', 'glossary']),
    feature('evidence', ['candidates', 'corpora', 'glossary']),
    feature('lookup', ['auth', 'releases']),
    feature('site', ['auth', 'glossary', 'releases', 'lookup']),
    feature('misses', ['auth', 'candidates', 'corpora', 'glossary', 'lookup']),
    {
      name: 'a feature shows its service and module',
      comment: "Never another feature's entity, DTO or controller.",
      severity: 'error',
      from: {
        path: '^src/(auth|jobs|glossary|comments|corpora|releases|candidates|evidence|lookup|misses|site)/',
        pathNot: '\\.spec\\.ts$',
      },
      to: {
        path: '^src/(auth|jobs|glossary|comments|corpora|releases|candidates|evidence|lookup|misses|site)/.*\\.(entity|dto|controller)\\.ts$',
        pathNot: '^src/$1/',
      },
    },
    {
      name: 'controllers never see TypeORM',
      comment: 'A controller calls one service method.',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'the page is a client',
      comment: 'The admin UI knows the server by HTTP only.',
      severity: 'error',
      from: { path: '^src/admin-ui/' },
      to: { path: '^src/', pathNot: '^src/admin-ui/' },
    },
    {
      name: 'nobody imports the top',
      comment: 'main and cli stand above everything.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli/|main\\.ts)' },
      to: { path: '^src/(cli/|main\\.ts)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
