/** What a page of a site says: links of lists, further pages, files, dates, the text itself. */
@NullMarked
package org.mingzhang.collect.page;

import org.jspecify.annotations.NullMarked;
