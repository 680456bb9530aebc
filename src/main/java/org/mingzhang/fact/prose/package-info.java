/** Facts of sentences: statements and the section they stand in give account and context. */
@NullMarked
package org.mingzhang.fact.prose;

import org.jspecify.annotations.NullMarked;
