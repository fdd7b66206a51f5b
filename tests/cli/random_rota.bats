# shellcheck shell=bats
# balint-attend rota against tests/oracles/rota.py, which takes turns by the rules and knows nothing of the toolkit:
# absences, cancellations, late joiners, leavers, several editions, turns by hand.
load helper

@test "random associations take turns as simulated, and their counts never differ by more than one" {
	# shellcheck disable=SC2119
	association
	n=$(times 150 30)
	succeeds "$ROOT/tests/oracles/rota.py" "$BALINT_DB" "$n" 2021
	[[ $output == "$n of $n associations take turns as by the rule: "* ]]
}
