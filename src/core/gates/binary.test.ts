import { expect, test } from 'vitest'
import { isBinary } from './binary.ts'

const stray = Buffer.from('# caf\xe9\nAPI_KEY=1\n', 'latin1')
const zero = Buffer.from('# caf\xe9\0\n', 'latin1')

test.each(['docs/logo.png', 'a.JPG', 'fonts/a.woff2', 'locale/de/app.mo', 'x.pyd', 'data.sqlite'])(
  '%s is made of bytes [K-03]',
  path => {
    expect(isBinary(path, stray)).toBe(true)
  },
)

test.each(['.env', '.env.local', 'Dockerfile', 'run.sh', 'app.js', 'index.html', 'Makefile', 'a.py', 'data.csv'])(
  '%s is text, whatever bytes are in it [K-03]',
  path => {
    expect(isBinary(path, stray)).toBe(false)
    expect(isBinary(path, zero)).toBe(false)
  },
)

test('a zero byte early in a file of an unknown kind makes it one, a stray byte does not [K-03]', () => {
  for (const path of ['model.bin', 'LICENSE', 'data/blob']) {
    expect(isBinary(path, zero)).toBe(true)
    expect(isBinary(path, stray)).toBe(false)
    expect(isBinary(path, Buffer.concat([Buffer.from('a'.repeat(9000)), zero]))).toBe(false)
  }
})

test('a script, or text in another encoding, is none [K-03]', () => {
  expect(isBinary('run', Buffer.from('#!/bin/sh\n# \xe9\0', 'latin1'))).toBe(false)
  expect(isBinary('notes', Buffer.from('\ufeffAPI_KEY=1', 'utf16le'))).toBe(false)
})
