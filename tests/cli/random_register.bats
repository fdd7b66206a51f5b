# shellcheck shell=bats
# balint-attend import, mark, list and report against tests/oracles/minutes.py, which takes a mark for the set of its minutes and
# counts by RULES 5 alone: spells that overlap, touch and lie outside the session, sessions to midnight, arrivals at the edge of the
# grace, late joiners and leavers, cancelled sessions, holes, any threshold.
load helper

@test "random registers are as counted" {
	edition
	n=$(times 120 30)
	succeeds "$ROOT/tests/oracles/minutes.py" "$BALINT_DB" "$n" 2021
	[[ $output == "$n of $n registers are as counted: "* ]]
}
