/** Answers to questions for a number, made of facts, each number with the place that says it. */
@NullMarked
package org.mingzhang.web.answer;

import org.jspecify.annotations.NullMarked;
