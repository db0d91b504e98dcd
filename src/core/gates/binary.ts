/** Kinds of files that are made of bytes by their nature. */
const binaryNames =
  /\.(?:png|jpe?g|gif|ico|webp|bmp|tiff?|avif|pdf|zip|gz|tgz|bz2|xz|zst|7z|tar|whl|egg|jar|woff2?|ttf|otf|eot|so|pyd|dll|dylib|exe|pyc|o|a|lib|db|sqlite3?|mo|npy|npz|parquet|mp3|mp4|wav|ogg|webm)$/i

/** Files that people, interpreters and tools read as text: a zero byte in one is a trick, or an accident. */
const textNames =
  /(?:^|\/)(?:\.env[^/]*|\.[^/.]+rc|(?:Docker|Make|Just|Proc|Pip)file[^/]*)$|\.(?:py|pyi|pth|toml|md|rst|txt|ya?ml|json|cfg|conf|ini|env|properties|lock|sh|bash|zsh|fish|ps1|bat|cmd|jsx?|mjs|cjs|tsx?|html?|css|xml|svg|sql|csv|tf|ipynb)$/i

/** How far a file is looked into: what is not text shows it early. */
const head = 8192

/** Text in another encoding says so at its beginning, and holds zero bytes all the same. */
const isOtherText = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0x23 && second === 0x21)

/** Whether a file that is not UTF-8 was never meant to be text: a picture, an archive, a database. */
export const isBinary = (path: string, bytes: Uint8Array): boolean => {
  if (binaryNames.test(path)) return true
  return !textNames.test(path) && !isOtherText(bytes) && bytes.subarray(0, head).includes(0)
}
