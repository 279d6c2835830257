'use strict';

// Every rule about rooms is computed from architecture.json: change the table, not this file.
const { rooms, edges, tools, entryPoints } = require('./architecture.json');

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const anyOf = (names) => `(?:${names.map(escape).join('|')})`;

const members = [
  ...Object.entries(rooms).map(([name, room]) => ({ name, path: `^src/${escape(name)}/`, ...room })),
  ...Object.entries(edges).map(([name, edge]) => ({ name, path: `^src/${escape(name)}$`, ...edge })),
].map((member) => ({ folder: 'src', ...member }));
const toolMembers = Object.entries(tools).map(([name, tool]) => ({
  ...{ folder: 'tools', name, path: `^tools/${escape(name)}/` },
  ...tool,
}));
/** A room of src: wing/room, or a room that is no part of a wing. */
const ROOM = `^src/${anyOf(Object.keys(rooms))}/`;
/** A room of tools. */
const TOOL = `^tools/${anyOf(Object.keys(tools))}/`;

/** The arrows between the rooms: whatever a member may not import of src. */
function arrowRule({ name, path, mayImport }) {
  const targets = mayImport.includes('*') ? Object.keys(rooms) : mayImport;
  // An edge is a file, a room a folder.
  const allowed = targets.map((target) => `^src/${escape(target)}${target.endsWith('.ts') ? '$' : '/'}`);
  return {
    name: `room-${name}`,
    comment: `src/${name} may import of src only: ${targets.join(', ') || 'nothing'} (architecture.json).`,
    severity: 'error',
    from: { path },
    to: { path: '^src/', pathNot: [path, ...allowed] },
  };
}

/** The outside of a member: npm packages and modules of Node. */
function packageRule({ folder, name, path, packages }) {
  // dependency-cruiser names a module of Node without its "node:".
  const node = packages.filter((entry) => entry.startsWith('node:')).map((entry) => entry.slice('node:'.length));
  const npm = packages.filter((entry) => !entry.startsWith('node:'));
  const allowed = [
    ...node.map((module) => `^${escape(module)}$`),
    // A package that is not installed here has no path but its name.
    ...npm.map((entry) => `((^|/)node_modules/|^)${escape(entry)}(/|$)`),
  ];
  return {
    name: `packages-of-${folder}-${name}`,
    comment: `${folder}/${name} may use of npm and Node only: ${packages.join(', ') || 'nothing'} (architecture.json).`,
    severity: 'error',
    from: { path },
    to: {
      pathNot: ['^(src|test|tools)/', ...allowed],
      ...(node.includes('*') ? { dependencyTypesNot: ['core'] } : {}),
    },
  };
}

/** Tools use src, and other tools that they name; see mayImport. */
function toolRule({ name, path, mayImport }) {
  const targets = mayImport.includes('*')
    ? []
    : [path, ...mayImport.flatMap((target) => [`^src/${escape(target)}/`, `^tools/${escape(target)}/`])];
  return {
    name: `tool-${name}`,
    comment: `tools/${name} may import only: ${mayImport.join(', ') || 'nothing'} (architecture.json).`,
    severity: 'error',
    from: { path },
    to: { path: mayImport.includes('*') ? '^test/' : '^(src|tools|test)/', pathNot: targets },
  };
}

const known = [...members, ...toolMembers].map((member) => member.path);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...members.flatMap((member) => [arrowRule(member), packageRule(member)]),
    ...toolMembers.flatMap((tool) => [toolRule(tool), packageRule(tool)]),
    {
      name: 'known-rooms-only',
      comment: 'A file of src or tools belongs to a room or edge of architecture.json; only tools/run.cjs is in none.',
      severity: 'error',
      from: { path: '^(src|tools)/', pathNot: [...known, '^tools/run\\.cjs$'] },
      to: {},
    },
    {
      name: 'front-door-only',
      comment: 'A room is entered through its index.ts.',
      severity: 'error',
      from: { path: `^src/(${anyOf(Object.keys(rooms))})/` },
      to: { path: ROOM, pathNot: ['^src/$1/', `${ROOM}index\\.ts$`] },
    },
    {
      name: 'front-door-only-edges',
      comment: 'A room is entered through its index.ts.',
      severity: 'error',
      from: { path: `^(src/${anyOf(Object.keys(edges))}$|tools/)` },
      to: { path: ROOM, pathNot: `${ROOM}index\\.ts$` },
    },
    {
      name: 'front-door-only-tools',
      comment: 'A room is entered through its index.ts; the set-up through its index.cjs.',
      severity: 'error',
      from: { path: `^tools/(${anyOf(Object.keys(tools))}|[^/]+)/` },
      to: { path: TOOL, pathNot: ['^tools/$1/', `${TOOL}index\\.(ts|cjs)$`] },
    },
    {
      name: 'no-circular',
      comment: 'Files form no cycle; type-only imports count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'src-not-to-test-or-tools',
      comment: 'The product knows nothing of its tests and tools.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|tools)/' },
    },
    {
      name: 'no-unresolvable',
      comment:
        'Every import must resolve; those of the page of pictures do when its packages are installed, and the suite compiles it.',
      severity: 'error',
      from: { pathNot: '^tools/grafana/page/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: `Every file of src is reached from an entry point: ${entryPoints.join(', ')}.`,
      severity: 'error',
      from: { path: `^${anyOf(entryPoints)}$` },
      to: { path: '^src/', pathNot: `^${anyOf(entryPoints)}$`, reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Counts type-only imports, which are gone after compilation.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
