/** Plain text and Markdown: character set, lines, tab-separated and pipe tables. */
@NullMarked
package org.mingzhang.extract.plain;

import org.jspecify.annotations.NullMarked;
