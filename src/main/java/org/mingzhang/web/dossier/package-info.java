/**
 * Dossiers: citations with notes that a reader stores in the browser or a file. The server
 * validates, shows and converts submitted dossiers; it stores only those that an administrator
 * shares.
 */
@NullMarked
package org.mingzhang.web.dossier;

import org.jspecify.annotations.NullMarked;
