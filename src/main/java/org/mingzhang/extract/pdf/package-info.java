/** Reads PDF files into pages of glyphs and rulings. */
@NullMarked
package org.mingzhang.extract.pdf;

import org.jspecify.annotations.NullMarked;
