/** Pages and JSON API: the only package that knows Javalin and Thymeleaf. */
@NullMarked
package org.mingzhang.web;

import org.jspecify.annotations.NullMarked;
