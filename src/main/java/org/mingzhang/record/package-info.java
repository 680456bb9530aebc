/** The record format: the JSON form of a disclosure. The only package that writes and reads it. */
@NullMarked
package org.mingzhang.record;

import org.jspecify.annotations.NullMarked;
