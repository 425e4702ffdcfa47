/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/sentences/sentscore's weights, run while building:
 *	sent DATA-FOLDER >gen/sent.h
 * Reads sent.weights, which `make train-sentences` writes.
 */
#include "data/generate.h"
#include "text/sentences/sent.h"

/* The next number, behind blanks and remarks. */
static int
number(FILE *f, int min, int max)
{
	char remark[1024];
	int n;

	while (fscanf(f, " %1[#]", remark) == 1)
		if (fgets(remark, sizeof remark, f) == NULL)
			break;
	if (fscanf(f, "%d", &n) != 1 || n < min || n > max)
		fail("sent.weights", "a number is missing or too large");
	return n;
}

int
main(int argc, char *argv[])
{
	FILE *f = data_open(data_folder(argc, argv), "sent.weights");
	int bias;

	bias = number(f, -100000, 100000);
	printf("const struct sent_weights score_weights = {.bias = %d,"
	    " .slot = {", bias);
	for (int i = 0; i < SENT_SLOTS; i++)
		printf("%s%d,", i % 32 ? "" : "\n", number(f, -127, 127));
	printf("\n}};\n");
	data_close(f, "sent.weights");
	data_print_version(data_folder(argc, argv), "sent.weights",
	    "SENT_VERSION");
	return data_finish();
}
