#include <balint/forget.h>
#include <balint/query.h>

/* Reasons, which are everybody's. */
static int64_t
clean_texts(struct store *store)
{
	return store_run(store,
	           SQL("UPDATE session\n"
	               "   SET note = without_sure_name(note), override = without_sure_name(override)\n"
	               " WHERE note <> without_sure_name(note) OR override <> without_sure_name(override)"))
	    + store_run(store, SQL("UPDATE change SET reason = without_sure_name(reason) WHERE reason <> without_sure_name(reason)"));
}

void
calendar_forget(struct forgetting *f)
{
	struct store *store = f->store;
	forget_say(f, "consents", store_run(store, SQL("DELETE FROM consent WHERE person = :person"), ARG("person", f->person.id)), "erased", DATE_NONE);
	f->texts += clean_texts(store);
	forget_suspect(f, store_number(store, SQL("SELECT count(*) FROM session WHERE may_name(note) OR may_name(override)")), "notes of sessions",
	    "balint-calendar list");
	forget_suspect(f, store_number(store, SQL("SELECT count(*) FROM session WHERE may_name(venue) OR may_name(online)")), "rooms or links of sessions",
	    "balint-calendar set DATE --venue T --online URL");
	forget_suspect(f, store_number(store, SQL("SELECT count(*) FROM change WHERE may_name(reason)")), "reasons of moves", "balint-calendar changes");
	forget_suspect(f, store_number(store, SQL("SELECT count(*) FROM suspension WHERE may_name(label)")), "breaks or closures",
	    "balint-calendar break list; balint-calendar closure list");
}
