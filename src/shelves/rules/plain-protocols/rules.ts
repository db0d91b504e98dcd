import { ofRuff } from '../../../ports/rule-family.ts'

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-319',
    severity: 'high',
    confidence: 'high',
    why: 'Everything, passwords included, crosses the network in clear text.',
    fix: 'Use SSH, SFTP or HTTPS.',
    since: '0.2.0',
  },
  [
    {
      code: 'S310',
      id: 'suspicious-url-open-usage',
      allows: 'allow any URL to be opened',
      what: 'A URL is opened with `urllib`, and nothing shows its scheme.',
      cwe: 'CWE-939',
      severity: 'medium',
      confidence: 'low',
      why: 'A URL from outside may be `file:` and read local files.',
      fix: 'Check that the scheme is https before opening it.',
      bad: 'from urllib.request import urlopen\n\n\ndef get(url: str) -> bytes:\n    return urlopen(url).read()\n',
      good: 'from urllib.request import urlopen\n\n\ndef get(path: str) -> bytes:\n    return urlopen(f"https://example.org/{path}").read()\n',
      // Ruff cannot see where a URL comes from; `request-forgery` finds those of a visitor.
      optIn: true,
    },
    {
      code: 'S312',
      id: 'suspicious-telnet-usage',
      allows: 'allow Telnet',
      what: 'A host is reached by Telnet.',
      bad: 'import telnetlib\n\nhost = telnetlib.Telnet("switch")\n',
      good: 'import paramiko\n\nhost = paramiko.SSHClient()\n',
    },
    {
      code: 'S321',
      id: 'suspicious-ftp-lib-usage',
      allows: 'allow FTP',
      what: 'Files are moved by FTP.',
      bad: 'import ftplib\n\nhost = ftplib.FTP("files.example.org")\n',
      good: 'import ftplib\n\nhost = ftplib.FTP_TLS("files.example.org")\n',
      except: (hit, source) => {
        const line = source.text.split('\n')[hit.line - 1] ?? ''
        return /\bFTP_TLS\b/.test(line)
      },
    },
    {
      code: 'S508',
      id: 'snmp-insecure-version',
      allows: 'allow SNMP 1 and 2',
      what: 'A device is asked by SNMP 1 or 2.',
      severity: 'medium',
      why: 'SNMP 1 and 2 send their password in clear text.',
      fix: 'Use SNMPv3 with authentication and privacy.',
      bad: 'from pysnmp.hlapi import CommunityData\n\nwho = CommunityData("monitor", mpModel=0)\n',
      good: 'from pysnmp.hlapi import UsmUserData\n\nwho = UsmUserData("monitor", auth_key, privacy_key)\n',
    },
    {
      code: 'S509',
      id: 'snmp-weak-cryptography',
      allows: 'allow SNMP 3 without privacy',
      what: 'SNMP 3 is used without encryption.',
      severity: 'medium',
      why: 'Without privacy everything can be read on the way.',
      fix: 'Use authPriv.',
      bad: 'from pysnmp.hlapi import UsmUserData\n\nwho = UsmUserData("monitor")\n',
      good: 'from pysnmp.hlapi import UsmUserData\n\nwho = UsmUserData("monitor", auth_key, privacy_key)\n',
    },
  ],
)
