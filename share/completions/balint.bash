# Completion of the balint programs for bash: the words come from the programs' own tables.
_balint()
{
	local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} words
	words=$("$1" --complete "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _balint balint-group balint-calendar balint-attend balint-fees
