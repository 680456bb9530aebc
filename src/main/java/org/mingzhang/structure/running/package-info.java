/**
 * Account tables in running text, where a row is one line or several and no separator marks empty
 * cells. Each reader knows one prescribed form and accepts a table only if its sums confirm the
 * columns. It runs on what {@code structure.lattice} left as text.
 */
@NullMarked
package org.mingzhang.structure.running;

import org.jspecify.annotations.NullMarked;
