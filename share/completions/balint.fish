# Completion of the balint programs for fish: the words come from the programs' own tables, and from the store.

# The word being typed as the program would get it, be its quote closed or not.
function __balint_current
    set -l word (commandline -ct)
    for close in '' '"' "'"
        string unescape -- $word$close
        and return
    end
    echo $word
end

function __balint_complete
    set -l typed (commandline -opc) (__balint_current)
    set -l current $typed[-1]
    set -l words (command $typed[1] --describe (string replace --regex '^(~|\$HOME)/' $HOME/ -- $typed[2..-1]) 2>/dev/null)
    if test $status -ne 3
        printf '%s\n' $words
        return
    end
    # A file is wanted, after what the program has said of the word.
    set -l name (string sub --start (math (string length -- "$words") + 1) -- $current)
    for file in (__fish_complete_path $name)
        printf '%s%s\n' "$words" $file
    end
end

for program in balint-group balint-calendar balint-attend balint-fees
    complete --command $program --no-files --keep-order --arguments '(__balint_complete)'
end
