/**
 * What a shell needs to ask `trysquare complete -- WORDS…`. The words are handed over as they are, one argument each: nothing that
 * was typed is ever evaluated. A line of the answer is a word, a tab and what it stands for; `:files` and `:folders` are left to
 * the shell.
 */
const bash = `_trysquare() {
  local current=\${COMP_WORDS[COMP_CWORD]} word about
  [ "$current" = "=" ] && current=
  COMPREPLY=()
  while IFS=$'\\t' read -r word about; do
    case $word in
      :files) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
      :folders) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
      *:) compopt -o nospace; COMPREPLY+=("$word") ;;
      *) COMPREPLY+=("$word") ;;
    esac
  done < <("\${COMP_WORDS[0]}" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o nosort -F _trysquare trysquare tsq
`

const zsh = `#compdef trysquare tsq
_trysquare() {
  local -a found
  local word about
  while IFS=$'\\t' read -r word about; do
    case $word in
      :files) _files; return ;;
      :folders) _files -/; return ;;
      *) found+=("\${word//:/\\\\:}\${about:+:$about}") ;;
    esac
  done < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  _describe trysquare found
}
compdef _trysquare trysquare tsq
`

const fish = `function __trysquare_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l found ($before[1] complete -- $before[2..-1] $current 2>/dev/null)
    switch "$found[1]"
        case :files
            __fish_complete_path $current
        case :folders
            __fish_complete_directories $current
        case '*'
            test (count $found) -gt 0; and printf '%s\\n' $found
    end
end
complete -c trysquare -f -a '(__trysquare_complete)'
complete -c tsq -f -a '(__trysquare_complete)'
`

/** The script of each shell, and how a person has it loaded. */
export const shells = {
  bash: { script: bash, load: 'echo \'eval "$(trysquare completion bash)"\' >> ~/.bashrc' },
  zsh: { script: zsh, load: 'echo \'eval "$(trysquare completion zsh)"\' >> ~/.zshrc   (after compinit)' },
  fish: { script: fish, load: 'trysquare completion fish > ~/.config/fish/completions/trysquare.fish' },
} as const
