/** Calls after which what a visitor wrote can do no harm: it is a number, escaped, quoted, looked up, or kept to one folder. */
export const cleaners =
  /(?:^|\.)(?:int|float|bool|len|hash|ord|round|sum|isinstance|UUID|Decimal|Enum|secure_filename|safe_join|get_valid_filename|basename|escape|conditional_escape|escape_uri_path|clean|sanitize\w*|quote|quote_plus|urlencode|url_for|reverse|url_has_allowed_host_and_scheme|is_safe_url|format_html|sha256|sha1|sha512|md5|hexdigest|literal_eval|strptime|fromisoformat|validate\w*|mogrify|get_object_or_404|jsonify|dumps|Literal|Identifier|Placeholder)$/

/** Functions whose result holds what they are given. */
export const carriers =
  /^(?:builtins\.(?:str|bytes|bytearray|repr|format|list|dict|tuple|set|sorted|reversed|iter|next|open|min|max|enumerate|zip|filter|map)|os\.path\.(?:join|abspath|realpath|normpath|expanduser|expandvars|splitext|dirname)|os\.(?:fspath|fsdecode|getenv)|(?:pathlib\.)(?:Pure)?(?:Posix|Windows)?Path|urllib\.parse\.(?:unquote|unquote_plus|urljoin|urlparse|urlsplit|urlunparse|urlunsplit|parse_qs|parse_qsl)|base64\.\w*decode\w*|binascii\.\w+|codecs\.\w+|json\.loads?|io\.(?:BytesIO|StringIO)|textwrap\.\w+|string\.Template|copy\.\w+|html\.unescape|typing\.cast|itertools\.\w+|sqlalchemy\.text|sqlalchemy\.sql\.(?:expression\.)?text)$/

/** Methods that carry their arguments into their result, whoever they belong to. */
export const carrying =
  /^(?:format|format_map|join|joinpath|safe_substitute|substitute|replace|with_name|with_suffix|zfill|ljust|rjust|setdefault|union|append|extend)$/

/** Methods that answer a question about what they belong to, and do not hand it on. */
export const asking =
  /^(?:isdigit|isalnum|isalpha|isnumeric|isdecimal|isidentifier|startswith|endswith|count|index|find|rfind|exists|is_file|is_dir|is_relative_to|stat|save|close|write|keys|hexdigest|is_valid|full_clean|seek|tell|mkdir|touch|unlink)$/
