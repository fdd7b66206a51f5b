# shellcheck shell=bats disable=SC2154
# balint-fees reconcile on statements of 1,000 credits over five editions with homonyms, written by tests/oracles/statements.py
# in the manners of RULES 7.3, 7.4 and 8, and judged by judge.py: no cent to a wrong person or month, at least 97 % of what is
# sure matched, nothing without a reason. More of them with scripts/check --deep. The judge is tried too.
load helper

ORACLES=$ROOT/tests/oracles

# statement SEED: its store and files, in the directory `statement`.
statement()
{
	local made=$BATS_FILE_TMPDIR/$1
	if [ ! -d "$made" ]; then
		mkdir "$made.new"
		"$ORACLES/statements.py" "$1" "$made.new"
		mv "$made.new" "$made"
	fi
	cp -r "$made" statement
	export BALINT_TODAY=2023-01-31
}

# fresh: the store as it was before the statement.
fresh()
{
	rm -f "$BALINT_DB"*
	cp statement/store.db "$BALINT_DB"
}

# reconciled ARGUMENT...: does its work, whether or not a person must look at the rest.
reconciled()
{
	capture balint-fees reconcile "$@"
	[[ $status == [03] ]] && return
	printf 'reconcile %s: exit status %s\n%s\n' "$*" "$status" "$stderr"
	return 1
}

# judged FORM...: each form of the statement, into a store of its own.
judged()
{
	local form
	for form in "$@"; do
		fresh
		reconciled "statement/$form" --apply -f jsonl
		printf '%s\n' "$output" >rows
		"$ORACLES/judge.py" "$BALINT_DB" "statement/${form%.*}.truth" rows >report || { echo "$form:" && cat report && return 1; }
		balint-group check
	done
}

# expert [SLIP]: what the judge says of an expert who makes this mistake.
expert()
{
	rm -f expert.db
	cp statement/store.db expert.db
	"$ORACLES/expert.py" expert.db statement/generic.truth "$@" >rows
	"$ORACLES/judge.py" expert.db statement/generic.truth rows
}

@test "statement 1: nobody gets another's money, and what is sure is matched" {
	statement 1
	judged generic.csv unicredit.csv camt.xml
}

@test "statement 2: nobody gets another's money, and what is sure is matched" {
	statement 2
	judged generic.csv unicredit.csv camt.xml
}

@test "statement 3: nobody gets another's money, and what is sure is matched" {
	statement 3
	judged generic.csv unicredit.csv camt.xml
}

@test "the same statement again adds nothing, and every credit is a duplicate" {
	statement 1
	for form in generic.csv unicredit.csv camt.xml; do
		fresh
		reconciled statement/$form --apply
		before=$(fingerprint)
		reconciled statement/$form --apply -f tsv -c verdict
		same duplicate "$(uniq <<<"$output")" "the verdicts on $form"
		same "$before" "$(fingerprint)" 'the store'
	done
}

@test "half the statement and then all of it is all of it" {
	statement 2
	fresh
	reconciled statement/generic.csv --apply
	whole=$(sql 'SELECT booked_on, amount, text FROM credit ORDER BY 1, 2, 3; SELECT id, paid FROM instalment_account')
	fresh
	# Not among lines of the same day that are alike: a half ends with its day.
	day=$(sed -n 500p statement/generic.csv | cut -c -10)
	awk -v day="$day" 'NR == 1 || substr($0, 1, 10) < day' statement/generic.csv >half.csv
	reconciled half.csv --apply
	reconciled statement/generic.csv --apply
	same "$whole" "$(sql 'SELECT booked_on, amount, text FROM credit ORDER BY 1, 2, 3; SELECT id, paid FROM instalment_account')" 'credits and instalments'
}

@test "a preview says what --apply then does" {
	statement 3
	fresh
	columns=line,date,amount,payer,text,verdict,handle,month,allocated,reason,edition
	keep
	reconciled statement/camt.xml -f tsv -c $columns
	kept
	preview=$output
	reconciled statement/camt.xml --apply -f tsv -c $columns
	same "$preview" "$output" 'the rows of --apply'
}

@test "the judge finds nothing wrong with an expert" {
	statement 1
	run -0 expert
	[[ ${lines[-1]} == *'wrong: 0;'*'without a reason: 0; other faults: 0;'* ]]
}

@test "the judge finds a wrong person, month or amount, and what nobody could know" {
	statement 1
	for slip in person month amount never; do
		run -1 expert $slip
		[[ ${lines[-1]} == *'wrong: 1;'* ]] || same "wrong: 1 ($slip)" "${lines[-1]}"
	done
}

@test "the judge finds a missing reason, a missing row, a lost credit, and too little matched" {
	statement 1
	for slip in reason line; do
		run -1 expert $slip
		[[ ${lines[-1]} == *'without a reason: 1;'* ]] || same "without a reason: 1 ($slip)" "${lines[-1]}"
	done
	run -1 expert store
	[[ ${lines[-1]} == *'other faults: 1;'* ]]
	run -1 expert lazy
	[[ ${lines[-1]} == *'wrong: 0;'* ]]
}

@test "the same seed gives the same statement, another one another" {
	statement 2
	rm -r statement
	statement 1
	mkdir again
	PYTHONHASHSEED=7 "$ORACLES/statements.py" 1 again
	for file in generic.csv unicredit.csv camt.xml generic.truth unicredit.truth camt.truth; do cmp statement/$file again/$file; done
	run -1 cmp -s statement/generic.csv "$BATS_FILE_TMPDIR/2/generic.csv"
}

@test "the statement is well formed, and has a thousand credits" {
	statement 1
	xmllint --noout statement/camt.xml
	for form in generic unicredit camt; do
		same 1000 "$(grep -vc '"amount": -' statement/$form.truth)" "the credits of $form"
	done
}
