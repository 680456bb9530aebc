/** Takes what the page and the word processor added out of extracted text, and joins its lines. */
@NullMarked
package org.mingzhang.structure.clean;

import org.jspecify.annotations.NullMarked;
