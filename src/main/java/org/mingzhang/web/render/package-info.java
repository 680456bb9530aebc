/** Templates, messages, labels, static files and the format of numbers. */
@NullMarked
package org.mingzhang.web.render;

import org.jspecify.annotations.NullMarked;
