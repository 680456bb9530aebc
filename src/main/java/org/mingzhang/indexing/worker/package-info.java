/**
 * Reading files in processes of their own, so that a file that hangs, exhausts memory or crashes
 * the virtual machine is merely reported as refused.
 */
@NullMarked
package org.mingzhang.indexing.worker;

import org.jspecify.annotations.NullMarked;
