# shellcheck shell=bats
# RULES 6.5 in any order of payments, adjustments, refunds and reversals: the sums of the ledger, after each of them.
load helper

# wrong: the sums that are not as they must be, now and as of each day on which something was done.
wrong()
{
	sql "
	SELECT 'open is not charged and adjusted less allocated: ' || i.id FROM instalment_account AS i
	 WHERE i.paid > i.gross + i.adjusted OR i.paid < 0 OR i.gross + i.adjusted < 0
	UNION ALL
	SELECT 'a payment beyond its amount: ' || e.id
	  FROM entry AS e LEFT JOIN allocation AS a ON a.entry = e.id
	 WHERE e.kind = 'payment'
	 GROUP BY e.id
	HAVING coalesce(sum(a.amount), 0) NOT BETWEEN 0 AND iif(EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id), 0, e.amount)
	UNION ALL
	SELECT 'a refund that is not what its payments gave: ' || e.id
	  FROM entry AS e LEFT JOIN allocation AS a ON a.refund = e.id
	 WHERE e.kind = 'refund'
	 GROUP BY e.id
	HAVING coalesce(sum(a.amount), 0) <> iif(EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id), 0, e.amount)
	UNION ALL
	SELECT 'credit beside what is open: ' || p.handle
	  FROM person AS p JOIN payment_rest AS r ON r.person = p.id AND r.rest > 0
	  JOIN person AS o ON o.id = p.id OR o.payer = p.id
	  JOIN instalment_account AS i ON i.person = o.id AND i.gross + i.adjusted > i.paid
	UNION ALL
	SELECT 'money is lost: ' || sum(amount)
	  FROM (SELECT iif(kind = 'refund', -amount, amount) AS amount FROM entry WHERE kind IN ('payment', 'refund')
	        UNION ALL SELECT iif(e.kind = 'refund', -r.amount, r.amount) FROM entry AS r JOIN entry AS e ON e.id = r.reverses WHERE e.kind <> 'adjustment'
	        UNION ALL SELECT -paid FROM instalment_account
	        UNION ALL SELECT -rest FROM payment_rest)
	HAVING sum(amount) <> 0
	UNION ALL
	SELECT 'an instalment beyond what was owed on ' || d.date || ': ' || i.id
	  FROM (SELECT date FROM entry UNION SELECT date FROM allocation) AS d, instalment AS i
	 WHERE (SELECT coalesce(sum(amount), 0) FROM allocation WHERE instalment = i.id AND date <= d.date) NOT BETWEEN 0
	       AND i.gross + (SELECT coalesce(sum(amount), 0) FROM entry WHERE instalment = i.id AND date <= d.date)
	UNION ALL
	SELECT 'a payment beyond its amount on ' || d.date || ': ' || e.id
	  FROM (SELECT date FROM entry UNION SELECT date FROM allocation) AS d, entry AS e
	 WHERE e.kind = 'payment'
	   AND (SELECT coalesce(sum(amount), 0) FROM allocation WHERE entry = e.id AND date <= d.date) NOT BETWEEN 0
	       AND iif(e.date <= d.date, e.amount, 0) + (SELECT coalesce(sum(amount), 0) FROM entry WHERE reverses = e.id AND date <= d.date)"
}

# Two are paid for by an institution, one pays alone.
people()
{
	edition
	sessions --from 2021-02-17 --count 4
	balint-fees tariff set medici-psicologi 100
	balint-group person add asl --family 'ASL Torino' --institution >/dev/null
	participant rossi Rossi Maria --payer asl
	participant conti Conti Teresa --payer asl
	participant greco Greco Silvia
	balint-fees plan --months 2021-02..2021-04 >/dev/null
}

# act DAY: something that may be asked for on that day; what is refused, is.
act()
{
	local who=(rossi conti greco asl) euro=$((RANDOM % 150)).$((10 + RANDOM % 90)) last day
	printf -v day '2021-03-%02d' $((1 + RANDOM % $1))
	last=$(sql 'SELECT coalesce(max(id), 1) FROM entry')
	case $((RANDOM % 9)) in
	[0-2]) set -- pay "${who[RANDOM % 4]}" "$euro" --on "$day" --again ;;
	3) set -- adjust "${who[RANDOM % 3]}" --less "$euro" --reason sconto --again ;;
	4) set -- adjust "${who[RANDOM % 3]}" --more "$euro" --reason libro --again ;;
	5) set -- refund "${who[RANDOM % 4]}" "$((RANDOM % 40)).00" --on "$BALINT_TODAY" --again ;;
	*) set -- reverse $((1 + RANDOM % last)) --reason errore ;;
	esac
	capture balint-fees "$@" --quiet
	[ "$status" -le 1 ] || { echo "$* ends with $status: $stderr" && false; }
	done="$done$* ($status)"$'\n'
	[ "$status" -eq 0 ] || refusals=$((refusals + 1))
}

# sequence SEED: thirty of them, a day each.
sequence()
{
	local day done= refusals=0
	RANDOM=$1
	people
	for day in {1..30}; do
		export BALINT_TODAY
		printf -v BALINT_TODAY '2021-03-%02d' "$day"
		act "$day"
		same '' "$(wrong)" "the ledger after"$'\n'"$done" || return
	done
	same '' "$(balint-group check -c level,finding | grep '^error')" 'the errors that check finds'
	[ "$refusals" -lt 25 ]
}

@test "the sums hold after each of thirty random acts: seed 1" { sequence 1; }
@test "the sums hold after each of thirty random acts: seed 2" { sequence 2; }
@test "the sums hold after each of thirty random acts: seed 3" { sequence 3; }
@test "the sums hold after each of thirty random acts: seed 4" { sequence 4; }
