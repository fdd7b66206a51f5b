#include <balint/forget.h>
#include <balint/query.h>
#include <balint/translation.h>

/* Reasons and places, which are everybody's. */
static int64_t
clean_texts(struct store *store)
{
	return store_run(store,
	           SQL("UPDATE session\n"
	               "   SET note = without_sure_name(note), override = without_sure_name(override), venue = without_sure_name(venue)\n"
	               " WHERE note <> without_sure_name(note) OR override <> without_sure_name(override)\n"
	               "    OR venue <> without_sure_name(venue)"))
	    + store_run(store, SQL("UPDATE issued_session SET venue = without_sure_name(venue) WHERE venue <> without_sure_name(venue)"))
	    + store_run(store, SQL("UPDATE suspension SET label = without_sure_name(label) WHERE label <> without_sure_name(label)"))
	    + store_run(store, SQL("UPDATE change SET reason = without_sure_name(reason) WHERE reason <> without_sure_name(reason)"));
}

void
calendar_forget(struct forgetting *f)
{
	struct store *store = f->store;
	forget_say(f, "consents", store_run(store, SQL("DELETE FROM consent WHERE person = :person"), ARG("person", f->person.id)), "erased", DATE_NONE);
	f->texts += clean_texts(store);
	forget_suspect(f, store_number(store, SQL("SELECT count(*) FROM session WHERE may_name(note) OR may_name(override)")), N_("some notes of sessions have a word that may be theirs or another's, and stay as they are; look at them: balint-calendar list"));
	forget_suspect(f, store_number(store, SQL("SELECT count(*) FROM session WHERE may_name(venue) OR may_name(online)")), N_("some rooms or links of sessions have a word that may be theirs or another's, and stay as they are; look at them: balint-calendar set DATE --venue T --online URL"));
	forget_suspect(f, store_number(store, SQL("SELECT count(*) FROM change WHERE may_name(reason)")), N_("some reasons of moves have a word that may be theirs or another's, and stay as they are; look at them: balint-calendar changes"));
	forget_suspect(f, store_number(store, SQL("SELECT count(*) FROM suspension WHERE may_name(label)")), N_("some breaks or closures have a word that may be theirs or another's, and stay as they are; look at them: balint-calendar break list; balint-calendar closure list"));
}
