/**
 * Reads OpenDocument text and Word 2003 XML, both converted to HTML in memory and then read like
 * web pages.
 */
@NullMarked
package org.mingzhang.extract.office;

import org.jspecify.annotations.NullMarked;
