/** Reads OpenDocument text and Word 2003 XML, both converted to HTML in memory. */
@NullMarked
package org.mingzhang.extract.office;

import org.jspecify.annotations.NullMarked;
