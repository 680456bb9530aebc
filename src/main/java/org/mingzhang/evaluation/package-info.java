/** Measures how well disclosures are understood, against records made by hand. */
@NullMarked
package org.mingzhang.evaluation;

import org.jspecify.annotations.NullMarked;
