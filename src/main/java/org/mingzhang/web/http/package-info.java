/**
 * What all handlers share: language and parameters of a request, the frame of a page, headers,
 * caching, static files, problem documents. It uses no page.
 */
@NullMarked
package org.mingzhang.web.http;

import org.jspecify.annotations.NullMarked;
