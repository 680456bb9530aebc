/** Templates, messages, labels, static files and number formats. */
@NullMarked
package org.mingzhang.web.render;

import org.jspecify.annotations.NullMarked;
