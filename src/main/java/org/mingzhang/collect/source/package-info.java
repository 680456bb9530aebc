/** The sources: which columns are collected, how deep and how often; data of the editor. */
@NullMarked
package org.mingzhang.collect.source;

import org.jspecify.annotations.NullMarked;
