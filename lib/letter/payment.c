#include "parts.h"

#include <balint/fatal.h>
#include <balint/request.h>

bool
payment_part(struct draft *draft, struct refusal *why)
{
	const struct notice *notice = draft->notice;
	const struct request request = { notice->person, notice->instalment, (int)notice->step };
	char payload[EPC_TEXT];
	if (!request_tell(draft->store, &request, draft->language, draft->root, payload, why))
		return false;
	if (draft->mail && *payload)
		draft->mail->qr = memory_text(payload);
	return true;
}
