/** Mail by SMTP: the only user of Jakarta Mail. */
@NullMarked
package org.mingzhang.mail;

import org.jspecify.annotations.NullMarked;
