# shellcheck shell=bats
# balint-calendar plan, generate and list against tests/oracles/count.py, which counts by the rules and knows nothing of
# the toolkit: first dates from 2001 to 2040, steps of one to four weeks, all three ends, breaks and closures of this
# edition, of all and of another one, both ways to resume.
load helper

make_two_editions()
{
	make_association
	balint-group edition add 1 --number 1 --year 2021 >/dev/null
	balint-group edition add 2 --number 2 --year 2021 >/dev/null
}

@test "random calendars are as counted" {
	prepared make_two_editions
	n=$(times 300 60)
	succeeds "$ROOT/tests/oracles/count.py" "$BALINT_DB" "$n" 2021
	[[ $output == "$n of $n calendars are as counted: "* ]]
}
