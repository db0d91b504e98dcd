import type { ChangeKind } from '../../../core/python/api/change.ts'

interface Page {
  readonly what: string
  readonly why: string
}

/** What is said of each kind of change, for `trysquare explain` and in a finding. */
export const pages: Readonly<Record<ChangeKind, Page>> = {
  'object-removed': {
    what: 'A public module, class, function, member or name is gone.',
    why: 'An import or an attribute of that name fails.',
  },
  'object-added': { what: 'Something public is new.', why: 'Users may rely on it from now on.' },
  'object-kind-changed': {
    what: 'A name stands for another kind of thing: a property for a method, a function for a class.',
    why: 'What is called, read, inherited from or tested with isinstance is no longer what it was.',
  },
  'export-removed': {
    what: 'A name left `__all__`, although it is still there.',
    why: '`from module import *` no longer gives it, and tools take it for private.',
  },
  'parameter-removed': {
    what: 'A parameter is gone.',
    why: 'A call that gives it fails, or gives it to something else.',
  },
  'parameter-renamed': {
    what: 'A parameter that can be given by name has another name.',
    why: 'A call that gives it by its name fails.',
  },
  'parameter-moved': {
    what: 'Parameters that are given by position stand elsewhere.',
    why: 'A call by position gives each value to another parameter, mostly without an error.',
  },
  'parameter-kind-changed': {
    what: 'A parameter can no longer be given in one of the ways in which it could: by position, or by name.',
    why: 'A call that gives it in that way fails.',
  },
  'parameter-added': { what: 'A new parameter must be given.', why: 'A call that does not know of it fails.' },
  'parameter-required': {
    what: 'A parameter lost its default.',
    why: 'A call that leaves it out fails.',
  },
  'parameter-optional': { what: 'A parameter may be left out now.', why: 'Calls go on working.' },
  'parameter-default-changed': {
    what: 'What a parameter is where nothing is given is another value.',
    why: 'A call that leaves it out does something else, without an error.',
  },
  'parameter-type-changed': {
    what: 'A parameter is annotated with a type that takes less than before.',
    why: 'A value that was right is wrong now, for type checkers and perhaps when it runs.',
  },
  'return-type-changed': {
    what: 'The annotated result may be something that it could not be before.',
    why: 'Callers do not expect it: `None` above all.',
  },
  'async-changed': {
    what: 'A function must be awaited, or can no longer be.',
    why: 'A call without `await` gets a coroutine that never runs; an `await` of a plain value fails.',
  },
  'binding-changed': {
    what: 'A static or class method became one of instances.',
    why: 'A call on the class lacks the instance.',
  },
  'property-read-only': {
    what: 'An attribute can no longer be set or deleted.',
    why: 'An assignment that worked fails.',
  },
  'base-removed': {
    what: 'A class no longer inherits from a public class.',
    why: '`isinstance` and `except` no longer match it, and what it inherited is gone.',
  },
  'attribute-type-changed': {
    what: 'An attribute is annotated with another type.',
    why: 'Code that reads it is checked, and may run, against the former type.',
  },
  'attribute-value-changed': {
    what: 'A constant, or what a class gives to its instances, has another value or none.',
    why: 'Code that stored, compared or sent the former value does something else.',
  },
  'implementation-changed': {
    what: 'Something that is not public changed.',
    why: 'Nobody outside can tell.',
  },
}
