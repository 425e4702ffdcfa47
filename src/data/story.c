/* SPDX-License-Identifier: MIT */
/*
 * Generator of the trees of html/story, run while building:
 *	story DATA-FOLDER >gen/story.h
 * Reads story.trees, which `make train` writes.
 */
#include "data/trees.h"

int
main(int argc, char *argv[])
{
	return trees_main(data_folder(argc, argv), "story", "STORY");
}
