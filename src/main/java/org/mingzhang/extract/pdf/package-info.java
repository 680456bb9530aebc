/** Reads PDF files into pages of glyphs and rulings, and renders quoted passages. */
@NullMarked
package org.mingzhang.extract.pdf;

import org.jspecify.annotations.NullMarked;
