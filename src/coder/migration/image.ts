/** The parts of a reference to an image; a part that it does not have is `''`. */
export interface ImageParts {
  /** Host of the registry. */
  readonly registry: string;
  /** Repository in it. */
  readonly repository: string;
  /** Tag. */
  readonly tag: string;
  /** Digest. */
  readonly digest: string;
}

/**
 * The parts of a reference, with what container runtimes add to a short one.
 *
 * @see https://github.com/distribution/reference/blob/main/normalize.go
 */
export function imageParts(reference: string): ImageParts {
  const [name = '', digest = ''] = reference.split('@');
  const [, untagged = name, tag = digest === '' ? 'latest' : ''] = /^(.*):([^/:]+)$/.exec(name) ?? [];
  return { ...hostAndPath(untagged), tag, digest };
}

/** What stands before the first slash is a host if it looks like one. */
function hostAndPath(name: string): Pick<ImageParts, 'registry' | 'repository'> {
  const [, registry, path] = /^(localhost|[^/]*[.:][^/]*)\/(.*)$/.exec(name) ?? [];
  if (registry !== undefined && path !== undefined) return { registry, repository: path };
  return { registry: 'docker.io', repository: name.includes('/') ? name : `library/${name}` };
}
