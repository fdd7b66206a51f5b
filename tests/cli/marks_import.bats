# shellcheck shell=bats disable=SC2154
# balint-attend import: marks from a CSV file.
load helper

setup()
{
	scene
	prepared group
}

# Three participants and a conductor; the sessions of 17 February, 3, 17 and 31 March.
group()
{
	edition
	balint-group set threshold=0
	for name in rossi bianchi verdi; do person $name "${name^}" Maria; done
	person gallo Gallo Pietro
	balint-group enrol rossi bianchi verdi --on 2021-02-17 >/dev/null
	balint-group enrol gallo --on 2021-02-17 --role conductor >/dev/null
	sessions --from 2021-02-17 --count 4
}

# file LINE...: file.csv of these lines.
file() { printf '%s\n' "$@" >file.csv; }

# marks: what then holds, as it is typed.
marks() { balint-attend list -c date,handle,mark | tr '\t' ' '; }

# faults <<END: `import file.csv` is refused with these lines, and the store stays as it is.
faults()
{
	keep
	capture balint-attend import file.csv
	same 1 "$status" 'the exit status'
	same '' "$output" 'standard output'
	same "$(sed 's/^/balint-attend: file.csv:/')" "$stderr" 'the faults'
	kept
}

# fault MESSAGE ROW [HEADER]: a file of this one row has this one fault.
fault()
{
	file "${3:-date,handle,status,arrived,left,mode}" "$2"
	faults <<<"2: $1"
}

@test "a row a mark; what was done is printed in the order of the file" {
	balint-attend mark 2021-02-17 verdi=present bianchi=absent
	file date,handle,status,arrived,left,mode 2021-02-17,verdi,present,,, 17/02/2021,rossi,present,21:07,,online \
		2021-02-17,bianchi,present,,22:00,room 2021-03-31,rossi,excused,,, 2021-02-17,gallo,absent,,,
	prints balint-attend import file.csv -H <<-'END'
		date|handle|action
		2021-02-17|verdi|unchanged
		2021-02-17|rossi|added
		2021-02-17|bianchi|corrected
		2021-03-31|rossi|added
		2021-02-17|gallo|added
	END
	same "$(marks)" '2021-02-17 bianchi 21:00-22:00
2021-02-17 gallo absent
2021-02-17 rossi online,21:07-22:30
2021-02-17 verdi present
2021-03-31 rossi excused'
}

@test "the same file again changes nothing" {
	file date,handle,status,arrived,left,mode 2021-02-17,rossi,present,21:00,21:40,online 2021-02-17,rossi,,21:55,22:30, 2021-02-17,verdi,absent,,, \
		2021-02-17,bianchi,present,21:00,22:30,
	prints balint-attend import file.csv -c handle,action <<<$'rossi|added\nverdi|added\nbianchi|added'
	unchanged prints balint-attend import file.csv -c handle,action <<<$'rossi|unchanged\nverdi|unchanged\nbianchi|unchanged'
	unchanged succeeds sh -c 'balint-attend import - -c action <file.csv'
	same $'unchanged\nunchanged\nunchanged' "$output"
}

@test "several rows of a person and evening are spells, wherever they stand; those that overlap or touch are one" {
	file date,handle,arrived,left 2021-02-17,rossi,21:55,22:30 2021-02-17,verdi,21:00,21:20 2021-03-03,rossi,21:10,21:20 2021-02-17,rossi,20:58,21:40 \
		2021-02-17,verdi,21:20,21:30 2021-02-17,verdi,22:00, 2021-02-17,verdi,21:00,21:20 2021-02-17,rossi,21:30,21:45
	prints balint-attend import file.csv -c date,handle <<<$'2021-02-17|rossi\n2021-02-17|verdi\n2021-03-03|rossi'
	same "$(marks)" '2021-02-17 rossi 20:58-21:45,21:55-22:30
2021-02-17 verdi 21:00-21:30,22:00-22:30
2021-03-03 rossi 21:10-21:20'
	prints balint-attend list --session 2021-02-17 -c minutes <<<$'80\n60'
}

@test "eight spells are taken, however many rows they come in; nine are not" {
	{
		echo date,handle,arrived,left
		for minute in 00 05 10 15 20 25 30 35; do
			echo "2021-02-17,rossi,21:$minute,21:${minute%?}$((${minute#?} + 2))"
			echo "2021-02-17,rossi,21:$minute,21:${minute%?}$((${minute#?} + 1))"
		done
	} >file.csv
	prints balint-attend import file.csv -n -c action <<<added
	echo 2021-02-17,rossi,21:40,21:41 >>file.csv
	faults <<<'2: arrived: more than 8 spells, together with the lines that follow'
	echo 2021-02-17,rossi,21:00,21:50 >>file.csv
	prints balint-attend import file.csv -c action <<<added
	same '2021-02-17 rossi 21:00-21:50' "$(marks)"
}

@test "Italian columns and values, semicolons, Windows-1252" {
	printf 'Sigla;Data;Presenza;Arrivo;Uscita;Modalit\xe0;Minuti\r\nrossi;17/02/2021;Presente;21:07;;A distanza;83\r\nverdi;17/02/2021;ASSENTE;;;;0\r\n' >file.csv
	printf 'bianchi;17/02/2021;scusata;;;;\r\ngallo;17/02/2021;presente;;22:00;in presenza;\r\n' >>file.csv
	prints balint-attend import file.csv -c action <<<$'added\nadded\nadded\nadded'
	same "$(marks)" '2021-02-17 bianchi excused
2021-02-17 gallo 21:00-22:00
2021-02-17 rossi online,21:07-22:30
2021-02-17 verdi absent'
	printf 'codice,data,stato,arrivato,uscita,modalità\nrossi,2021-02-17,presente,,,aula\nverdi,2021-02-17,giustificato,,,\n' >file.csv
	prints balint-attend import file.csv -c handle,action <<<$'rossi|corrected\nverdi|corrected'
	same $'present\nexcused' "$(balint-attend list -c mark | grep -v 22:00 | tail -n 2)"
}

@test "columns in any order, blank lines, spaces, and the empty column that spreadsheets leave" {
	printf 'mode , handle,date,  status,\n\nonline, rossi ,2021-02-17,present,\n,verdi,2021-02-17, absent,\n' >file.csv
	prints balint-attend import file.csv <<<$'2021-02-17|rossi|added\n2021-02-17|verdi|added'
	same $'2021-02-17 rossi online\n2021-02-17 verdi absent' "$(marks)"
}

@test "what list writes is read again without loss, as csv and as csv-it, into another register too" {
	balint-attend mark 2021-02-17 rossi=21:07,online bianchi=20:50-21:40,21:55-22:45 verdi=excused gallo=absent
	balint-attend mark 2021-03-03 rossi=online bianchi=21:00-22:30 --rest present
	balint-attend mark 2021-03-03 verdi=absent
	balint-attend mark 2021-03-31 rossi=excused
	before=$(marks)
	for format in csv csv-it; do
		balint-attend list -f $format >all.$format
		balint-attend list -f $format --history >history.$format
		unchanged succeeds balint-attend import all.$format -c action
		same "$(printf 'unchanged\n%.0s' {1..8})" "$output"
		same "$output" "$(balint-attend import history.$format -c action)" 'what the history adds'
	done
	for file in all.csv all.csv-it history.csv; do
		prepared group
		succeeds balint-attend import $file -c action
		same "$(printf 'added\n%.0s' {1..8})" "$output"
		same "$before" "$(marks)" "the marks of $file"
	done
}

@test "the columns of the contract alone are read again, but for what they do not say" {
	balint-attend mark 2021-02-17 rossi=21:07,online bianchi=present verdi=20:50-22:45
	balint-attend list -f csv -c date,handle,status,mode,arrived,left,minutes >file.csv
	unchanged prints balint-attend import file.csv -c action <<<$'unchanged\nunchanged\nunchanged'
	before=$(marks)
	prepared group
	succeeds balint-attend import file.csv
	same "$before" "$(marks)"
	balint-attend mark 2021-02-17 rossi=21:00-21:40,21:55-22:30
	balint-attend list -f csv -c date,handle,status,mode,arrived,left,minutes >file.csv
	faults <<<"3: minutes: '75', but the times give 90; of several spells write a row each, or the column 'mark'"
}

@test "the holes are filled in and read again; those that stay are passed over" {
	balint-attend mark 2021-02-17 rossi=present
	balint-attend list --unmarked -f csv | sed '/02-17,bianchi/s/unmarked,,,/present,online,21:05,22:00/; /03-03,rossi/s/unmarked/absent/' >file.csv
	same 9 "$(wc -l <file.csv)"
	prints balint-attend import file.csv <<<$'2021-02-17|bianchi|added\n2021-03-03|rossi|added'
	same '2021-02-17 bianchi online,21:05-22:00
2021-02-17 rossi present
2021-03-03 rossi absent' "$(marks)"
}

@test "times may have seconds, which are left out, or a point, and handles capitals" {
	file date,handle,arrived,left 2021-02-17,Rossi,21:07:33,21:40:59 2021-02-17,VERDI,21.07,22.00 2021-02-17,bianchi,21.07.05,
	prints balint-attend import file.csv -c handle <<<$'rossi\nverdi\nbianchi'
	same "$(marks)" '2021-02-17 bianchi 21:07-22:30
2021-02-17 rossi 21:07-21:40
2021-02-17 verdi 21:07-22:00'
	for time in 21:07:60 21:07:3 21:07:033 21:07:33:01 21,07 21.7 21:07:33+01 21..07; do
		fault "arrived: '$time' is not a time of day; write it as 21:00" "2021-02-17,rossi,\"$time\"," date,handle,arrived,left
	done
	refused 1 "rossi: '21.07' is none of *" balint-attend mark 2021-02-17 rossi=21.07
}

@test "the column mark alone says everything" {
	file date,handle,mark '2021-02-17,rossi,"online,21:00-21:40,21:55"' 2021-02-17,verdi,excused 2021-02-17,bianchi,present \
		'2021-02-17,rossi,"online,21:55-22:30,21:00-21:40"'
	prints balint-attend import file.csv -c handle <<<$'rossi\nverdi\nbianchi'
	same '2021-02-17 bianchi present
2021-02-17 rossi online,21:00-21:40,21:55-22:30
2021-02-17 verdi excused' "$(marks)"
}

@test "what else is there must agree with it" {
	local header=date,handle,status,mode,arrived,left,minutes,mark
	fault "status: 'absent', but the mark '21:07' says 'present'" 2021-02-17,rossi,absent,,,,,21:07 $header
	fault "status: 'present', but the mark 'absent' says 'absent'" 2021-02-17,rossi,present,,,,,absent $header
	fault "mode: 'online', but the mark '21:07' says 'room'" 2021-02-17,rossi,,online,,,,21:07 $header
	fault "mode: 'room', but the mark 'excused' says ''" 2021-02-17,rossi,,aula,,,,excused $header
	fault "arrived: '21:08', but the mark '21:07' says '21:07'" 2021-02-17,rossi,,,21:08,,,21:07 $header
	fault "arrived: '21:08', but the mark 'absent' says ''" 2021-02-17,rossi,,,21:08,,,absent $header
	fault "left: '22:00', but the mark 'present' says '22:30'" 2021-02-17,rossi,,,21:00,22:00,,present $header
	fault "minutes: '84', but the times give 83; of several spells write a row each, or the column 'mark'" 2021-02-17,rossi,,,,,84,21:07 $header
	fault "minutes: '83.0', but the times give 83; of several spells write a row each, or the column 'mark'" 2021-02-17,rossi,,,,,83.0,21:07 $header
	file $header '2021-02-17,rossi,presente,a distanza,21:00,22:30,75,"online,21:00-21:40,21:55"'
	prints balint-attend import file.csv -c action <<<added
}

@test "a row that says nothing is a fault, and not presence" {
	fault 'status: empty; no mark is no presence: write present, absent or excused, or leave the row out' 2021-02-17,rossi,,,,
	fault 'status: empty; no mark is no presence: write present, absent or excused, or leave the row out' 2021-02-17,rossi,,,,online
	fault 'mark: empty; no mark is no presence: write present, absent or excused, or leave the row out' 2021-02-17,rossi, date,handle,mark
	fault 'arrived: empty; no mark is no presence: write present, absent or excused, or leave the row out' 2021-02-17,rossi,, date,handle,arrived,left
	fault "status: 'unmarked', but there is more in the same row" 2021-02-17,rossi,unmarked,21:00,,
}

@test "contradictions within a file are faults of the later line" {
	file date,handle,status,arrived,left,mode 2021-02-17,rossi,present,,, 2021-02-17,rossi,absent,,, \
		2021-02-17,verdi,excused,,, 2021-02-17,verdi,absent,,, 2021-02-17,verdi,,21:00,21:40, \
		2021-02-17,bianchi,,21:00,21:40,online 2021-02-17,bianchi,,21:50,22:10, 2021-02-17,bianchi,,22:20,22:30,room \
		2021-02-17,bianchi,present,,, 2021-02-17,rossi,present,21:05,, 2021-02-17,rossi,present,,,online 2021-02-17,rossi,present,,,room
	faults <<-'END'
		3: status: 'absent', but 'present' in line 2
		5: status: 'absent', but 'excused' in line 4
		6: status: 'present', but 'excused' in line 4
		9: mode: 'room', but 'online' in line 7
		10: arrived: no times, but there are some in line 7
		11: arrived: times, but the whole session in line 2
		13: mode: 'room', but 'online' in line 2
	END
	file date,handle,mark,arrived 2021-02-17,rossi,21:07, 2021-02-17,rossi,21:08, 2021-02-17,rossi,,21:09 2021-02-17,verdi,,21:07 \
		2021-02-17,verdi,21:07, 2021-02-17,verdi,,21:09 2021-02-17,rossi,absent, 2021-02-17,bianchi,,21:07 2021-02-17,bianchi,,21:08 \
		2021-02-17,bianchi,21:07,
	faults <<-'END'
		3: mark: '21:08-22:30', but '21:07-22:30' in line 2
		4: mark: '21:09-22:30', but '21:07-22:30' in line 2
		7: mark: '21:09-22:30', but '21:07-22:30' in line 5
		8: mark: 'absent', but 'present' in line 2
		11: mark: '21:07-22:30', but 'several times' in line 9
	END
}

@test "every bad line is named with its column, and nothing is changed" {
	balint-calendar cancel 2021-03-03 --reason Neve
	person neri Neri Ada
	balint-group enrol neri --on 2021-03-10 >/dev/null
	person zeta Zeta Ugo
	file date,handle,status,arrived,left,mode 2021-02-17,rossi,present,,, 2021-02-29,rossi,present,,, 31/02/2021,rossi,present,,, domani,rossi,present,,, \
		2021-02-18,rossi,present,,, 2021-03-03,rossi,present,,, 2021-03-31,rossi,present,,, 2021-03-31,rossi,,21:00,, 2021-02-17,rosi,present,,, \
		2021-02-17,,present,,, 2021-02-17,zeta,present,,, 2021-02-17,neri,present,,, 2021-02-17,rossi,presnt,,, 2021-02-17,rossi,bo,,, \
		2021-02-17,rossi,present,,,casa 2021-02-17,rossi,present,9,, 2021-02-17,rossi,present,,25:00, 2021-02-17,rossi,present,9:07,, \
		2021-02-17,rossi,present,22:30,, 2021-02-17,rossi,present,,21:00, 2021-02-17,rossi,present,22:00,21:30, 2021-02-17,rossi,present,21:00,23:31, \
		2021-02-17,rossi,absent,21:00,, 2021-02-17,rossi,excused,,,online 2021-02-17,rossi,present,, 2021-02-17,rossi,present,,,, \
		'2021-02-17,ro"ssi,present,,,' 2021-02-17,verdi,present,,,
	faults <<-'END'
		3: date: '2021-02-29' is not a date: February 2021 has 28 days
		4: date: '31/02/2021' is not a date: February 2021 has 28 days
		5: date: 'domani' is not a date; write it as 2021-02-17 or 17/02/2021
		6: date: edition 1 has no session on 2021-02-18; the nearest is on 2021-02-17
		7: date: the session of 2021-03-03 is cancelled
		8: status: the session of 2021-03-31 has not begun; only 'excused' can be marked beforehand, and taken back: balint-attend announce 2021-03-31 HANDLE --remove
		9: status: the session of 2021-03-31 has not begun; only 'excused' can be marked beforehand, and taken back: balint-attend announce 2021-03-31 HANDLE --remove
		10: handle: unknown 'rosi'; did you mean 'rossi'?
		11: handle: unknown ''; 'balint-group members' shows them
		12: handle: 'zeta' is not a member of edition 1
		13: handle: 'neri' is not enrolled on 2021-02-17
		14: status: unknown 'presnt'; did you mean 'present'?
		15: status: unknown 'bo'; there are present, absent, excused
		16: mode: unknown 'casa'; there are room, online
		17: arrived: '9' is not a time of day; write it as 21:00
		18: left: '25:00' is not a time of day; write it as 21:00
		19: arrived: '09:07' lies outside the session, which is from 21:00 to 22:30
		20: arrived: '22:30' lies outside the session, which is from 21:00 to 22:30
		21: left: '21:00-21:00' ends before it begins
		22: arrived: '22:00-21:30' ends before it begins
		23: arrived: '21:00-23:31' lies outside the session, which is from 21:00 to 22:30
		24: status: who is absent has neither times nor a place
		25: status: who is excused has neither times nor a place
		26: 5 fields, but the first line names 6 columns
		27: 7 fields, but the first line names 6 columns
		28: field 2 has a stray quotation mark; write the field "in quotes" and double the marks inside
	END
}

@test "a first line that does not name the columns is refused" {
	header() { file "$1" 2021-02-17,rossi,present && faults <<<"1: $2"; }
	header date,handle,statsu "unknown column 'statsu'; did you mean 'status'?"
	header date,handle,cognome "unknown column 'cognome'; there are date, handle, status, arrived, left, mode, minutes, mark"
	header data,date,handle,status "two columns say 'date', the 1. and the 2."
	header handle,status,mode "there is no column 'date'; the first line names the columns: date,handle,status,arrived,left,mode"
	header date,status "there is no column 'handle'; the first line names the columns: date,handle,status,arrived,left,mode"
	header date,handle,mode "there is no column 'status', nor 'mark', 'arrived' or 'left'"
	header 2021-02-17,rossi,present "unknown column '2021-02-17'; there are date, handle, status, arrived, left, mode, minutes, mark"
	header 'da"te,handle,status' 'field 1 has a stray quotation mark; write the field "in quotes" and double the marks inside'
}

@test "a file with nothing in it, or none at all, is refused" {
	: >file.csv
	refused 1 'file.csv: nothing in it; the first line names the columns: date,handle,status,arrived,left,mode' balint-attend import file.csv
	refused 1 'none.csv cannot be read: No such file or directory' balint-attend import none.csv
	refused 1 '-: nothing in it; *' balint-attend import -
	file date,handle,status
	silent balint-attend import file.csv
	printf '\xff\xfed\0a\0' >file.csv
	faults <<<'1: the file is UTF-16; save it as CSV (UTF-8)'
}

@test "hostile cells are shown, not sent, and kept out" {
	fault 'handle: unknown '\''\x1b]0;owned\x07'\''; '\''balint-group members'\'' shows them' $'2021-02-17,\e]0;owned\a,present,,,'
	fault "handle: unknown '=cmd|x'; 'balint-group members' shows them" "2021-02-17,'=cmd|x,present,,,"
	fault "handle: unknown 'x'' or 1=1 --'; 'balint-group members' shows them" "2021-02-17,x'' OR 1=1 --,present,,,"
	printf 'date,handle,status\n2021-02-17,ro\0ssi,present\n' >file.csv
	faults <<<'2: field 2 has a NUL byte in it'
	{ echo date,handle,status && printf '2021-02-17,' && head -c 10000000 /dev/zero | tr '\0' x && echo ,present; } >file.csv
	capture balint-attend import file.csv
	same "1 balint-attend: file.csv:2: field 2 is longer than 65536 bytes" "$status $stderr"
}

@test "each edition has its own register" {
	balint-group edition add 2 --number 2 --year 2021 --min 1 >/dev/null
	balint-calendar generate --from 2021-02-17 --count 1 -e 2 >/dev/null
	balint-group enrol rossi --on 2021-02-17 -e 2 >/dev/null
	file date,handle,status 2021-02-17,rossi,absent
	succeeds balint-attend import file.csv -e 2
	silent balint-attend list -e 1
	prints balint-attend list -e 2 -c handle,status <<<'rossi|absent'
}

@test "a hundred thousand rows of a few people take no more memory than one" {
	peak() { ASAN_OPTIONS=quarantine_size_mb=0:thread_local_quarantine_size_kb=0 /usr/bin/python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$@"; }
	balint-attend mark 2021-02-17 rossi=21:07 bianchi=absent
	file date,handle,status,arrived,left 2021-02-17,rossi,present,21:07, 2021-02-17,bianchi,absent,,
	small=$(peak balint-attend import file.csv)
	yes $'2021-02-17,rossi,present,21:07,\n2021-02-17,bianchi,absent,,' | head -n 100000 >>file.csv
	unchanged prints balint-attend import file.csv <<<$'2021-02-17|rossi|unchanged\n2021-02-17|bianchi|unchanged'
	[ "$(peak balint-attend import file.csv)" -lt $((small + 2000)) ]
}
