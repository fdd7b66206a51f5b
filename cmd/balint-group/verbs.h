/* The verbs of balint-group, one file a noun or verb. */
#ifndef VERBS_H
#define VERBS_H

#include <balint/command.h>

/* After somebody joined or left, or others are asked: asks newcomers about open changes, and makes those that waited only for who is gone. */
void follow_members(struct command *command, int64_t edition);

/* After somebody's membership of the edition meant has ended: writes off what they do not owe, and says so. */
void follow_leaver(struct command *command, const char *handle, struct date last);

/* The findings about the editions (EDITION_ALL: all open ones) and the ledger, but not about the file. */
void findings_gather(struct store *store, int64_t edition, row_taker *take, void *context);

extern const struct verb verb_init, verb_get, verb_set, verb_profession_list, verb_profession_add, verb_edition_add,
    verb_edition_list, verb_edition_show, verb_edition_set, verb_person_add, verb_person_list, verb_person_show,
    verb_person_set, verb_enrol, verb_withdraw, verb_members, verb_check, verb_outbox_list,
    verb_outbox_show, verb_outbox_retry, verb_outbox_drop, verb_log, verb_undo, verb_backup, verb_restore, verb_export,
    verb_demo, verb_forget, verb_person_remove, verb_edition_remove, verb_unenrol, verb_admit, verb_edition_clone,
    verb_edition_close, verb_edition_reopen, verb_renewal, verb_renewal_places, verb_import, verb_roster, verb_brochure;

#endif
