/** A page as glyphs and ruling lines, and how lines of text and tables are read from it. */
@NullMarked
package org.mingzhang.extract.page;

import org.jspecify.annotations.NullMarked;
