/* SPDX-License-Identifier: MIT */
/*
 * svg and MathML in a page (13.2.6.5).
 */
#include <string.h>
#include <strings.h>

#include "html/tree/builder.h"

static bool
is_point_for_start(const struct opened *e, const struct token *t)
{
	if (e->html_point)
		return true;
	if (e->text_point)
		return t->tag->id != TAG_MGLYPH && t->tag->id != TAG_MALIGNMARK;
	return e->space == SPACE_MATH && e->id == TAG_ANNOTATION_XML &&
	    t->tag->id == TAG_SVG;
}

bool
is_foreign(const struct builder *b)
{
	const struct opened *e = b->open.n > 0 ? top(b) : NULL;

	if (e == NULL || e->space == SPACE_HTML || b->kind == TOKEN_EOF)
		return false;
	if (b->kind == TOKEN_START)
		return !is_point_for_start(e, &b->token);
	if (b->kind == TOKEN_TEXT)
		return !e->html_point && !e->text_point;
	return true;
}

/* Start tags that cannot be in there: HTML goes on. */
static bool
breaks_out(const struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_B: case TAG_BIG: case TAG_BLOCKQUOTE: case TAG_BODY:
	case TAG_BR: case TAG_CENTER: case TAG_CODE: case TAG_DD: case TAG_DIV:
	case TAG_DL: case TAG_DT: case TAG_EM: case TAG_EMBED: case TAG_H1:
	case TAG_H2: case TAG_H3: case TAG_H4: case TAG_H5: case TAG_H6:
	case TAG_HEAD: case TAG_HR: case TAG_I: case TAG_IMG: case TAG_LI:
	case TAG_LISTING: case TAG_MENU: case TAG_META: case TAG_NOBR:
	case TAG_OL: case TAG_P: case TAG_PRE: case TAG_RUBY: case TAG_S:
	case TAG_SMALL: case TAG_SPAN: case TAG_STRONG: case TAG_STRIKE:
	case TAG_SUB: case TAG_SUP: case TAG_TABLE: case TAG_TT: case TAG_U:
	case TAG_UL: case TAG_VAR:
		return true;
	case TAG_FONT:
		return b->token.attributes.styled;
	default:
		return false;
	}
}

static enum outcome
break_out(struct builder *b)
{
	while (top(b)->space != SPACE_HTML && !top(b)->html_point &&
	    !top(b)->text_point)
		pop(b);
	return AGAIN;
}

/* An annotation that says that it is HTML. */
static bool
holds_html(const struct builder *b)
{
	const char *encoding =
	    attributes_get(&b->token.attributes, "encoding");

	return b->token.tag->id == TAG_ANNOTATION_XML && encoding != NULL &&
	    (strcasecmp(encoding, "text/html") == 0 ||
	    strcasecmp(encoding, "application/xhtml+xml") == 0);
}

static enum outcome
start_tag(struct builder *b)
{
	struct opened *e;

	if (breaks_out(b))
		return break_out(b);
	e = insert_element(b, top(b)->space);
	if (e->space == SPACE_MATH && holds_html(b))
		e->html_point = true;
	if (b->token.self_closing)
		pop(b);
	return USED;
}

static bool
has_name(const struct builder *b, const struct opened *e)
{
	return strcasecmp((const char *)e->node->name, b->token.name.s) == 0;
}

static enum outcome
end_tag(struct builder *b)
{
	enum tag_id id = b->token.tag->id;

	if (id == TAG_BR || id == TAG_P)
		return break_out(b);
	for (size_t i = b->open.n; i > 1; i--) {
		const struct opened *e = &b->open.at[i - 1];

		if (e->space == SPACE_HTML)
			return AGAIN;
		if (has_name(b, e)) {
			pop_to(b, i - 1);
			return USED;
		}
	}
	return USED;
}

/* AGAIN: the token is for the insertion mode. */
enum outcome
mode_foreign(struct builder *b)
{
	switch (b->kind) {
	case TOKEN_TEXT:
		insert_text(b, b->token.text);
		take_space(b);
		if (b->token.text.n > 0)
			b->frameset_not_ok = true;
		return USED;
	case TOKEN_COMMENT:
		node_put_comment(b, place_for(b, NULL));
		return USED;
	case TOKEN_START: return start_tag(b);
	case TOKEN_END: return end_tag(b);
	default: return USED;
	}
}

/* ---- names ---- */

static const char *const svg_elements[] = {
	"altGlyph", "altGlyphDef", "altGlyphItem", "animateColor",
	"animateMotion", "animateTransform", "clipPath", "feBlend",
	"feColorMatrix", "feComponentTransfer", "feComposite",
	"feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
	"feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB",
	"feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge",
	"feMergeNode", "feMorphology", "feOffset", "fePointLight",
	"feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
	"foreignObject", "glyphRef", "linearGradient", "radialGradient",
	"textPath",
};

static const char *const svg_attributes[] = {
	"attributeName", "attributeType", "baseFrequency", "baseProfile",
	"calcMode", "clipPathUnits", "diffuseConstant", "edgeMode",
	"filterUnits", "glyphRef", "gradientTransform", "gradientUnits",
	"kernelMatrix", "kernelUnitLength", "keyPoints", "keySplines",
	"keyTimes", "lengthAdjust", "limitingConeAngle", "markerHeight",
	"markerUnits", "markerWidth", "maskContentUnits", "maskUnits",
	"numOctaves", "pathLength", "patternContentUnits", "patternTransform",
	"patternUnits", "pointsAtX", "pointsAtY", "pointsAtZ",
	"preserveAlpha", "preserveAspectRatio", "primitiveUnits", "refX",
	"refY", "repeatCount", "repeatDur", "requiredExtensions",
	"requiredFeatures", "specularConstant", "specularExponent",
	"spreadMethod", "startOffset", "stdDeviation", "stitchTiles",
	"surfaceScale", "systemLanguage", "tableValues", "targetX", "targetY",
	"textLength", "viewBox", "viewTarget", "xChannelSelector",
	"yChannelSelector", "zoomAndPan",
};

static const char *
corrected(const char *name, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i][0] == name[0] && strcasecmp(list[i], name) == 0)
			return list[i];
	return name;
}

const char *
svg_element_name(const char *name)
{
	return corrected(name, svg_elements,
	    sizeof svg_elements / sizeof *svg_elements);
}

const char *
foreign_attribute_name(const char *name, enum space space)
{
	if (space == SPACE_SVG)
		return corrected(name, svg_attributes,
		    sizeof svg_attributes / sizeof *svg_attributes);
	if (space == SPACE_MATH && strcmp(name, "definitionurl") == 0)
		return "definitionURL";
	return name;
}
