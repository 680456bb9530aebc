/** Answers to numeric questions from facts, each number with the places that state it. */
@NullMarked
package org.mingzhang.web.answer;

import org.jspecify.annotations.NullMarked;
