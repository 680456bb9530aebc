/** Templates, languages, static files and the form of numbers. */
@NullMarked
package org.mingzhang.web.render;

import org.jspecify.annotations.NullMarked;
