# shellcheck shell=bash
# Completion of the balint programs for bash: the words come from the programs' own tables, and from the store.

# The line as the shell would split it, without running anything: its words into `typed`, the last one as far as it is
# typed; what stands before the cursor of that one, as it stands, into `raw`, and the quote that is open into `quote`.
_balint_split()
{
	local line=$1 word='' char next name inside='' i
	typed=() raw='' quote=''
	for ((i = 0; i < ${#line}; i++)); do
		char=${line:i:1}
		if [[ $quote == "'" ]]; then
			raw+=$char
			if [[ $char == "'" ]]; then quote=''; else word+=$char; fi
		elif [[ $char == \\ ]]; then
			i=$((i + 1))
			next=${line:i:1}
			raw+=$char$next inside=yes
			[[ -z $quote || $next == [\"\$\`\\] ]] || word+=$char
			word+=$next
		elif [[ $char == '$' && ${line:i+1} =~ ^(\{[A-Za-z_][A-Za-z0-9_]*\}|[A-Za-z_][A-Za-z0-9_]*) ]]; then
			next=${BASH_REMATCH[0]} name=${BASH_REMATCH[0]//[\{\}]/}
			raw+=$char$next inside=yes
			word+=${!name-}
			i=$((i + ${#next}))
		elif [[ $char == '"' ]]; then
			raw+=$char inside=yes
			if [[ -n $quote ]]; then quote=''; else quote=$char; fi
		elif [[ -n $quote ]]; then
			raw+=$char word+=$char
		elif [[ $char == "'" ]]; then
			raw+=$char inside=yes quote=$char
		elif [[ $char == [[:blank:]] ]]; then
			[[ -z $raw$inside ]] || typed+=("$word")
			word='' raw='' inside=''
		elif [[ $char == '~' && -z $raw && ${line:i+1:1} == [/[:blank:]] ]]; then
			raw+=$char word+=$HOME
		else
			raw+=$char word+=$char
		fi
	done
	typed+=("$word")
}

_balint()
{
	local typed raw quote word open prefix words
	COMPREPLY=()
	_balint_split "${COMP_LINE:0:COMP_POINT}"
	word=${typed[-1]} open=$quote
	words=$("$1" --complete "${typed[@]:1}" 2>/dev/null)
	if (($? == 3)); then
		compopt -o default 2>/dev/null # a file is wanted
		return
	fi
	# Only $2 will be replaced, which begins after a quote, `=` or `:`; what stands before it stays.
	_balint_split "${raw%"$2"}"
	prefix=${typed[-1]}
	while IFS= read -r words; do
		[[ -n $words && $words == "$word"* ]] || continue
		words=${words#"$prefix"}
		if [[ -z $open ]]; then
			[[ $words != *[!A-Za-z0-9_.,:=@%/+-]* ]] || printf -v words %q "$words"
		elif [[ $words == *"$open"* || ($open == '"' && $words == *[\$\`\\!]*) ]]; then
			continue # it cannot be typed within that quote
		fi
		COMPREPLY+=("$words")
	done <<<"$words"
	if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *[=:,] ]]; then
		compopt -o nospace 2>/dev/null
	fi
}
complete -o nosort -F _balint balint-group balint-calendar balint-attend balint-fees
