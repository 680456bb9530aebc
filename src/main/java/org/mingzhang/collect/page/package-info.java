/** Analysis of web pages: entries of lists, pagination, files, dates of publication, main text. */
@NullMarked
package org.mingzhang.collect.page;

import org.jspecify.annotations.NullMarked;
