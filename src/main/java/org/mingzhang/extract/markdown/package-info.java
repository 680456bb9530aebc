/**
 * Reads Markdown.
 *
 * <p>It is not read by commonmark, which the project uses to write HTML. Its rules would lose
 * content of Chinese documents: a closing {@code **} after a full-width colon and before an
 * ideograph ({@code **注：**本表}) does not end strong emphasis, lists are renumbered, paragraphs
 * indented by four spaces become code, and tables with rows longer than the header lose cells.
 */
@NullMarked
package org.mingzhang.extract.markdown;

import org.jspecify.annotations.NullMarked;
