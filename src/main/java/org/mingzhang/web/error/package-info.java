/** Answers to requests that fail. */
@NullMarked
package org.mingzhang.web.error;

import org.jspecify.annotations.NullMarked;
