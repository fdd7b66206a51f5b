#include "ways.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum handed
way_closed(struct refusal *why, const char *place)
{
	return refuse(why, "%s: %s", place, system_error(errno)), MAIL_CLOSED;
}

bool
file_write(int fd, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t written = write(fd, bytes, size);
		if (written < 0 && errno != EINTR)
			return false;
		bytes += written > 0 ? written : 0;
		size -= written > 0 ? (size_t)written : 0;
	}
	return true;
}

bool
file_sync(int fd)
{
	return fsync(fd) == 0 || errno == EINVAL;
}

bool
file_sync_parent(const char *path)
{
	const char *end = path + strlen(path);
	while (end > path && end[-1] == '/') /* of a directory written `mail/` */
		end--;
	while (end > path && end[-1] != '/')
		end--;
	char *parent = end > path ? memory_format("%.*s", (int)(end - path), path) : memory_text(".");
	int fd = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(parent);
	if (fd < 0)
		return false;
	bool good = file_sync(fd);
	int error = errno;
	close(fd);
	errno = error;
	return good;
}
