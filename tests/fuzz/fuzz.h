/* What the fuzz targets share: taking the input apart, and expectations that end the run when they fail. */
#ifndef BALINT_FUZZ_H
#define BALINT_FUZZ_H

#include <balint/text.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert: it says what was found too. */
#define EXPECT(condition, ...) ((condition) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #condition, __VA_ARGS__))

static inline _Noreturn void __attribute__((format(printf, 4, 5)))
fuzz_fail(const char *file, int line, const char *condition, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fprintf(stderr, "%s:%d: expected %s: ", file, line, condition);
	vfprintf(stderr, format, arguments);
	fprintf(stderr, "\n");
	va_end(arguments);
	abort();
}

/* The input, from which texts and numbers are taken one after the other; at its end they are empty and 0. */
struct input {
	const uint8_t *bytes;
	size_t length;
};

static inline uint8_t
input_byte(struct input *input)
{
	if (input->length == 0)
		return 0;
	input->length--;
	return *input->bytes++;
}

static inline int64_t
input_number(struct input *input)
{
	uint64_t number = 0;
	for (int i = 0; i < 8; i++)
		number = number << 8 | input_byte(input);
	return (int64_t)number;
}

/* Up to the next NUL, on the heap, so that the sanitizer sees its exact end. Free it. */
static inline char *
input_text(struct input *input)
{
	const uint8_t *end = input->length ? memchr(input->bytes, '\0', input->length) : NULL;
	size_t length = end ? (size_t)(end - input->bytes) : input->length;
	char *text = malloc(length + 1);
	if (length)
		memcpy(text, input->bytes, length);
	text[length] = '\0';
	input->bytes += length + (end != NULL);
	input->length -= length + (end != NULL);
	return text;
}

/* Whether the bytes are UTF-8 all through. */
static inline bool
fuzz_is_utf8(const char *text, size_t length)
{
	for (size_t size; length > 0; text += size, length -= size) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		if (codepoint < 0)
			return false;
	}
	return true;
}

/* A file in memory with these bytes, and its path. Close what is returned. */
static inline int
fuzz_file(const void *bytes, size_t length, char path[64])
{
	int fd = memfd_create("fuzz", MFD_CLOEXEC);
	EXPECT(fd >= 0, "memfd_create");
	for (size_t done = 0; done < length;) {
		ssize_t written = write(fd, (const char *)bytes + done, length - done);
		EXPECT(written > 0, "write");
		done += (size_t)written;
	}
	snprintf(path, 64, "/proc/self/fd/%d", fd);
	return fd;
}

#endif
