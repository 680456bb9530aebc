/**
 * Reads HTML pages and MHTML archives. jsoup and Mime4j parse them; this package selects the
 * visible text and tables and removes site boilerplate.
 */
@NullMarked
package org.mingzhang.extract.html;

import org.jspecify.annotations.NullMarked;
