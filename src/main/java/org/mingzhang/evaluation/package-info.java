/** Measures the accuracy of records against gold records made by hand. */
@NullMarked
package org.mingzhang.evaluation;

import org.jspecify.annotations.NullMarked;
