# shellcheck shell=bats
# balint-attend rules: what a rule of attendance may ask, and where rules are.
load helper

setup()
{
	scene
	association
}

@test "the toolkit's rules, and the association's threshold" {
	prints balint-attend rules -H <<-'END'
		name|label|requirements
		balint-units|Lavoro Balint in unità di 45 minuti|unit 45, units 30, room-units 20, months 6
		ecm|Educazione continua in medicina (ECM)|minutes 90 %
		none|Nessun requisito|
		threshold|90 % dei minuti|minutes 90 %
	END
}

@test "they are listed in the language of the association" {
	balint-group set language=en threshold=75
	prints balint-attend rules -c name,label <<-'END'
		balint-units|Balint work in units of 45 minutes
		ecm|Continuing medical education (ECM)
		none|No requirement
		threshold|75 % of the minutes
	END
}

@test "the association's own rules are among them, and come before those of the same name" {
	mkdir -p own/rules
	printf 'label-it Scuola\nlabel-en School\nminutes 80 %%\nmonths 9\n' >own/rules/school.rule
	printf 'label-it Più severa\nminutes 95%%\n' >own/rules/ecm.rule
	echo 'no rule' >own/rules/readme.txt
	balint-group set directory="$PWD/own"
	prints balint-attend rules -c name,requirements <<-'END'
		balint-units|unit 45, units 30, room-units 20, months 6
		ecm|minutes 95 %
		none|
		school|minutes 80 %, months 9
		threshold|minutes 90 %
	END
	mv own elsewhere
	refused 1 "the setting directory is '$PWD/own': No such file or directory; to do without it: balint-group set directory=" balint-attend rules
}

@test "a rule has a name that can be set, or is none" {
	balint-group edition add 1 --number 1 --year 2021 >/dev/null
	mkdir -p own/rules
	balint-group set directory="$PWD/own"
	for name in 'a b' Scuola -x .x 9_a.b-c "$(printf '%065d' 0)" "$(printf '%064d' 0)"; do
		echo 'label-it Scuola' >"own/rules/$name.rule"
		case $name in
		9* | "$(printf '%064d' 0)")
			succeeds balint-attend report --rule "$name"
			balint-group set rule="$name" ;;
		*)
			refused 1 "rule: unknown '$name'; *" balint-attend report --rule="$name"
			refused 1 '*' balint-group set rule="$name" ;;
		esac
	done
	prints balint-attend rules -c name <<<"$(printf '%064d' 0)"$'\n9_a.b-c\nbalint-units\necm\nnone\nthreshold'
}

@test "a rule that is malformed is refused at its line" {
	mkdir -p own/rules
	balint-group set directory="$PWD/own"
	printf '# Scuola\nlabel-it Scuola\nminuts 80 %%\n' >own/rules/school.rule
	refused 1 "$PWD/own/rules/school.rule:3: unknown 'minuts'; did you mean 'minutes'?" balint-attend rules
	printf 'label-it Scuola \e]0;owned\a\nminutes 80 %%\n' >own/rules/school.rule
	refused 1 "$PWD/own/rules/school.rule:1: label-it: control character U+001B at character 8" balint-attend rules
	printf 'label-it Scuola\nunits 80\n' >own/rules/school.rule
	refused 1 "$PWD/own/rules/school.rule:2: 'units' without a line 'unit', which says how many minutes a unit has" balint-attend rules
	printf 'label-it Scuola\n' >own/rules/threshold.rule
	rm own/rules/school.rule
	refused 1 "$PWD/own/rules/threshold.rule: that name is taken by the setting threshold; give the file another one" balint-attend rules
}

@test "the rules installed are the ones built in" {
	for file in "$ROOT"/share/rules/*.rule; do
		name=$(basename "$file" .rule)
		mkdir -p own/rules
		cp "$file" own/rules/copy.rule
		balint-group set directory="$PWD/own"
		same "$(balint-attend rules -f csv -c label,requirements | sed -n "$(($(balint-attend rules -c name | grep -nx "$name" | cut -d: -f1) + 1))p")" \
			"$(balint-attend rules -f csv -c label,requirements | sed -n "$(($(balint-attend rules -c name | grep -nx copy | cut -d: -f1) + 1))p")" "$name"
	done
}
