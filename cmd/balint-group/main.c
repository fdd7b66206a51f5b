#include "verbs.h"

static const struct verb *const verbs[] = {
	&verb_init,
	&verb_get,
	&verb_set,
	&verb_profession_list,
	&verb_profession_add,
	&verb_edition_add,
	&verb_edition_list,
	&verb_edition_show,
	&verb_edition_set,
	&verb_edition_clone,
	&verb_edition_close,
	&verb_edition_reopen,
	&verb_edition_remove,
	&verb_person_add,
	&verb_person_list,
	&verb_person_show,
	&verb_person_set,
	&verb_person_remove,
	&verb_import,
	&verb_enrol,
	&verb_admit,
	&verb_withdraw,
	&verb_unenrol,
	&verb_members,
	&verb_roster,
	&verb_renewal_places,
	&verb_renewal,
	&verb_brochure,
	&verb_check,
	&verb_outbox_list,
	&verb_outbox_show,
	&verb_outbox_retry,
	&verb_outbox_drop,
	&verb_log,
	&verb_undo,
	&verb_backup,
	&verb_restore,
	&verb_export,
	&verb_forget,
	&verb_demo,
	NULL,
};

static const struct program program = { "balint-group", "The association, its editions, people and enrolments; the store itself.", verbs };

int
main(int argc, char **argv)
{
	return program_main(&program, argc, argv);
}
