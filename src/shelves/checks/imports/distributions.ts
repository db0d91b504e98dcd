import { normalised } from '../../../core/python/distribution-name.ts'

/**
 * Import names that do not follow from the distribution's name, for when no environment can be asked.
 * Well-known cases only; what the environment tells goes before them.
 */
const differently: Readonly<Record<string, string>> = {
  attr: 'attrs',
  bs4: 'beautifulsoup4',
  cv2: 'opencv-python',
  dateutil: 'python-dateutil',
  docx: 'python-docx',
  dotenv: 'python-dotenv',
  fitz: 'pymupdf',
  git: 'gitpython',
  google: 'protobuf',
  grpc: 'grpcio',
  jose: 'python-jose',
  jwt: 'pyjwt',
  magic: 'python-magic',
  multipart: 'python-multipart',
  OpenSSL: 'pyopenssl',
  PIL: 'pillow',
  pkg_resources: 'setuptools',
  psycopg2: 'psycopg2-binary',
  serial: 'pyserial',
  skimage: 'scikit-image',
  sklearn: 'scikit-learn',
  slugify: 'python-slugify',
  socks: 'pysocks',
  usb: 'pyusb',
  yaml: 'pyyaml',
  zmq: 'pyzmq',
}

/** Distributions that are used by what they install, or by another one that asks for them, and never by an import of their own. */
export const usedWithoutImport: ReadonlySet<string> = new Set([
  'aiosqlite',
  'asyncpg',
  'email-validator',
  'greenlet',
  'gunicorn',
  'psycopg',
  'psycopg-binary',
  'psycopg2-binary',
  'python-multipart',
  'tzdata',
  'uvicorn',
  'uvloop',
])

/** Imported with another distribution that brings and documents them. */
const broughtBy: Readonly<Record<string, readonly string[]>> = {
  starlette: ['fastapi'],
  pydantic: ['fastapi', 'pydantic-settings', 'sqlmodel'],
  pydantic_core: ['pydantic'],
  _pytest: ['pytest'],
}

/** The distributions that may give a top-level module, best first, normalised. */
export const distributionsFor = (module: string, told: Readonly<Record<string, string>>): readonly string[] => {
  const known = told[module] ?? differently[module]
  return [...(known === undefined ? [] : [normalised(known)]), normalised(module), ...(broughtBy[module] ?? [])]
}
