/*
 * Into a Maildir, once however often: the file's name is the message's hash, in tmp/ until it is whole and on the disk,
 * then in new/. A reader moves it into cur/ and may put more behind its name there; only cur/, therefore, is read through.
 */
#include "ways.h"

#include <balint/fatal.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum folder { TMP, NEW, CUR, FOLDERS };
static const char *const names[FOLDERS] = { "tmp", "new", "cur" };

struct maildir {
	const char *path;
	int folders[FOLDERS]; /* descriptors, or -1 */
};

/* Opens a directory, made if it is not there. */
static int
open_directory(const char *path, struct refusal *why)
{
	bool made = mkdir(path, 0700) == 0;
	int fd = made || errno == EEXIST ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	if (fd >= 0 && (!made || (fchmod(fd, 0700) == 0 && file_sync_parent(path))))
		return fd;
	way_closed(why, path);
	if (fd >= 0)
		close(fd);
	return -1;
}

static bool
maildir_open(struct maildir *maildir, struct refusal *why)
{
	int fd = open_directory(maildir->path, why);
	if (fd < 0)
		return false;
	close(fd);
	for (enum folder i = TMP; i < FOLDERS; i++) {
		char *path = memory_format("%s/%s", maildir->path, names[i]);
		maildir->folders[i] = open_directory(path, why);
		free(path);
		if (maildir->folders[i] < 0)
			return false;
	}
	return true;
}

static void
maildir_close(const struct maildir *maildir)
{
	for (enum folder i = TMP; i < FOLDERS; i++)
		if (maildir->folders[i] >= 0)
			close(maildir->folders[i]);
}

static enum handed
folder_closed(const struct maildir *maildir, enum folder folder, struct refusal *why)
{
	int error = errno;
	char *path = memory_format("%s/%s", maildir->path, names[folder]);
	errno = error;
	way_closed(why, path);
	free(path);
	return MAIL_CLOSED;
}

/* Whether the message is in new/. MAIL_LATER if not. */
static enum handed
look_in_new(const struct maildir *maildir, const char *hash, struct refusal *why)
{
	struct stat now;
	if (fstatat(maildir->folders[NEW], hash, &now, AT_SYMLINK_NOFOLLOW) == 0)
		return MAIL_SENT;
	return errno == ENOENT ? MAIL_LATER : folder_closed(maildir, NEW, why);
}

/* Whether it is in cur/: its name, with or without what readers add. */
static enum handed
look_in_cur(const struct maildir *maildir, const char *hash, struct refusal *why)
{
	int fd = openat(maildir->folders[CUR], ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *entries = fd >= 0 ? fdopendir(fd) : NULL;
	const struct dirent *entry = NULL;
	bool found = false;
	errno = entries ? 0 : errno;
	while (entries && !found && (entry = readdir(entries)))
		found = strncmp(entry->d_name, hash, MAIL_HASH - 1) == 0;
	enum handed handed = found ? MAIL_SENT : entries && errno == 0 ? MAIL_LATER : folder_closed(maildir, CUR, why);
	if (entries)
		closedir(entries);
	else if (fd >= 0)
		close(fd);
	return handed;
}

/* Into tmp/, where what a run that was killed has left, or somebody else has put, makes room. */
static bool
write_whole(const struct maildir *maildir, const struct message *message)
{
	int tmp = maildir->folders[TMP];
	if (unlinkat(tmp, message->hash, 0) != 0 && errno != ENOENT)
		return false;
	int fd = openat(tmp, message->hash, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return false;
	bool good = fchmod(fd, 0600) == 0 && file_write(fd, message->bytes, message->size) && file_sync(fd);
	int error = errno;
	if (close(fd) != 0 && good) {
		good = false;
		error = errno;
	}
	if (!good)
		unlinkat(tmp, message->hash, 0);
	errno = error;
	return good;
}

static enum handed
deliver(const struct maildir *maildir, const struct message *message, struct refusal *why)
{
	const int *folders = maildir->folders;
	enum handed handed = look_in_new(maildir, message->hash, why); /* in this order, which is that of a message read meanwhile */
	if (handed == MAIL_LATER)
		handed = look_in_cur(maildir, message->hash, why);
	if (handed != MAIL_LATER)
		return handed;
	if (!write_whole(maildir, message))
		return folder_closed(maildir, TMP, why);
	if (renameat(folders[TMP], message->hash, folders[NEW], message->hash) == 0 && file_sync(folders[NEW]))
		return MAIL_SENT;
	folder_closed(maildir, NEW, why);
	unlinkat(folders[TMP], message->hash, 0);
	return MAIL_CLOSED;
}

enum handed
maildir_take(const char *directory, const struct message *message, struct refusal *why)
{
	struct maildir maildir = { directory, { -1, -1, -1 } };
	enum handed handed = maildir_open(&maildir, why) ? deliver(&maildir, message, why) : MAIL_CLOSED;
	maildir_close(&maildir);
	return handed;
}
