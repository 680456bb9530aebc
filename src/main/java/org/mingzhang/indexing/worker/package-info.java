/**
 * Reading files in processes of their own, so that a file that hangs, exhausts memory or brings
 * down the virtual machine costs one line in the report.
 */
@NullMarked
package org.mingzhang.indexing.worker;

import org.jspecify.annotations.NullMarked;
