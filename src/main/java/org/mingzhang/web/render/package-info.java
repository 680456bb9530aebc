/** Templates, languages, static files, the form of numbers, and errors as programs read them. */
@NullMarked
package org.mingzhang.web.render;

import org.jspecify.annotations.NullMarked;
