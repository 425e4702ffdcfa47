/* SPDX-License-Identifier: MIT */
/*
 * Generator of the trees of html/extract/content, run while building:
 *	content DATA-FOLDER >gen/content.h
 * Reads content.trees, which `make train` writes.
 */
#include "data/trees.h"

int
main(int argc, char *argv[])
{
	return trees_main(data_folder(argc, argv), "content", "CONTENT");
}
