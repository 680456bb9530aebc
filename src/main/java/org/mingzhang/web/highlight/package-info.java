/** Highlighting in text: matches of a query, quotes of findings, numbers of facts. */
@NullMarked
package org.mingzhang.web.highlight;

import org.jspecify.annotations.NullMarked;
