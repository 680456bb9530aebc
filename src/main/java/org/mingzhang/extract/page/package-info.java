/** Pages as glyphs and ruling lines, and how lines of text and tables are read from them. */
@NullMarked
package org.mingzhang.extract.page;

import org.jspecify.annotations.NullMarked;
