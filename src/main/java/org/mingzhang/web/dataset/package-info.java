/**
 * Open data: all amounts as Fiscal Data Packages and all facts as one file, built in the background
 * and listed at {@code /data}.
 */
@NullMarked
package org.mingzhang.web.dataset;

import org.jspecify.annotations.NullMarked;
