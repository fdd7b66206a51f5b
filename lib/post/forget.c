#include <balint/forget.h>
#include <balint/query.h>

void
post_forget(struct forgetting *f)
{
	struct store *store = f->store;
	forget_say(f, "notices", store_run(store, SQL("DELETE FROM outbox WHERE person = :person"), ARG("person", f->person.id)), "erased", DATE_NONE);
	f->texts += store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET address = without_sure_name(address), via = without_sure_name(via), error = without_sure_name(error)\n"
	        " WHERE address <> without_sure_name(address) OR via <> without_sure_name(via) OR error <> without_sure_name(error)"));
}
