/** Marks in text: hits of a search, words that findings quote, numbers of facts. */
@NullMarked
package org.mingzhang.web.highlight;

import org.jspecify.annotations.NullMarked;
