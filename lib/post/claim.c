/*
 * Claims are locks of open file descriptions (F_OFD_SETLK) on the store's file, one byte for each notice, far beyond those
 * that SQLite locks. The kernel takes them away with the process. They are not SQLite's POSIX locks, but closing any
 * descriptor of the file would end those: so this one is kept open.
 */
#include <balint/delivery.h>
#include <balint/fatal.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static const int64_t FIRST_BYTE = INT64_C(1) << 61;

int
claim_open(const char *store, struct refusal *why)
{
	int claims = open(store, O_RDWR | O_CLOEXEC);
	if (claims < 0)
		refuse(why, "%s: %s", store, system_error(errno));
	return claims;
}

static bool
set(int claims, int64_t id, short type)
{
	struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = FIRST_BYTE + id, .l_len = 1 };
	return fcntl(claims, F_OFD_SETLK, &lock) == 0;
}

bool
claim_take(int claims, int64_t id)
{
	if (set(claims, id, F_WRLCK))
		return true;
	if (errno != EAGAIN && errno != EACCES)
		fatal(REFUSED, "the store's file cannot be locked: %s", system_error(errno));
	return false;
}

void
claim_release(int claims, int64_t id)
{
	set(claims, id, F_UNLCK);
}
