/**
 * Administration over HTTP: uploading, rereading and removing documents, and editing sources. It is
 * disabled unless a token was set on the command line of the machine.
 */
@NullMarked
package org.mingzhang.web.admin;

import org.jspecify.annotations.NullMarked;
