/**
 * Administration over HTTP: adding, reading again and taking out documents. There is none of it
 * unless a token was set on the command line of the machine.
 */
@NullMarked
package org.mingzhang.web.admin;

import org.jspecify.annotations.NullMarked;
