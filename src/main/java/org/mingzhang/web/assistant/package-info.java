/**
 * The portal for assistants: tools and resources of the Model Context Protocol over HTTP and over
 * standard input and output. The only package that knows that protocol.
 */
@NullMarked
package org.mingzhang.web.assistant;

import org.jspecify.annotations.NullMarked;
