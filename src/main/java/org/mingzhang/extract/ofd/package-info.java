/**
 * Reads OFD files (GB/T 33190) into pages of glyphs and rulings. The XML is read here instead of by
 * the library ofdrw: tables need the positions of glyphs and lines, which ofdrw does not compute,
 * and it would bring eight more libraries.
 */
@NullMarked
package org.mingzhang.extract.ofd;

import org.jspecify.annotations.NullMarked;
