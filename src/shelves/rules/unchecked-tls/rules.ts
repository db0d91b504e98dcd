import { ofRuff } from '../../../ports/rule-family.ts'

const old = {
  cwe: 'CWE-327',
  why: 'Old protocol versions can be broken by anyone on the way.',
  fix: 'Use `ssl.create_default_context()`.',
} as const

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-295',
    severity: 'high',
    confidence: 'high',
    why: 'Without checking the certificate anyone on the way can read and change the traffic.',
    fix: 'Leave verification on; for an authority of your own give its certificate.',
    since: '0.2.0',
  },
  [
    {
      code: 'S323',
      id: 'suspicious-unverified-context-usage',
      allows: 'allow a TLS context that verifies nothing',
      what: 'A TLS context is made by `ssl._create_unverified_context`.',
      bad: 'import ssl\n\ncontext = ssl._create_unverified_context()\n',
      good: 'import ssl\n\ncontext = ssl.create_default_context()\n',
    },
    {
      code: 'S501',
      id: 'request-with-no-cert-validation',
      allows: 'allow requests without a check of the certificate',
      what: 'A request of `requests` or `httpx` is sent with `verify=False`.',
      bad: 'import requests\n\nanswer = requests.get("https://example.org", timeout=5, verify=False)\n',
      good: 'import requests\n\nanswer = requests.get("https://example.org", timeout=5)\n',
    },
    {
      ...old,
      code: 'S502',
      id: 'ssl-insecure-version',
      allows: 'allow old versions of TLS',
      what: 'A socket is wrapped with SSL 2, SSL 3, TLS 1.0 or TLS 1.1.',
      bad: 'import ssl\n\nsafe = ssl.wrap_socket(plain, ssl_version=ssl.PROTOCOL_TLSv1)\n',
      good: 'import ssl\n\ncontext = ssl.create_default_context()\n',
    },
    {
      ...old,
      code: 'S503',
      id: 'ssl-with-bad-defaults',
      allows: 'allow old versions of TLS as a default',
      what: 'The default of a parameter is SSL 2, SSL 3, TLS 1.0 or TLS 1.1.',
      bad: 'import ssl\n\n\ndef connect(version: int = ssl.PROTOCOL_TLSv1) -> None: ...\n',
      good: 'import ssl\n\n\ndef connect(version: int = ssl.PROTOCOL_TLS_CLIENT) -> None: ...\n',
    },
    {
      ...old,
      code: 'S504',
      id: 'ssl-with-no-version',
      allows: 'allow `ssl.wrap_socket`',
      what: '`ssl.wrap_socket` is called, which verifies nothing and takes any version.',
      bad: 'import ssl\n\nsafe = ssl.wrap_socket(plain)\n',
      good: 'import ssl\n\nsafe = ssl.create_default_context().wrap_socket(plain, server_hostname="example.org")\n',
    },
    {
      code: 'S507',
      id: 'ssh-no-host-key-verification',
      allows: 'allow SSH to hosts that nobody knows',
      what: 'Paramiko is told to trust the key of an unknown host.',
      why: 'Anyone on the way can pretend to be the host.',
      fix: 'Load the known hosts and refuse others.',
      bad: 'import paramiko\n\nclient = paramiko.SSHClient()\nclient.set_missing_host_key_policy(paramiko.AutoAddPolicy())\n',
      good: 'import paramiko\n\nclient = paramiko.SSHClient()\nclient.load_system_host_keys()\nclient.set_missing_host_key_policy(paramiko.RejectPolicy())\n',
    },
  ],
)
