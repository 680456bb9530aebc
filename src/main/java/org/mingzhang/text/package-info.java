/** Normalisation of characters, Chinese numerals, amounts of money and years. */
@NullMarked
package org.mingzhang.text;

import org.jspecify.annotations.NullMarked;
