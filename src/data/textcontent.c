/* SPDX-License-Identifier: MIT */
/*
 * Generator of the trees of text/extract/textcontent, run while building:
 *	textcontent DATA-FOLDER >gen/textcontent.h
 * Reads textcontent.trees, which `make train-text` writes.
 */
#include "data/trees.h"

int
main(int argc, char *argv[])
{
	return trees_main(data_folder(argc, argv), "textcontent", "TEXTCONTENT");
}
