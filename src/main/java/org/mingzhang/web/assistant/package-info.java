/**
 * Tools and resources for assistants using the Model Context Protocol, over HTTP and over standard
 * input and output. The only package that knows that protocol.
 */
@NullMarked
package org.mingzhang.web.assistant;

import org.jspecify.annotations.NullMarked;
