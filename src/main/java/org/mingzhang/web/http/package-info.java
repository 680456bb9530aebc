/**
 * What all handlers have in common: language and parameters of a request, the frame of a page,
 * headers, caching, static files, problem documents. Independent of particular pages.
 */
@NullMarked
package org.mingzhang.web.http;

import org.jspecify.annotations.NullMarked;
