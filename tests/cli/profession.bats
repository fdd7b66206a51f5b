# shellcheck shell=bats
# balint-group profession: the professions, and the categories that tariffs are set for.
load helper

setup()
{
	scene
	association
}

@test "a new store knows the professions of the brochure, in two categories" {
	prints balint-group profession list -c code,category <<-'END'
		medico|medici-psicologi
		psicologo|medici-psicologi
		psicoterapeuta|medici-psicologi
		altro|altre-professioni
		assistente-sociale|altre-professioni
		educatore|altre-professioni
		infermiere|altre-professioni
		insegnante|altre-professioni
		oss|altre-professioni
		tecnico|altre-professioni
		terp|altre-professioni
		vigilatrice-infanzia|altre-professioni
	END
}

@test "each profession has a label for papers" {
	prints balint-group profession list -c code,label -f csv <<-'END'
		code,label<CR>
		medico,Medico<CR>
		psicologo,Psicologo<CR>
		psicoterapeuta,Psicoterapeuta<CR>
		altro,Altra professione<CR>
		assistente-sociale,Assistente sociale<CR>
		educatore,Educatore<CR>
		infermiere,Infermiere<CR>
		insegnante,Insegnante<CR>
		oss,Operatore socio-sanitario<CR>
		tecnico,Tecnico<CR>
		terp,Tecnico della riabilitazione psichiatrica<CR>
		vigilatrice-infanzia,Vigilatrice d'infanzia<CR>
	END
}

@test "add makes a profession and prints its code" {
	prints balint-group profession add pediatra --category medici-psicologi --label 'Pediatra di libera scelta' <<<pediatra
	run balint-group profession list
	[[ $output == *"pediatra${TAB}medici-psicologi${TAB}Pediatra di libera scelta"* ]]
}

@test "adding it again changes nothing" {
	balint-group profession add pediatra --category medici-psicologi --label Pediatra
	unchanged prints balint-group profession add pediatra --category medici-psicologi --label Pediatra <<<pediatra
}

@test "adding it with other content is refused" {
	refused 1 "profession 'medico' is there with category 'medici-psicologi', not 'altre-professioni'; *" \
		balint-group profession add medico --category altre-professioni --label Medico
	refused 1 "profession 'medico' is there with label 'Medico', not 'Dottore'; *" \
		balint-group profession add medico --category medici-psicologi --label Dottore
}

@test "a new category is made by its first profession, and can have a tariff" {
	balint-group edition add 1 --number 1 --year 2021
	balint-group profession add studente --category studenti --label Studente
	silent balint-fees tariff set studenti 100
	prints balint-fees tariff list -c category,gross <<<'studenti|122.00'
}

@test "code, category and label are needed, and none is empty" {
	refused 2 '--category C is needed' balint-group profession add x --label X
	refused 2 '--label TEXT is needed' balint-group profession add x --category c
	refused 2 "'profession add' wants CODE" balint-group profession add --category c --label X
	refused 2 '--category: an empty text' balint-group profession add x --category '' --label X
	refused 2 '--label: an empty text' balint-group profession add x --category c --label ''
	refused 1 "'' is not a *" balint-group profession add '' --category c --label X
}

@test "a code can be typed in a shell" {
	refused 1 "'Medico di base' is not a *" balint-group profession add 'Medico di base' --category c --label X
}

@test "a noun without its verb says which there are" {
	refused 2 "'profession' wants one of: list, add" balint-group profession
}
