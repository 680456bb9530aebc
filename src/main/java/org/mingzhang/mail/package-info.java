/** Sends mail by SMTP. The only package that uses Jakarta Mail. */
@NullMarked
package org.mingzhang.mail;

import org.jspecify.annotations.NullMarked;
