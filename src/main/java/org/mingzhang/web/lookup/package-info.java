/**
 * Documents and sections by permalink, and the list of all documents. Personal data is masked here.
 */
@NullMarked
package org.mingzhang.web.lookup;

import org.jspecify.annotations.NullMarked;
